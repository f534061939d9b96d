/** ECharts with no more than the boards need; loaded when a board is opened. Colours and letters are our tokens. */
import { BarChart, LineChart } from "echarts/charts";
import { GridComponent, LegendComponent, TooltipComponent } from "echarts/components";
import { init, use, type EChartsType } from "echarts/core";
import { CanvasRenderer } from "echarts/renderers";

use([BarChart, LineChart, GridComponent, LegendComponent, TooltipComponent, CanvasRenderer]);

export interface Row {
  name: string;
  values: (number | null)[];
  role: "bar" | "line" | "before";
}
export interface Drawing {
  names: string[];
  series: Row[];
  /** Long names: bars lie, with the names at their left. */
  lying: boolean;
  /** Shares between 0 and 1, written as percentages; the axis ends at 100%. */
  shares: boolean;
  tone?: string;
}

const token = (name: string) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
const written = (value: unknown, shares: boolean): string =>
  typeof value !== "number" ? "" : shares ? `${(value * 100).toFixed(1)}%` : value.toLocaleString("en-US");

function axes(drawing: Drawing) {
  const label = { color: token("--text-2"), fontSize: 12 };
  const names = {
    type: "category" as const, data: drawing.names, inverse: drawing.lying, axisTick: { show: false }, axisLine: { lineStyle: { color: token("--line-strong") } },
    axisLabel: { ...label, width: drawing.lying ? 136 : undefined, overflow: "truncate" as const, interval: drawing.lying ? 0 : "auto" as const, hideOverlap: true },
  };
  const values = {
    type: "value" as const, min: 0, max: drawing.shares ? 1 : undefined, minInterval: drawing.shares ? undefined : 1, splitNumber: 3, show: !drawing.lying,
    axisLabel: { ...label, formatter: (value: number) => written(value, drawing.shares) }, splitLine: { lineStyle: { color: token("--line") } },
  };
  return drawing.lying ? { xAxis: values, yAxis: names } : { xAxis: names, yAxis: values };
}

function series(drawing: Drawing, row: Row) {
  const colour = row.role === "before" ? token("--text-3") : row.role === "line" ? token("--state-done") : token(drawing.tone ?? "--primary");
  if (row.role !== "bar") {
    return {
      type: "line" as const, name: row.name, data: row.values, showSymbol: false, color: colour,
      lineStyle: { width: row.role === "before" ? 1.5 : 2, type: row.role === "before" ? "dashed" as const : "solid" as const },
    };
  }
  return {
    type: "bar" as const, name: row.name, data: row.values, barMaxWidth: 18, color: colour, itemStyle: { borderRadius: 2 }, cursor: "pointer",
    label: { show: drawing.lying, position: "right" as const, color: token("--text"), fontSize: 12, formatter: ({ value }: { value?: unknown }) => written(value, drawing.shares) },
  };
}

export function draw(chart: EChartsType, drawing: Drawing): void {
  const several = drawing.series.length > 1;
  chart.setOption({
    animation: false, textStyle: { fontFamily: token("--font") },
    grid: { left: 8, right: drawing.lying ? 56 : 8, top: several ? 32 : 16, bottom: 4, containLabel: true },
    legend: { show: several, top: 0, left: 0, itemWidth: 18, itemHeight: 8, textStyle: { color: token("--text-2"), fontSize: 12 } },
    tooltip: {
      trigger: "axis", axisPointer: { type: "none" }, confine: true, backgroundColor: token("--surface"), borderColor: token("--line"),
      textStyle: { color: token("--text"), fontSize: 13 }, valueFormatter: (value: unknown) => written(value, drawing.shares),
    },
    ...axes(drawing),
    series: drawing.series.map((row) => series(drawing, row)),
  }, { notMerge: true });
}

export const open = (element: HTMLElement): EChartsType => init(element);
