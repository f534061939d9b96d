import type { CaseRow } from "@chengyun/api";
import type { Tone } from "@chengyun/ui";
import { serverText } from "./serverText";
import { minutesTo } from "./time";

type Translate = (key: string, values?: Record<string, unknown>) => string;

/** A span of natural time in words: days and hours, hours and minutes, or minutes. */
export function spanText(minutes: number, t: Translate): string {
  const all = Math.abs(minutes);
  const [d, h, m] = [Math.floor(all / 1440), Math.floor((all % 1440) / 60), all % 60];
  if (d >= 2) return t("limit.days", { d, h });
  if (all >= 60) return t("limit.hours", { h: Math.floor(all / 60), m });
  return t("limit.minutes", { m });
}

export interface Limit {
  tone: Tone;
  text: string;
  title: string;
}

/** What is left of the nearest limit of a case, as of now. */
export function limitOf(row: CaseRow, now: Date, t: Translate, at: (iso: string) => string): Limit | null {
  if (!row.next_due_at || !row.open) return null;
  const minutes = minutesTo(row.next_due_at, now);
  const over = minutes < 0;
  const tone: Tone = over || row.due_status === "overdue" ? "danger" : row.due_status === "due_soon" ? "warning" : "neutral";
  // The server's words count in the unit of the limit; once it has run out meanwhile, they no longer hold.
  const told = row.remaining && row.remaining.overdue === over ? String(row.remaining.text) : "";
  const text = told || t(over ? "limit.over" : "limit.left", { time: spanText(minutes, t) });
  return { tone, text, title: `${text} · ${t("limit.due", { stage: serverText(row.next_due_stage_name), at: at(row.next_due_at) })}` };
}
