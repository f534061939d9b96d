import type { DoorHealth, OutMessage, Reconciliation } from "@chengyun/api";
import type { Tone } from "@chengyun/ui";

export const outTone: Record<string, Tone> = { waiting: "neutral", sending: "progress", done: "done", dead: "danger", skipped: "neutral", by_hand: "warning" };
export const healthTone: Record<DoorHealth["state"], Tone> = { fine: "done", behind: "warning", away: "warning", stalled: "danger", paused: "neutral", hand: "progress" };
export const dayTone: Record<string, Tone> = { running: "progress", agreed: "done", differs: "danger", failed: "warning" };
export const OUT_TABS = ["by_hand", "dead", "waiting", "all"] as const;
export type OutTab = (typeof OUT_TABS)[number];

/** What an address asks for; where nothing is said, what has failed. */
export function outTab(state: unknown): OutTab {
  return OUT_TABS.find((one) => one === state) ?? "dead";
}
/** "2 h 5 min" in figures that need no words: 00:40, 2:05, 3 d. */
export function waited(seconds: number, day: string): string {
  if (seconds >= 172_800) return `${Math.floor(seconds / 86_400)} ${day}`;
  const minutes = Math.floor(seconds / 60);
  return `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
}
/** How many cases of a day the two sides do not agree on. */
export const differing = (day: Reconciliation) => day.only_ours + day.only_theirs + day.unlike;
/** A message whose turn has not come, or that failed, is worth a look on the case page. */
export const unsettled = (row: OutMessage) => row.state !== "done" && row.state !== "skipped";
