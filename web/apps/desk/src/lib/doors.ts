import type { IconName, Tone } from "@chengyun/ui";

/** How the state of a door looks, beside its word. */
export const DOOR_TONES: Record<string, Tone> = {
  inside: "neutral", unconfigured: "neutral", off: "neutral", ok: "done", error: "danger", stalled: "warning",
};
export const DOOR_ICONS: Record<string, IconName> = {
  inside: "done", unconfigured: "circle", off: "pause", ok: "done", error: "alert", stalled: "clock",
};
export const HELD_TONES: Record<string, Tone> = { held: "warning", applied: "done", taken: "done", dropped: "neutral" };

/** Changes as a person wrote them: the object, or null when it is no JSON object. */
export function readChanges(text: string): Record<string, unknown> | null {
  if (!text.trim()) return {};
  try {
    const found: unknown = JSON.parse(text);
    return found !== null && typeof found === "object" && !Array.isArray(found) ? (found as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

/** Only what differs from what was understood: the rest is taken as it came. */
export function corrected(shown: Record<string, string>, typed: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(typed).filter(([name, text]) => text !== (shown[name] ?? "")));
}
