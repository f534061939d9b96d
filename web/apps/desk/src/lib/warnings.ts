import type { Warning, WarningAction, WarningEvidence, WarningLevel } from "@chengyun/api";
import type { IconName, Tone } from "@chengyun/ui";
import type { LocationQuery } from "vue-router";

/** Level as word + icon + colour. */
export const levelLook: Record<WarningLevel, { tone: Tone; icon: IconName }> = {
  urgent: { tone: "danger", icon: "alert" }, serious: { tone: "warning", icon: "flag" }, watch: { tone: "progress", icon: "eye" },
};
export const stateLook: Record<string, { tone: Tone; icon: IconName }> = {
  open: { tone: "warning", icon: "clock" }, confirmed: { tone: "progress", icon: "check" }, supervised: { tone: "supervised", icon: "flag" },
  patrolled: { tone: "progress", icon: "pin" }, dismissed: { tone: "neutral", icon: "close" },
};
export const levels: WarningLevel[] = ["urgent", "serious", "watch"];
export const natures = ["safety", "collective", "sensitive", "emerging"] as const;
export const reasons = ["known", "planned", "unrelated", "wording", "repeated", "other"] as const;
export const stateTabs = ["open", "decided", "all"] as const;
export type StateTab = (typeof stateTabs)[number];
export const actionIcons: Record<WarningAction, IconName> = { confirm: "check", supervise: "flag", patrol: "pin", dismiss: "close", reopen: "undo" };
const FILTERS = ["level", "nature", "area", "rule", "decided_from", "hit"] as const;

export interface WarningView {
  tab: StateTab;
  filters: Partial<Record<(typeof FILTERS)[number], string>>;
}

/** What an address asks of the list; what it does not know is left out. */
export function parseWarnings(query: LocationQuery): WarningView {
  const filters: WarningView["filters"] = {};
  for (const name of FILTERS) {
    const value = query[name];
    if (typeof value === "string" && value) filters[name] = value;
  }
  const tab = stateTabs.find((code) => code === query.state) ?? "open";
  return { tab, filters };
}
export function warningQuery(view: WarningView): Record<string, string> {
  return { ...(view.tab === "open" ? {} : { state: view.tab }), ...view.filters };
}
/** The same for the server, which calls "all" nothing. */
export function askedOf(view: WarningView): Record<string, string> {
  return { ...view.filters, state: view.tab === "all" ? "" : view.tab };
}

/** How rarely chance alone gives as many: N of "one in N", rounded to one figure; null beyond a million. */
export function oneIn(p: number): number | null {
  if (p < 1e-6) return null;
  const n = 1 / Math.max(p, 1e-9);
  const power = 10 ** Math.floor(Math.log10(n));
  return Math.max(1, Math.round(n / power) * power);
}

/** A warning that was read anew takes the place of the old one; others stay where they are. */
export function replaced(items: Warning[], fresh: Warning): Warning[] {
  return items.map((row) => (row.id === fresh.id ? { ...row, ...fresh } : row));
}
export const strongest = (evidence: WarningEvidence[]): WarningEvidence | undefined =>
  [...evidence].sort((a, b) => b.count - a.count)[0];
