import type { Emergency } from "./types";

/** The first number that the words suggest, found on the phone itself: shown without a network and whatever the limits. */
export function emergencyIn(text: string, known: readonly Emergency[]): Emergency | null {
  return known.find((one) => !one.unless.some((word) => text.includes(word)) && one.words.some((word) => word.split("+").every((part) => text.includes(part)))) ?? null;
}
