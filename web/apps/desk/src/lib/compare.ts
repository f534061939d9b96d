/** Two texts side by side: which passages both have. Pure. */

export interface Passage {
  text: string;
  same: boolean;
}

const LENGTH = 3;
const NOISE = /[\s\p{P}\p{S}]/u;

/** The characters that count, with their places in the text. */
function plain(text: string): { chars: string[]; at: number[] } {
  const chars: string[] = [];
  const at: number[] = [];
  for (let index = 0; index < text.length; index += 1) {
    const char = text[index] ?? "";
    if (NOISE.test(char)) continue;
    chars.push(char.normalize("NFKC").toLowerCase());
    at.push(index);
  }
  return { chars, at };
}

/** A text in passages, those marked that the other has too: at least three characters in a row, marks and blanks aside. */
export function passages(text: string, other: string): Passage[] {
  const mine = plain(text);
  const theirs = plain(other).chars;
  const known = new Set<string>();
  for (let index = 0; index + LENGTH <= theirs.length; index += 1) known.add(theirs.slice(index, index + LENGTH).join(""));
  const same = new Array<boolean>(text.length).fill(false);
  for (let index = 0; index + LENGTH <= mine.chars.length; index += 1) {
    if (!known.has(mine.chars.slice(index, index + LENGTH).join(""))) continue;
    same.fill(true, mine.at[index], (mine.at[index + LENGTH - 1] ?? 0) + 1);
  }
  const found: Passage[] = [];
  for (let index = 0; index < text.length; index += 1) {
    const last = found.at(-1);
    if (last && last.same === same[index]) last.text += text[index];
    else found.push({ text: text[index] ?? "", same: same[index] ?? false });
  }
  return found;
}

/** How long a join can be undone. */
export const UNDO_WITHIN = 3_600_000;

/** Whether the join of a row can still be undone: a joined request ends at the moment of joining. */
export function canUndo(row: { state: string; closed_at?: string | null }, now: Date): boolean {
  return row.state === "joined" && Boolean(row.closed_at) && now.getTime() - new Date(row.closed_at ?? 0).getTime() < UNDO_WITHIN;
}

/** Which of several cases should lead: what others joined already, what a unit has, what came first. */
export function leadOf<Row extends { number: string; callers: number; lead_unit: unknown; received_at: string }>(rows: readonly Row[]): Row | undefined {
  return [...rows].sort(
    (one, other) =>
      other.callers - one.callers || Number(Boolean(other.lead_unit)) - Number(Boolean(one.lead_unit)) ||
      one.received_at.localeCompare(other.received_at) || one.number.localeCompare(other.number),
  )[0];
}
