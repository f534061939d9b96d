import type { HotPart, HotRow, HotState, HotWindow } from "@chengyun/api";
import type { IconName, Tone } from "@chengyun/ui";

export const windows = ["1", "7", "30", "90"] as const;
export const states: HotState[] = ["new", "growing", "back", "steady", "fading"];
/** How an issue goes: a word, an icon and a colour. */
export const stateLook: Record<HotState, { tone: Tone; icon: IconName }> = {
  new: { tone: "progress", icon: "plus" },
  growing: { tone: "danger", icon: "up" },
  back: { tone: "warning", icon: "refresh" },
  steady: { tone: "neutral", icon: "right" },
  fading: { tone: "done", icon: "down" },
};

/** What the address asks for. */
export interface HotView {
  days: string;
  run: number;
  state: string;
  q: string;
  hidden: boolean;
}
type Asked = Record<string, unknown>;
const text = (value: unknown) => (typeof value === "string" ? value : "");

export function parseHot(query: Asked): HotView {
  const days = text(query.days);
  const state = text(query.state);
  return {
    days: (windows as readonly string[]).includes(days) ? days : "7",
    run: Math.max(0, Math.trunc(Number(query.run)) || 0),
    state: (states as string[]).includes(state) ? state : "",
    q: text(query.q).slice(0, 100),
    hidden: query.hidden === "1",
  };
}
export function hotQuery(view: HotView): Record<string, string> {
  const found: Record<string, string> = {};
  if (view.run) found.run = String(view.run);
  else if (view.days !== "7") found.days = view.days;
  if (view.state) found.state = view.state;
  if (view.q) found.q = view.q;
  if (view.hidden) found.hidden = "1";
  return found;
}
export const windowOf = (view: HotView): HotWindow => (view.run ? { run: view.run } : { days: view.days });
export const askedOf = (view: HotView): Record<string, string | number | boolean> => ({
  ...(windowOf(view) as Record<string, string | number>),
  ...(view.state ? { state: view.state } : {}),
  ...(view.q ? { q: view.q } : {}),
  ...(view.hidden ? { hidden: true } : {}),
});

/** The parts that add something, the largest first. */
export const adding = (parts: HotPart[]): HotPart[] => [...parts].filter((part) => part.points > 0).sort((a, b) => b.points - a.points);

/** A day after another, as YYYY-MM-DD. */
export function dayAfter(start: string, days: number): string {
  const [year, month, day] = start.slice(0, 10).split("-").map(Number);
  return new Date(Date.UTC(year!, month! - 1, day! + days)).toISOString().slice(0, 10);
}
/** Size of a word in a cloud, 1 (small) to 5. */
export const sizeOf = (cases: number, most: number): number => (most <= 1 ? 3 : 1 + Math.round((4 * Math.log(cases)) / Math.log(most)));
/** The other issues that one can be merged into, the nearest in the ranking first. */
export const others = (rows: HotRow[], id: number): HotRow[] => rows.filter((row) => row.id !== id);
