/** Pure rules of the assessment pages. */
import type { ScoreLine } from "@chengyun/api";
import type { IconName, Tone } from "@chengyun/ui";

export const monthLook: Record<string, { tone: Tone; icon: IconName }> = {
  open: { tone: "progress", icon: "play" }, closed: { tone: "neutral", icon: "lock" }, published: { tone: "done", icon: "done" },
};
export const appealLook: Record<string, { tone: Tone; icon: IconName }> = {
  pending: { tone: "warning", icon: "clock" }, granted: { tone: "done", icon: "done" }, refused: { tone: "neutral", icon: "close" }, withdrawn: { tone: "neutral", icon: "undo" },
};

/** "15.00" → "15", "4.50" → "4.5": points without zeros that say nothing. */
export function points(text: string | null | undefined): string {
  if (text === null || text === undefined || text === "") return "—";
  return text.includes(".") ? text.replace(/\.?0+$/, "") : text;
}

/** How far a total moved since the month before, "+1.2"; empty when there is none. */
export function moved(now: string | null, before: string | null): string {
  if (now === null || before === null) return "";
  const by = Math.round((Number(now) - Number(before)) * 100) / 100;
  return by === 0 ? "0" : `${by > 0 ? "+" : "−"}${points(Math.abs(by).toFixed(2))}`;
}

/** The share of its weight that a line earned, 0 to 1. */
export function earned(line: Pick<ScoreLine, "points" | "weight">): number {
  const whole = Number(line.weight);
  return line.points === null || !whole ? 0 : Math.max(0, Math.min(1, Number(line.points) / whole));
}

/** Bands as they are typed, "85:60；95:100" or "85:60; 95:100", as the scheme keeps them. */
export const bandsOf = (text: string) => text.split(/[;；\n]/).map((part) => part.replace("：", ":").trim()).filter(Boolean);
export const bandsText = (bands: readonly string[] | undefined) => (bands ?? []).join("；");

/** The sum of weights, exact to two places. */
export const weightSum = (items: readonly { weight?: number | null }[]) => Math.round(items.reduce((sum, item) => sum + (item.weight ?? 0) * 100, 0)) / 100;
