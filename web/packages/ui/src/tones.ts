import type { IconName } from "./icons";

/** The states of the trade: 正常 grey, 进行 blue, 临期 amber, 超期 red, 督办 purple, 办结 green. Never colour alone. */
export type Tone = "neutral" | "progress" | "warning" | "danger" | "supervised" | "done";

export const toneIcons: Record<Tone, IconName> = {
  neutral: "circle",
  progress: "play",
  warning: "clock",
  danger: "alert",
  supervised: "flag",
  done: "done",
};

export function toneOf(word: string | undefined | null): Tone {
  return word && word in toneIcons ? (word as Tone) : "progress";
}
