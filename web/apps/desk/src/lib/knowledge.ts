/** Rules of the knowledge pages: what an address asks for, how an answer is cited, what differs between versions. Pure. */
import type { SuggestKnowledge, TimelineEvent } from "@chengyun/api";
import type { InjectionKey, Ref } from "vue";
import type { LocationQuery, RouteLocationRaw } from "vue-router";
import { asQuery } from "./filter";

export const FILTERS = ["category", "area", "unit", "audience", "fresh"] as const;
export type KnowledgeFilter = (typeof FILTERS)[number];
export interface KnowledgeView {
  q: string;
  filters: Partial<Record<KnowledgeFilter, string>>;
}

/** The search that an address means. Unknown names are left out. */
export function parseKnowledge(query: LocationQuery): KnowledgeView {
  const one = (name: string) => (typeof query[name] === "string" ? String(query[name]) : "");
  const filters: KnowledgeView["filters"] = {};
  for (const name of FILTERS) if (one(name)) filters[name] = one(name);
  return { q: one("q"), filters };
}
export const knowledgeQuery = (view: KnowledgeView): Record<string, string> => ({ ...(view.q && { q: view.q }), ...view.filters });

// --- citing ----------------------------------------------------------------------------------------------------------
export interface Cited {
  id: number;
  /** How the action names the version that was read. */
  ref: string;
  title: string;
  /** The words that were put in: while they stand there, the article is cited. */
  text: string;
}

/** The text with the answer of an article below what is there; twice changes nothing. */
export function withAnswer(text: string, answer: string): string {
  const before = text.trimEnd();
  const words = answer.trim();
  if (!words || before.includes(words)) return text;
  return before ? `${before}\n${words}` : words;
}

/** Pieces long enough to tell whose words they are. */
const piecesOf = (text: string): string[] => text.split(/[\n。！？；]/).map((piece) => piece.trim()).filter((piece) => piece.length >= 6);

/** Those whose words still stand in the text; somebody who rewrote all of it does not cite any more. */
export function stillCited(text: string, cited: readonly Cited[]): Cited[] {
  return cited.filter((one) => {
    if (!one.text) return true;
    const pieces = piecesOf(one.text);
    return pieces.length ? pieces.some((piece) => text.includes(piece)) : text.includes(one.text.trim());
  });
}

export function addCited(list: readonly Cited[], one: Cited): Cited[] {
  return [...list.filter((other) => other.id !== one.id), one];
}

/** What the case beside an answer says, for suggestions. */
export interface CaseWords {
  title: string;
  text: string;
  category_id: number | null;
  area_id: number | null;
}
export const caseWords: InjectionKey<Ref<CaseWords>> = Symbol("caseWords");

export interface CitedRow {
  id: number;
  version: number;
  title: string;
  by: string;
  at: string;
  action: string;
}
/** The articles that the events of a case cite, the latest first, each once. */
export function citedIn(events: readonly TimelineEvent[]): CitedRow[] {
  const rows = new Map<string, CitedRow>();
  for (const event of events) {
    const cited = (event.payload as { citations?: unknown }).citations;
    for (const one of Array.isArray(cited) ? (cited as { article_id?: number; version?: number; title?: string }[]) : []) {
      if (!one?.article_id || !one.version) continue;
      const row = { id: one.article_id, version: one.version, title: one.title ?? "", by: event.actor.name ?? "", at: event.at, action: event.action_name };
      const known = rows.get(`${row.id}-${row.version}`);
      if (!known || known.at < row.at) rows.set(`${row.id}-${row.version}`, row);
    }
  }
  return [...rows.values()].sort((a, b) => (a.at < b.at ? 1 : -1));
}

// --- versions --------------------------------------------------------------------------------------------------------
export interface Piece {
  text: string;
  how: "same" | "added" | "removed";
}
export interface DiffLine {
  how: "same" | "added" | "removed" | "changed";
  pieces: Piece[];
}

/** The longest common run of two lists, as pairs of positions. */
function common<T>(a: readonly T[], b: readonly T[]): [number, number][] {
  const rows = a.length + 1;
  const width = b.length + 1;
  const best = new Uint32Array(rows * width);
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      best[i * width + j] = a[i] === b[j] ? best[(i + 1) * width + j + 1]! + 1 : Math.max(best[(i + 1) * width + j]!, best[i * width + j + 1]!);
    }
  }
  const pairs: [number, number][] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i] === b[j]) pairs.push([i++, j++]);
    else if (best[(i + 1) * width + j]! >= best[i * width + j + 1]!) i += 1;
    else j += 1;
  }
  return pairs;
}

