import type { Conditions, Pivot, PivotLine, Query, ReportDetail, ReportPeriod, ReportPlan, ReportState } from "@chengyun/api";
import type { IconName, Tone } from "@chengyun/ui";
import type { LocationQuery, RouteLocationRaw } from "vue-router";
import { together } from "./analysis";
import { boardFilters, parseBoard } from "./board";
import { asQuery } from "./filter";
import { opens } from "./indicators";

/** States as word + icon + colour. */
export const stateLook: Record<ReportState, { tone: Tone; icon: IconName }> = {
  waiting: { tone: "progress", icon: "clock" }, making: { tone: "progress", icon: "refresh" }, failed: { tone: "danger", icon: "alert" }, draft: { tone: "neutral", icon: "edit" },
  submitted: { tone: "warning", icon: "clock" }, reviewed: { tone: "warning", icon: "edit" }, signed: { tone: "done", icon: "done" }, sent: { tone: "done", icon: "check" },
  void: { tone: "neutral", icon: "close" },
};
export const periodLook: Record<string, { tone: Tone; icon: IconName }> = {
  signed: { tone: "done", icon: "done" }, late: { tone: "warning", icon: "done" }, working: { tone: "progress", icon: "edit" }, due: { tone: "progress", icon: "clock" },
  missing: { tone: "danger", icon: "alert" }, ahead: { tone: "neutral", icon: "circle" }, before: { tone: "neutral", icon: "circle" },
};
export const isRunning = (state: ReportState): boolean => state === "waiting" || state === "making";

/** Whether the page has to look again: it is being made, or a section is being polished. */
export const isBusy = (report: ReportDetail): boolean => isRunning(report.state) || report.sections.some((section) => section.offer?.state === "waiting");

/** Where a figure leads: a list of cases, or the page that it names; a signed report may name one that is no more. */
export function linkOf(query: Conditions | null | undefined, has: (page: string) => boolean): RouteLocationRaw | null {
  if (!query || !Object.keys(query).length) return null;
  const to = opens(query) as { name?: unknown } | null;
  return to && has(String(to.name)) ? (to as RouteLocationRaw) : null;
}

/** How a period is written in a small cell. */
export function periodShort(plan: Pick<ReportPlan, "kind">, period: ReportPeriod, month: (n: number) => string): string {
  const [, m = "", d = ""] = period.first.split("-");
  return plan.kind === "monthly" ? month(Number(m)) : `${Number(m)}/${Number(d)}`;
}
export function periodLong(period: Pick<ReportPeriod, "first" | "last">): string {
  return period.first === period.last ? period.first : `${period.first} – ${period.last}`;
}

/** The first and last day of the period of a kind that a day lies in; dates as YYYY-MM-DD. */
export function periodOf(kind: string, day: string): { first: string; last: string } {
  const at = new Date(`${day}T00:00:00Z`);
  const text = (date: Date) => date.toISOString().slice(0, 10);
  const shifted = (days: number) => new Date(at.getTime() + days * 86_400_000);
  if (kind === "weekly") {
    const back = (at.getUTCDay() + 6) % 7;
    return { first: text(shifted(-back)), last: text(shifted(6 - back)) };
  }
  if (kind === "monthly") {
    return { first: `${day.slice(0, 7)}-01`, last: text(new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1, 0))) };
  }
  return { first: day, last: day };
}

export interface Change {
  code: string;
  text?: string;
  shown?: boolean;
}
/** What was changed on the page against what the server has. */
export function changesOf(report: ReportDetail, texts: Record<string, string>, shown: Record<string, boolean>): Change[] {
  return report.sections.flatMap((section) => {
    const change: Change = { code: section.code };
    const text = texts[section.code];
    if (text !== undefined && text !== section.text) change.text = text;
    const show = shown[section.code];
    if (show !== undefined && show !== section.shown) change.shown = show;
    return change.text === undefined && change.shown === undefined ? [] : [change];
  });
}

/** Words beside a section that wait for a decision: a colleague's, or mine that could not be saved. */
export interface Aside {
  kind: "theirs" | "mine";
  text: string;
}
const asides = (kind: Aside["kind"], found: (readonly [string, string])[]): Record<string, Aside> =>
  Object.fromEntries(found.map(([code, text]) => [code, { kind, text }]));
const textOf = (report: ReportDetail, code: string): string | undefined => report.sections.find((section) => section.code === code)?.text;

/** Sections that I am writing and that somebody else changed meanwhile, with what they wrote. */
export function clashes(before: ReportDetail, now: ReportDetail, texts: Record<string, string>): Record<string, Aside> {
  const mine = changesOf(before, texts, {}).filter((change) => {
    const theirs = textOf(now, change.code);
    return theirs !== undefined && theirs !== textOf(before, change.code) && theirs !== change.text;
  });
  return asides("theirs", mine.map((change) => [change.code, textOf(now, change.code) ?? ""]));
}
/** What I wrote and did not save in a report that can be changed no more. */
export function leftUnsaved(before: ReportDetail, now: ReportDetail, texts: Record<string, string>): Record<string, Aside> {
  if (!before.may_edit || now.may_edit) return {};
  const mine = changesOf(before, texts, {}).filter((change) => change.text !== textOf(now, change.code));
  return asides("mine", mine.map((change) => [change.code, change.text ?? ""]));
}

// --- the query page ---------------------------------------------------------------------------------------------------
export const dimensions = ["unit", "area", "category", "channel", "kind", "urgency", "state", "late", "hour", "day", "week", "month", "year"] as const;
export const measures = ["received", "closed", "on_time", "on_time_rate", "satisfied_rate", "dissatisfied", "in_hand", "due_soon", "overdue"] as const;

/** What an address asks of the query page; a month by unit when it says nothing. */
export function parseQuery(query: LocationQuery): Query {
  const asked: Query = { ...parseBoard(query) };
  delete asked.compare;
  asked.period ??= query.period === "today" ? "today" : "month";
  const one = (name: string, known: readonly string[], otherwise: string) => {
    const value = query[name];
    return typeof value === "string" && known.includes(value) ? value : otherwise;
  };
  asked.rows = one("rows", dimensions, "unit");
  const columns = one("columns", dimensions, "");
  if (columns && columns !== asked.rows) asked.columns = columns;
  asked.measure = one("measure", measures, "received");
  return asked;
}
/** Which of the parameters say what the cases are, not how they are laid out. */
export const filterNames = boardFilters;

/** The list behind a cell; null when no list can show it. */
export function listOfCell(told: Pivot, ...lines: (PivotLine | undefined)[]): RouteLocationRaw | null {
  if (lines.some((line) => line && line.where === null)) return null;
  return { name: "cases", query: asQuery(together(told.filter, told.measure_query, ...lines.map((line) => line?.where ?? {}))) };
}
/** How dark a cell is, 0 to 5, against the largest. */
export const valueOf = (cell: number[] | undefined, share: boolean): number => (!cell ? 0 : share ? (cell[1] ? (cell[0] ?? 0) / cell[1] : 0) : (cell[0] ?? 0));
