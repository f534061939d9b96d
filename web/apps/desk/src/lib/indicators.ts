/** Figures of indicators in words, and where each opens. */
import type { IndicatorReading, IndicatorRow, Query } from "@chengyun/api";
import type { IconName, Tone } from "@chengyun/ui";
import type { RouteLocationRaw } from "vue-router";
import { asQuery } from "./filter";
import { opensTo } from "./knowledge";

export const TABS = ["board", "records", "ledger", "exclusions", "months"] as const;
export type Tab = (typeof TABS)[number];
export const STATES = ["met", "risk", "below", "lost", "told", "unknown"] as const;
export const stateTone: Record<string, Tone> = { met: "done", risk: "warning", below: "danger", lost: "danger", told: "neutral", unknown: "neutral" };
export const stateIcon: Record<string, IconName> = { met: "check", risk: "clock", below: "alert", lost: "close", told: "circle", unknown: "circle" };
/** Pages of other rooms that show what is not a case. */
const PAGES: Record<string, string> = { "supervision-orders": "supervision", supervision: "supervision", "supervision-programmes": "supervision-programmes", "supervision-samples": "supervision-samples", reports: "reports", budget: "budget", callups: "callups", handsets: "handsets", "grid-staff": "grid-staff" };
/** Lists of the knowledge base, by what they list. */
const KNOWLEDGE: Record<string, string> = { knowledge: "articles", "knowledge-corrections": "corrections", "knowledge-rules": "rules" };

/** Where the things behind a figure are listed; null when nothing can be opened. */
export function opens(query: Record<string, unknown> | undefined): RouteLocationRaw | null {
  if (!query || !Object.keys(query).length) return null;
  const { page, ...rest } = query;
  if (page === undefined) return { name: "cases", query: asQuery(query) };
  if (page === "records") return { name: "indicators", query: { tab: "records", indicator: String(rest.indicator ?? "") } };
  if (page === "outages") return { name: "indicators", query: { tab: "ledger", ...asQuery(rest) } };
  const kind = KNOWLEDGE[String(page)];
  if (kind) return opensTo({ [kind]: rest });
  const name = PAGES[String(page)];
  if (!name) return null;
  const { tab, ...asked } = rest;
  return name === "grid-staff" ? { name, params: { tab: String(tab) }, query: asQuery(asked) } : { name, query: asQuery(rest) };
}

/** 93.72, 1,234, 266.04; an empty text for none. */
export function figure(text: string | null | undefined): string {
  if (text === null || text === undefined || text === "") return "";
  const [whole, rest] = text.split(".");
  const grouped = Number(whole).toLocaleString("en-US");
  const signed = whole === "-0" ? "-0" : grouped;
  return rest ? `${signed}.${rest}` : signed;
}
export function withUnit(text: string | null | undefined, unit: string): string {
  const shown = figure(text);
  return shown && unit ? `${shown}${unit === "%" ? "" : " "}${unit}` : shown;
}

/** The days of a choice: the year, "1" to "12" its months, "q1" to "q4" its quarters; null for the year itself. */
export function daysOf(year: number, choice: string): { first: string; last: string } | null {
  const quarter = /^q([1-4])$/.exec(choice);
  const from = quarter ? Number(quarter[1]) * 3 - 2 : Number(choice);
  if (!Number.isInteger(from) || from < 1 || from > 12) return null;
  const to = quarter ? from + 2 : from;
  const day = (month: number, date: number) => new Date(Date.UTC(year, month - 1, date)).toISOString().slice(0, 10);
  return { first: day(from, 1), last: day(to + 1, 0) };
}
/** Which choice the days of an address are: "" the whole year, "days" others. */
export function choiceOf(year: number, asked: Query): string {
  if (!asked.first && !asked.last) return "";
  const known = [...Array.from({ length: 12 }, (_, at) => String(at + 1)), "q1", "q2", "q3", "q4"];
  return known.find((choice) => { const days = daysOf(year, choice); return days?.first === asked.first && days?.last === asked.last; }) ?? "days";
}

/** How many targets are in each state; those without a target do not count. */
export function tally(rows: readonly IndicatorRow[]): Record<string, number> {
  const found: Record<string, number> = {};
  for (const row of rows) if (row.target) found[row.state] = (found[row.state] ?? 0) + 1;
  return found;
}

/** Rows by topic, in the order of the topics; nothing empty. */
export function byTopic(rows: readonly IndicatorRow[], topics: readonly { code: string; name: string }[]) {
  return topics.map((topic) => ({ ...topic, rows: rows.filter((row) => row.topic === topic.code) })).filter((group) => group.rows.length);
}

export const ratio = (one: Pick<IndicatorReading, "numerator" | "denominator">): string => (one.denominator === null || one.numerator === null ? "" : `${figure(one.numerator)} / ${figure(one.denominator)}`);
/** Height of a bar of a month, in per cent of the highest. */
export function bar(value: string | null, most: number): number {
  return most > 0 && value !== null ? Math.max(0, Math.min(100, (Number(value) / most) * 100)) : 0;
}
