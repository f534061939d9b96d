/** Patrols, call-ups and handsets: what the pages count and where things open. Pure. */
import type { CallState, Freshness, HandsetState, RankPart, Track, TrackPoint } from "@chengyun/api";
import type { IconName, Tone } from "@chengyun/ui";
import type { RouteLocationRaw } from "vue-router";
import type { Bounds } from "./drawn";

export const PATROL_TABS = ["now", "coverage", "ranking", "plans", "records", "checks"] as const;
export type PatrolTab = (typeof PATROL_TABS)[number];
export const freshTone: Record<Freshness, Tone> = { fresh: "progress", slow: "warning", lost: "danger", none: "neutral" };
export const freshIcon: Record<Freshness, IconName> = { fresh: "pin", slow: "clock", lost: "alert", none: "circle" };
export const callTone: Record<CallState, Tone> = { asked: "warning", called: "progress", handling: "progress", concluded: "warning", closed: "done", declined: "neutral", withdrawn: "neutral" };
export const partTone: Record<string, Tone> = { called: "warning", coming: "progress", arrived: "done" };
export const handsetTone: Record<HandsetState, Tone> = { store: "neutral", used: "progress", lost: "danger", repair: "warning", scrapped: "neutral" };

/** Words of the address that a list takes, nothing else. */
export function kept(query: Record<string, unknown>, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.flatMap((name) => (typeof query[name] === "string" && query[name] !== "" ? [[name, query[name] as string]] : [])));
}
export const RECORD_FILTERS = ["worker", "grid", "unit", "first", "last", "gaps", "marked", "state"] as const;
export const CHECK_FILTERS = ["worker", "grid", "point", "patrol", "result", "arrived", "first", "last"] as const;
export const CALL_FILTERS = ["unit", "number", "stars", "rated", "in_time", "first", "last"] as const;
export const HANDSET_FILTERS = ["state", "replace", "q", "month", "fails"] as const;

/** The list behind a part of a rank. */
export function opensPart(part: RankPart): RouteLocationRaw {
  const { page, ...query } = part.query;
  return { name: "patrols", params: { tab: page === "checks" ? "checks" : "records" }, query };
}

export function lengthText(seconds: number): { key: "seconds" | "minutes" | "hours"; n: string } {
  if (seconds < 90) return { key: "seconds", n: String(Math.round(seconds)) };
  if (seconds < 5400) return { key: "minutes", n: String(Math.round(seconds / 60)) };
  return { key: "hours", n: (seconds / 3600).toFixed(1) };
}
export const km = (metres: number) => (metres / 1000).toFixed(metres < 10_000 ? 2 : 1);

export function trackBounds(track: Pick<Track, "stretches" | "doubtful">): Bounds | null {
  const points = [...track.stretches.flatMap((part) => part.points.map(([, lng, lat]) => [lng, lat] as const)), ...track.doubtful.map(({ lng, lat }) => [lng, lat] as const)];
  if (!points.length) return null;
  const margin = 0.0012;
  const lngs = points.map(([lng]) => lng);
  const lats = points.map(([, lat]) => lat);
  return [Math.min(...lngs) - margin, Math.min(...lats) - margin, Math.max(...lngs) + margin, Math.max(...lats) + margin];
}
/** A path of a stretch in px; a gap has none. */
export function linePath(points: readonly TrackPoint[], px: (lng: number, lat: number) => readonly [number, number]): string {
  return points.map(([, lng, lat], at) => `${at ? "L" : "M"}${px(lng, lat).map((value) => value.toFixed(1)).join(" ")}`).join("");
}
/** "2026-H1" */
export function halfOf(period: string): { year: string; first: boolean } {
  return { year: period.slice(0, 4), first: period.endsWith("1") };
}
export const meanOf = (answers: Record<string, number>): string => {
  const values = Object.values(answers);
  return values.length ? (values.reduce((sum, value) => sum + value, 0) / values.length).toFixed(1) : "";
};
/** Days of a month as the coverage asks for them: never beyond today. */
export function monthSpan(month: string, today: string): { first: string; last: string } {
  const [year = 0, number = 1] = month.split("-").map(Number);
  const end = new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
  return { first: `${month}-01`, last: end > today && month === today.slice(0, 7) ? today : end };
}
