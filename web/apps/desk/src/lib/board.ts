import type { Board, BoardLine, BoardMeasure, BoardPanel, BoardPart, Conditions, PanelMeasure, Query } from "@chengyun/api";
import type { LocationQuery } from "vue-router";
import { asQuery } from "./filter";

export const periods = ["today", "yesterday", "week", "month", "quarter", "year", "days"] as const;
export const comparisons = ["previous", "week", "month", "year", "none"] as const;
/** What the board can be narrowed to, in the order in which it is told. */
export const boardFilters = ["unit", "area", "category", "channel", "kind", "urgency", "lifecycle", "flag", "unset", "direct"] as const;
export const panelMeasures: PanelMeasure[] = ["received", "in_hand", "due_soon", "overdue", "closed", "on_time", "satisfaction"];
/** Where each measure of a line stands: its number, and what it is a part of when it is a rate. */
export const parts: Record<PanelMeasure, { value: BoardMeasure; whole?: BoardMeasure }> = {
  received: { value: "received" }, in_hand: { value: "in_hand" }, due_soon: { value: "due_soon" }, overdue: { value: "overdue" },
  closed: { value: "closed" }, on_time: { value: "on_time", whole: "closed" }, satisfaction: { value: "satisfied", whole: "rated" },
};
/** What is counted as calls and as matters: beside each number the other one. */
export const otherwise: Partial<Record<PanelMeasure, BoardMeasure>> = { received: "received_matters", in_hand: "in_hand_calls", closed: "closed_matters" };
export const breakdowns: BoardPart[] = ["by_hour", "by_channel", "by_unit", "by_area", "by_category", "by_state"];
/** Which measures a breakdown knows. */
export function measuresOf(panel: string): PanelMeasure[] {
  if (panel === "by_hour") return ["received"];
  return panel === "by_state" ? ["in_hand", "due_soon", "overdue"] : panelMeasures;
}

export const standard: BoardPanel[] = [
  { panel: "figures", wide: true, measure: "received" }, { panel: "series", wide: true, measure: "received" },
  { panel: "by_unit", wide: false, measure: "overdue" }, { panel: "by_category", wide: false, measure: "received" },
  { panel: "by_area", wide: false, measure: "received" }, { panel: "by_channel", wide: false, measure: "received" },
  { panel: "by_state", wide: false, measure: "in_hand" }, { panel: "by_hour", wide: false, measure: "received" },
];

/** The panels that a person keeps, without what the board knows no longer. */
export function sensible(panels: BoardPanel[]): BoardPanel[] {
  const known = new Set(standard.map((panel) => panel.panel));
  return panels.filter((panel) => known.has(panel.panel)).map((panel) => {
    const measures = measuresOf(panel.panel);
    return { ...panel, measure: measures.includes(panel.measure) ? panel.measure : measures[0] ?? "received" };
  });
}

export function moved(panels: BoardPanel[], from: number, to: number): BoardPanel[] {
  if (to < 0 || to >= panels.length || from === to) return panels;
  const next = [...panels];
  next.splice(to, 0, ...next.splice(from, 1));
  return next;
}

/** What an address asks of the board; what it does not know is left out, what is the default is not said. */
export function parseBoard(query: LocationQuery): Query {
  const asked: Query = {};
  for (const name of ["period", "start", "end", "compare", ...boardFilters]) {
    const value = query[name];
    if (typeof value === "string" && value) asked[name] = value;
  }
  if (!periods.includes(asked.period as "today")) delete asked.period;
  if (!comparisons.includes(asked.compare as "none")) delete asked.compare;
  if (asked.period !== "days" || !asked.start || !asked.end) {
    if (asked.period === "days") delete asked.period;
    delete asked.start;
    delete asked.end;
  }
  return asked;
}

/** The list behind a figure: the filter of the board, what the measure asks and what the line is. */
export const listOf = (board: Board, query: Conditions, where: Conditions = {}): Query =>
  asQuery({ ...board.filter, ...query, ...where });

/** The address of the board narrowed to a line, when there is something below it. */
export function narrowed(asked: Query, line: BoardLine): Query | null {
  return line.below ? { ...asked, ...asQuery(line.where) } : null;
}

/** A filter taken away; what only makes sense beside it goes too. */
export function without(asked: Query, name: string): Query {
  const next = { ...asked };
  delete next[name];
  const direct = (next.direct ?? "").split(",").filter((part) => part && part !== name);
  if (direct.length) next.direct = direct.join(",");
  else delete next.direct;
  return next;
}

export const share = (part: number, whole: number): number | null => (whole ? part / whole : null);
/** What a line is worth in a measure: a number of cases, or a share between 0 and 1 (null: there is none). */
export function worth(line: BoardLine, measure: PanelMeasure): number | null {
  const { value, whole } = parts[measure];
  return whole ? share(line[value] ?? 0, line[whole] ?? 0) : line[value] ?? 0;
}
/** Lines that say something in this measure; the most first, of shares the least (that is where help is needed). */
export function ranked(lines: BoardLine[], measure: PanelMeasure): BoardLine[] {
  const telling = lines.filter((line) => (parts[measure].whole ? worth(line, measure) !== null : worth(line, measure)));
  const sign = parts[measure].whole ? 1 : -1;
  return telling.sort((a, b) => sign * ((worth(a, measure) ?? 0) - (worth(b, measure) ?? 0)));
}

/** Change against before in words: +12.3%, −4.0%, or how many when there was nothing before. */
export function change(now: number, before: number): string {
  if (!before) return now ? `+${now.toLocaleString("en-US")}` : "0";
  const rate = ((now - before) / before) * 100;
  return `${rate > 0 ? "+" : rate < 0 ? "−" : ""}${Math.abs(rate).toFixed(1)}%`;
}
/** Change of a share in percentage points. */
export function points(now: number, before: number): string {
  const by = (now - before) * 100;
  return `${by > 0 ? "+" : by < 0 ? "−" : ""}${Math.abs(by).toFixed(1)}`;
}
