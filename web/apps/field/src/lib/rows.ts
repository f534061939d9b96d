/** What waits on the phone, and in which order it may go. Pure. */
export type State = "waiting" | "decide" | "done" | "dropped";
export type Kind = "act" | "report" | "post";

export interface Row {
  uuid: string;
  seq: number;
  /** Rows of one lane go strictly one after the other; lanes do not wait for each other. */
  lane: string;
  kind: Kind;
  /** What it is, in the words of the person: "答复", "上报". */
  title: string;
  about: string;
  madeAt: string;
  body: Record<string, unknown>;
  /** For kind "post": where it goes. */
  path?: string;
  number?: string;
  version?: number | null;
  /** Photos and sounds, by uuid; their ids on the server take their place in body[blobField]. */
  blobs: string[];
  blobField: string;
  state: State;
  tries: number;
  problem?: { status: number; code: string; title: string; detail: string } | null;
  now?: Record<string, unknown> | null;
  reason?: string;
  answer?: Record<string, unknown> | null;
  sentAt?: string;
}

export const MOST = 20;
const pending = (row: Row) => row.state === "waiting" || row.state === "decide";

/** Rows that may go now: in their order, none behind one of its lane that waits for a decision or for its photos. */
export function ready(rows: readonly Row[], arrived: ReadonlySet<string>): Row[] {
  const stopped = new Set<string>();
  const found: Row[] = [];
  for (const row of inOrder(rows).filter(pending)) {
    if (stopped.has(row.lane)) continue;
    if (row.state === "decide" || row.blobs.some((id) => !arrived.has(id))) stopped.add(row.lane);
    else found.push(row);
  }
  return found;
}

/** The next sending: one door of a sibling, or as many commands as the server takes at once. */
export function nextSending(rows: readonly Row[], arrived: ReadonlySet<string>): Row[] {
  const able = ready(rows, arrived);
  const first = able[0];
  if (!first) return [];
  if (first.kind === "post") return [first];
  return able.filter((row) => row.kind !== "post").slice(0, MOST);
}

/** The first row that only waits for its photos. */
export function nextPhotos(rows: readonly Row[], arrived: ReadonlySet<string>): string[] {
  const stopped = new Set<string>();
  for (const row of inOrder(rows).filter(pending)) {
    const missing = row.blobs.filter((id) => !arrived.has(id));
    if (!stopped.has(row.lane) && row.state === "waiting" && missing.length) return missing;
    stopped.add(row.lane);
  }
  return [];
}

export const inOrder = (rows: readonly Row[]): Row[] => [...rows].sort((a, b) => a.seq - b.seq);
export const waiting = (rows: readonly Row[]): Row[] => inOrder(rows).filter(pending);

/** After a row went through: later rows of its lane that were made on the same version mean the new one. */
export function moveAlong(rows: readonly Row[], sent: Row, version: number): Row[] {
  if (typeof sent.version !== "number") return [];
  const seen = sent.version;
  return rows
    .filter((row) => row.lane === sent.lane && row.seq > sent.seq && row.state === "waiting" && typeof row.version === "number" && row.version <= seen)
    .map((row) => ({ ...row, version }));
}

/** What the server says of a row that it did not take: try again later, or let the person decide. */
export function judge(status: number): "later" | "login" | "decide" {
  if (status === 0 || status === 424 || status === 425 || status === 429 || status >= 500 || status === 408) return "later";
  return status === 401 ? "login" : "decide";
}

/** Seconds until the next try: 2, 4, 8 … 60. */
export const pause = (tries: number): number => Math.min(60, 2 ** Math.min(tries, 6));
