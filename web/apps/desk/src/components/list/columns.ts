import { isEnglish } from "@/i18n";

export type ColumnName =
  | "number" | "state" | "limit" | "due" | "title" | "kind" | "category" | "place" | "area" | "subdistrict" | "unit" | "channel"
  | "requester" | "phone" | "urgency" | "flags" | "pending" | "callers" | "received" | "closed" | "outcome" | "satisfaction";

export interface Column {
  name: ColumnName;
  /** Width in px when it was put into the list by somebody who chose no width. */
  width: number;
  /** The same in English, whose words for it are longer. */
  english?: number;
  /** Takes so many shares of the room that is left, but is no narrower than `width`. */
  grow?: number;
  /** Shown by itself when the list is at least so wide, in px; without it, only when somebody chooses it. */
  from?: number;
  numeric?: boolean;
  /** Sorting by it, when the server can: first press, second press. */
  sort?: [string, string];
}
export interface Shown extends Column {
  /** Chosen by hand. */
  chosen?: number;
}

/** In the order in which they stand when nobody chose another. Names are those of the columns in an exported file. */
export const columns: Column[] = [
  { name: "number", width: 150, from: 790 },
  { name: "state", width: 116, english: 140, from: 0 },
  { name: "limit", width: 150, english: 184, from: 0, sort: ["next_due_at", "-next_due_at"] },
  { name: "title", width: 180, grow: 5, from: 0 },
  { name: "category", width: 104, from: 910 },
  { name: "place", width: 130, grow: 2, from: 1180 },
  { name: "unit", width: 104, from: 620 },
  { name: "channel", width: 96, from: 1320 },
  { name: "received", width: 92, from: 1010, numeric: true, sort: ["-received_at", "received_at"] },
  { name: "due", width: 128, numeric: true, sort: ["next_due_at", "-next_due_at"] },
  { name: "kind", width: 72 },
  { name: "area", width: 104 },
  { name: "subdistrict", width: 104 },
  { name: "requester", width: 80 },
  { name: "phone", width: 112 },
  { name: "urgency", width: 80 },
  { name: "flags", width: 120 },
  { name: "pending", width: 88 },
  { name: "callers", width: 72, numeric: true },
  { name: "closed", width: 128, numeric: true, sort: ["-closed_at", "closed_at"] },
  { name: "outcome", width: 112 },
  { name: "satisfaction", width: 88 },
];
const known = new Map(columns.map((column) => [column.name as string, column]));
const inLanguage = (column: Column): Column => (isEnglish() && column.english ? { ...column, width: column.english } : column);
export const NARROWEST = 56;
export const WIDEST = 800;
const GAP = 12;
const PICK = 24;
const EDGE = 28;

/** A layout as it is kept ("title:320"): the columns that exist, in order. */
export function parseLayout(layout: readonly string[]): Shown[] {
  const found: Shown[] = [];
  for (const entry of layout) {
    const [name = "", width] = entry.split(":");
    const column = known.get(name);
    if (!column || found.some((other) => other.name === name)) continue;
    found.push({ ...inLanguage(column), ...(width && { chosen: clampWidth(Number(width)) }) });
  }
  return found;
}
export function formatLayout(shown: readonly Shown[]): string[] {
  return shown.map((column) => (column.chosen ? `${column.name}:${column.chosen}` : column.name));
}
export function clampWidth(width: number): number {
  return Math.round(Math.max(NARROWEST, Math.min(WIDEST, Number.isFinite(width) ? width : NARROWEST)));
}

/**
 * The columns of a list so wide: those that somebody chose, or as many as there is room for. `beside` something else
 * (a case, the map) the last of those that were chosen give way, as far as three; the title stays.
 */
export function columnsFor(width: number, layout: readonly string[] = [], beside = false): Shown[] {
  const chosen = parseLayout(layout);
  while (beside && chosen.length > 3 && leastWidth(chosen) > width) {
    chosen.splice(chosen.findLastIndex((column) => column.name !== "title"), 1);
  }
  return chosen.length ? chosen : columns.filter((column) => column.from !== undefined && width >= column.from).map(inLanguage);
}
/** Tracks of a CSS grid; the first is for the check box. One column takes what is left, so that rows fill the list. */
export function tracksOf(shown: readonly Shown[]): string {
  const grows = shown.some((column) => column.grow && !column.chosen);
  const last = shown.at(-1);
  return [
    `${PICK}px`,
    ...shown.map((column) => {
      if (column.chosen) return !grows && column === last ? `minmax(${column.chosen}px, 1fr)` : `${column.chosen}px`;
      if (column.grow) return `minmax(${column.width}px, ${column.grow}fr)`;
      return !grows && column === last ? `minmax(${column.width}px, 1fr)` : `${column.width}px`;
    }),
  ].join(" ");
}
/** The least width of a row, in px; a narrower list scrolls sideways. */
export function leastWidth(shown: readonly Shown[]): number {
  return EDGE + PICK + shown.reduce((sum, column) => sum + GAP + (column.chosen ?? column.width), 0);
}
/** A column one place further, as the arrows and dragging move it. */
export function moved<T>(items: readonly T[], from: number, to: number): T[] {
  if (from < 0 || to < 0 || from >= items.length || to >= items.length) return [...items];
  const next = [...items];
  next.splice(to, 0, ...next.splice(from, 1));
  return next;
}
