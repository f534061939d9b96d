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
  { name: "number", track: "158px", from: 700 },
  { name: "state", track: "112px", from: 0 },
  { name: "limit", track: "140px", from: 0, sort: ["next_due_at"] },
  { name: "title", track: "minmax(160px, 1fr)", from: 0 },
  { name: "category", track: "112px", from: 860 },
  { name: "place", track: "minmax(120px, 0.45fr)", from: 960 },
  { name: "unit", track: "112px", from: 620 },
  { name: "channel", track: "80px", from: 1080 },
  { name: "received", track: "96px", from: 800, numeric: true, sort: ["-received_at", "received_at"] },
];

export function columnsFor(width: number): Column[] {
  return columns.filter((column) => width >= column.from);
}
export function tracksOf(shown: Column[]): string {
  return ["32px", ...shown.map((column) => column.track)].join(" ");
}