const MOST = 600;
/** Words of a line: runs of Latin letters and digits, every other sign by itself. */
const wordsOf = (line: string): string[] => line.match(/[A-Za-z0-9.]+|[\s\S]/gu) ?? [];

function piecesBetween(before: string, after: string): Piece[] {
  const a = wordsOf(before);
  const b = wordsOf(after);
  if (a.length > MOST || b.length > MOST) return [{ text: before, how: "removed" }, { text: after, how: "added" }];
  const pieces: Piece[] = [];
  const put = (words: string[], how: Piece["how"]) => {
    if (!words.length) return;
    const last = pieces.at(-1);
    if (last?.how === how) last.text += words.join("");
    else pieces.push({ text: words.join(""), how });
  };
  let i = 0;
  let j = 0;
  for (const [x, y] of [...common(a, b), [a.length, b.length] as [number, number]]) {
    put(a.slice(i, x), "removed");
    put(b.slice(j, y), "added");
    if (x < a.length) put([a[x]!], "same");
    [i, j] = [x + 1, y + 1];
  }
  return pieces;
}

/** Two texts line by line; a line that was changed shows where. */
export function diffOf(before: string, after: string): DiffLine[] {
  const a = before.split("\n").slice(0, 2 * MOST);
  const b = after.split("\n").slice(0, 2 * MOST);
  const lines: DiffLine[] = [];
  let i = 0;
  let j = 0;
  for (const [x, y] of [...common(a, b), [a.length, b.length] as [number, number]]) {
    const gone = a.slice(i, x).filter((line) => line.trim());
    const come = b.slice(j, y).filter((line) => line.trim());
    const both = Math.min(gone.length, come.length);
    for (let at = 0; at < both; at += 1) lines.push({ how: "changed", pieces: piecesBetween(gone[at]!, come[at]!) });
    for (const text of gone.slice(both)) lines.push({ how: "removed", pieces: [{ text, how: "removed" }] });
    for (const text of come.slice(both)) lines.push({ how: "added", pieces: [{ text, how: "added" }] });
    if (x < a.length) lines.push({ how: "same", pieces: [{ text: a[x]!, how: "same" }] });
    [i, j] = [x + 1, y + 1];
  }
  return lines;
}

/** The part of a comparison worth reading: changed lines with a line before and after; null stands for what is left out. */
export function shortDiff(lines: readonly DiffLine[], around = 1): (DiffLine | null)[] {
  const near = (at: number) => lines.slice(Math.max(0, at - around), at + around + 1).some((line) => line.how !== "same");
  const short: (DiffLine | null)[] = [];
  lines.forEach((line, at) => {
    if (near(at)) short.push(line);
    else if (short.at(-1) !== null) short.push(null);
  });
  return lines.some((line) => line.how !== "same") ? short : [];
}

// --- suggestions -----------------------------------------------------------------------------------------------------
const ENOUGH = 4;
/** What is asked for articles beside a form; null while too little is written. */
export function suggestOf(asked: SuggestKnowledge): SuggestKnowledge | null {
  const text = asked.text.trim();
  const title = asked.title.trim();
  if (text.length + title.length < ENOUGH && asked.category_id === null) return null;
  return { ...asked, text: text.slice(0, 4_000), title: title.slice(0, 120) };
}

// --- lists and figures -----------------------------------------------------------------------------------------------
export const CORRECTIONS = "corrections";
/** Every article that one may read, narrowed by conditions only. */
export const ALL = "all";
/** Conditions that a list of articles or corrections may have beside its name. */
export const LIST_FILTERS = ["unit", "category", "audience", "published_from", "published_to", "due_by", "due_from", "due_to", "state", "own", "exact"] as const;

export function listFilters(query: LocationQuery): Record<string, string> {
  const found: Record<string, string> = {};
  for (const name of LIST_FILTERS) if (typeof query[name] === "string" && query[name]) found[name] = String(query[name]);
  return found;
}

/** The page that shows what a figure counts; null when it opens nothing. */
export function opensTo(opens: Record<string, unknown>): RouteLocationRaw | null {
  const plain = (value: unknown) => asQuery((value ?? {}) as Record<string, unknown>);
  if (opens.cases) return { name: "cases", query: plain(opens.cases) };
  if (opens.rules) return { name: "knowledge-rules", query: plain(opens.rules) };
  if (opens.corrections) return { name: "knowledge-work", params: { list: CORRECTIONS }, query: plain(opens.corrections) };
  if (!opens.articles) return null;
  const { list, ...rest } = plain(opens.articles);
  return { name: "knowledge-work", params: { list: list || ALL }, query: rest };
}
