import type { AnalysisParts, CloudWord, Conditions, Query } from "@chengyun/api";
import { asQuery } from "./filter";

export const analysisParts = ["words", "trend", "hexagons", "matrix", "calendar"] as const;
type Head = AnalysisParts["matrix"] | AnalysisParts["words"] | AnalysisParts["trend"] | AnalysisParts["calendar"] | AnalysisParts["hexagons"];

/** Several conditions at once; what has neither category nor area is `unset=category,area`. */
export function together(...conditions: Conditions[]): Conditions {
  const whole: Conditions = {};
  for (const condition of conditions) {
    for (const [name, value] of Object.entries(condition)) {
      const both = (name === "unset" || name === "direct") && whole[name];
      whole[name] = both ? [...new Set(`${String(whole[name])},${String(value)}`.split(",").filter(Boolean))].join(",") : value;
    }
  }
  return whole;
}
/** The list behind a figure of a part. */
export const listOfPart = (told: Head, ...more: Conditions[]): Query => asQuery(together(told.filter, told.measure, ...more));

/** The next day as a date. */
export function dayAfter(day: string): string {
  const at = new Date(`${day}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + 1);
  return at.toISOString().slice(0, 10);
}
/** What lists ask for one day in Shanghai. */
export const ofDay = (day: string): Conditions => ({ received_from: `${day}T00:00:00+08:00`, received_to: `${dayAfter(day)}T00:00:00+08:00` });

export type Change = "new" | "up" | "down" | "";
/** How a word stands against the period before, by its share of all cases. */
export function changeOf(word: CloudWord, cases: number, before: number | null): Change {
  if (word.before === null || !before || !cases) return "";
  if (!word.before) return word.cases >= 3 ? "new" : "";
  const ratio = word.cases / cases / (word.before / before);
  return ratio >= 1.5 && word.cases >= 5 ? "up" : ratio <= 0.67 && word.before >= 5 ? "down" : "";
}

/** One of five steps of a scale from 0 (none) to 5 (the most). */
export function step(value: number, most: number): number {
  if (value <= 0 || most <= 0) return 0;
  for (let at = 1; at < 5; at += 1) if (value <= until(at, most)) return at;
  return 5;
}
/** The largest number of a step; few cases are told apart evenly, many by their square roots. */
const until = (at: number, most: number): number => Math.floor(most * (at / 5) ** (most <= 10 ? 1 : 2));
/** What the steps mean, for a legend. */
export function legend(most: number): { step: number; from: number; to: number }[] {
  const found = [];
  for (let at = 1; at <= 5; at += 1) {
    const to = at === 5 ? most : until(at, most);
    const from = at === 1 ? 1 : until(at - 1, most) + 1;
    if (to >= from) found.push({ step: at, from, to });
  }
  return found;
}

export interface PlacedWord {
  word: CloudWord;
  x: number;
  y: number;
  size: number;
  width: number;
}
/** Words in centred rows, the most said first and largest; `measure` gives the width of a text in a size. */
export function layWords(words: CloudWord[], width: number, measure: (text: string, size: number) => number): { placed: PlacedWord[]; height: number } {
  const most = Math.max(1, ...words.map((row) => row.cases));
  const least = Math.min(most, ...words.map((row) => row.cases));
  const sizeOf = (cases: number) => Math.round(14 + 24 * (most === least ? 0.4 : (Math.sqrt(cases) - Math.sqrt(least)) / (Math.sqrt(most) - Math.sqrt(least))));
  const placed: PlacedWord[] = [];
  let row: PlacedWord[] = [];
  let used = 0;
  let top = 4;
  function close(): void {
    if (!row.length) return;
    const tall = Math.max(...row.map((one) => one.size));
    const shift = (width - used + 16) / 2;
    for (const one of row) placed.push({ ...one, x: one.x + shift, y: top + tall });
    top += tall * 1.3 + 4;
    row = [];
    used = 0;
  }
  for (const word of words) {
    const size = sizeOf(word.cases);
    const wide = measure(word.word, size) + 12;
    if (used && used + wide > width) close();
    row.push({ word, x: used, y: 0, size, width: wide });
    used += wide + 16;
  }
  close();
  return { placed, height: top + 8 };
}
