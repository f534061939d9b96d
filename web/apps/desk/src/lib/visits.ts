import type { IconName, Tone } from "@chengyun/ui";

type Look = { tone: Tone; icon: IconName };
/** State as word + icon + colour. */
export const outcomeLook: Record<string, Look> = {
  met: { tone: "done", icon: "done" }, absent: { tone: "warning", icon: "clock" }, refused: { tone: "danger", icon: "close" }, moved: { tone: "neutral", icon: "right" },
};
export const markLook: Record<string, Look> = {
  expected: { tone: "neutral", icon: "circle" }, came: { tone: "done", icon: "done" }, late: { tone: "warning", icon: "clock" }, excused: { tone: "neutral", icon: "pause" }, absent: { tone: "danger", icon: "close" },
};
export const courseLook: Record<string, Look> = {
  planned: { tone: "progress", icon: "clock" }, held: { tone: "done", icon: "done" }, cancelled: { tone: "neutral", icon: "close" },
};
/** How a plan stands: overdue, due today, later. */
export function dueLook(overdue: number, due: string, today: string): Look & { word: "overdue" | "today" | "dueOn" } {
  if (overdue > 0) return { tone: "danger", icon: "alert", word: "overdue" };
  return due === today ? { tone: "warning", icon: "clock", word: "today" } : { tone: "neutral", icon: "clock", word: "dueOn" };
}
