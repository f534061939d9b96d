/** Passages of a reply. Pure. Offsets count characters as the server does, not UTF-16 units. */
import type { ReplyHint } from "@chengyun/api";
import type { IconName, Tone } from "@chengyun/ui";

export const TONES: Record<string, Tone> = { missing: "danger", doubt: "warning", hint: "neutral" };
export const ICONS: Record<string, IconName> = { missing: "alert", doubt: "eye", hint: "message" };

export interface Piece {
  text: string;
  /** The gravest hint about this piece; "element" where an element is told; "" for the rest. */
  mark: "" | "missing" | "doubt" | "hint" | "element";
  title: string;
}
interface Marked {
  passages: readonly (readonly number[])[];
  mark: Piece["mark"];
  title: string;
}
const WEIGHT: Record<Piece["mark"], number> = { "": 0, element: 1, hint: 2, doubt: 3, missing: 4 };

/** The text cut at every passage, each piece with the gravest mark that covers it. */
export function piecesOf(text: string, marked: readonly Marked[]): Piece[] {
  const characters = Array.from(text);
  const edges = new Set([0, characters.length]);
  for (const one of marked) for (const [start = 0, end = 0] of one.passages) if (end <= characters.length) edges.add(start).add(end);
  const ordered = [...edges].sort((a, b) => a - b);
  return ordered.slice(0, -1).map((from, index) => {
    const to = ordered[index + 1]!;
    const over = marked.filter((one) => one.passages.some(([start = 0, end = 0]) => start <= from && to <= end));
    const gravest = over.reduce<Piece["mark"]>((worst, one) => (WEIGHT[one.mark] > WEIGHT[worst] ? one.mark : worst), "");
    return { text: characters.slice(from, to).join(""), mark: gravest, title: over.map((one) => one.title).join("\n") };
  });
}

/** [start, end) in UTF-16 units, for the selection of a text field. */
export function selectionOf(text: string, passage: readonly number[]): [number, number] {
  const characters = Array.from(text);
  const length = (end: number) => characters.slice(0, end).join("").length;
  return [length(passage[0] ?? 0), length(passage[1] ?? 0)];
}

export const quoted = (text: string, passage: readonly number[]) => Array.from(text).slice(passage[0], passage[1]).join("");

/** Where what is proposed goes: a greeting to the front, all else to the end. */
export function put(text: string, hint: Pick<ReplyHint, "code" | "write">): string {
  const front = ["no_courtesy", "no_contact", "contact_when"].includes(hint.code);
  const trimmed = text.trimEnd();
  if (!trimmed) return hint.write;
  if (!front) return /[。！？；\n]$/.test(trimmed) ? trimmed + hint.write : `${trimmed}${STOP}${hint.write}`;
  const greeting = hint.code === "no_courtesy" ? null : GREETING.exec(text);
  return greeting ? text.slice(0, greeting[0].length) + hint.write + text.slice(greeting[0].length) : hint.write + text;
}
const STOP = String.fromCharCode(0x3002);
const GREETING = new RegExp(`^[^${STOP}\\uff01!\\n]{0,24}\\u60a8\\u597d[\\uff01!\\uff0c,${STOP}]?`);
