/** The history of a case told day by day. Pure. */
import type { TimelineEvent } from "@chengyun/api";
import { dateOf } from "./time";

/** What the platform does by itself: of use when one asks why, in the way when one reads what happened. */
const BY_ITSELF = new Set(["mark_due_soon", "mark_overdue", "escalate"]);
export const bySystem = (event: TimelineEvent) => BY_ITSELF.has(event.action);

export interface Day {
  day: string;
  events: TimelineEvent[];
}

export function byDay(events: readonly TimelineEvent[], newestFirst: boolean): Day[] {
  const ordered = [...events].sort((a, b) => (newestFirst ? b.seq - a.seq : a.seq - b.seq));
  const found: Day[] = [];
  for (const event of ordered) {
    const day = dateOf(event.at);
    const last = found.at(-1);
    if (last?.day === day) last.events.push(event);
    else found.push({ day, events: [event] });
  }
  return found;
}

const HIDDEN = new Set(["acted_for", "files", "lng", "lat", "crs", "clock_id", "callback_id", "mentions", "mention_units", "what_code"]);
const SHADOWED: Record<string, string> = { outcome: "outcome_name", satisfaction: "satisfaction_name", ground: "ground_name", by: "by_name", unit_id: "unit", unit_ids: "units" };

/** The details of an event that say more than its sentence: [key, value], those that people can read. */
export function detailsOf(event: TimelineEvent, nameOf: (key: string, value: unknown) => string): [string, string][] {
  const payload = event.payload as Record<string, unknown>;
  const rows: [string, string][] = [];
  for (const [key, value] of Object.entries(payload)) {
    if (HIDDEN.has(key) || (SHADOWED[key] && SHADOWED[key] in payload)) continue;
    const text = nameOf(key, value);
    if (text) rows.push([key, text]);
  }
  return rows;
}
