/** ECharts with no more than bars need; loaded when a board is opened. */
import { BarChart } from "echarts/charts";
import { GridComponent, TooltipComponent } from "echarts/components";
import { init, use, type EChartsType } from "echarts/core";
import { CanvasRenderer } from "echarts/renderers";

use([BarChart, GridComponent, TooltipComponent, CanvasRenderer]);

export interface Bars {
  names: string[];
  values: number[];
  /** Long names: bars lie, with the names at their left. */
  lying: boolean;
}

const token = (name: string) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

export function draw(chart: EChartsType, bars: Bars): void {
  const text = token("--text-2");
  const names = {
    type: "category" as const, data: bars.names, inverse: bars.lying, axisTick: { show: false }, axisLine: { lineStyle: { color: token("--line-strong") } },
    axisLabel: { color: text, fontSize: 12, width: bars.lying ? 96 : undefined, overflow: "truncate" as const, interval: bars.lying ? 0 : "auto" as const },
  };
  const values = {
    type: "value" as const, min: 0, minInterval: 1, splitNumber: 3, axisLabel: { color: text, fontSize: 12 }, splitLine: { lineStyle: { color: token("--line") } },
  };
  chart.setOption({
    animation: false, textStyle: { fontFamily: token("--font") },
    grid: { left: 8, right: bars.lying ? 40 : 8, top: 16, bottom: 4, containLabel: true },
    tooltip: {
      trigger: "axis", axisPointer: { type: "none" }, confine: true, backgroundColor: token("--surface"), borderColor: token("--line"), textStyle: { color: token("--text"), fontSize: 13 },
    },
    xAxis: bars.lying ? { ...values, show: false } : names,
    yAxis: bars.lying ? names : values,
    series: [{
      type: "bar", data: bars.values, barMaxWidth: 18, itemStyle: { color: token("--primary"), borderRadius: 2 }, cursor: "pointer",
      label: { show: bars.lying, position: "right", color: token("--text"), fontSize: 12 }, emphasis: { itemStyle: { color: token("--primary-hover") } },
    }],
  }, { notMerge: true });
}

export function open(element: HTMLElement): EChartsType {
  return init(element);
}
