export interface Column {
  name: "number" | "state" | "limit" | "title" | "category" | "place" | "unit" | "channel" | "received";
  /** A track of CSS grid. */
  track: string;
  /** The list must be at least so wide, in px, for the column to be shown. */
  from: number;
  numeric?: boolean;
  /** Sorting by it, when the server can. */
  sort?: [string, string?];
}

export const columns: Column[] = [
  { name: "number", track: "150px", from: 790 },
  { name: "state", track: "116px", from: 0 },
  { name: "limit", track: "132px", from: 0, sort: ["next_due_at"] },
  { name: "title", track: "minmax(180px, 1fr)", from: 0 },
  { name: "category", track: "104px", from: 910 },
  { name: "place", track: "minmax(130px, 0.4fr)", from: 1180 },
  { name: "unit", track: "104px", from: 620 },
  { name: "channel", track: "96px", from: 1320 },
  { name: "received", track: "92px", from: 1010, numeric: true, sort: ["-received_at", "received_at"] },
];

export function columnsFor(width: number): Column[] {
  return columns.filter((column) => width >= column.from);
}
export function tracksOf(shown: Column[]): string {
  return ["24px", ...shown.map((column) => column.track)].join(" ");
}
