/** What is kept on the phone, for one account: IndexedDB, so that it survives closing and a dead battery. */
import { openDB, type DBSchema, type IDBPDatabase } from "idb";
import type { Row } from "./rows";

export interface Kept {
  id: string;
  name: string;
  /** Taken away once the server has the whole. */
  blob: Blob | null;
  original: Blob | null;
  fileId: string;
  proof: Record<string, unknown>;
  madeAt: string;
}

interface Schema extends DBSchema {
  kv: { key: string; value: unknown };
  tasks: { key: string; value: Record<string, unknown> & { number: string } };
  rows: { key: string; value: Row; indexes: { seq: number } };
  blobs: { key: string; value: Kept };
}

let opened: { name: string; db: Promise<IDBPDatabase<Schema>> } | null = null;

export function useAccount(username: string): void {
  const name = `chengyun-field-${username}`;
  if (opened?.name === name) return;
  if (opened) void opened.db.then((old) => old.close());
  opened = {
    name,
    db: openDB<Schema>(name, 1, {
      upgrade(db) {
        db.createObjectStore("kv");
        db.createObjectStore("tasks", { keyPath: "number" });
        db.createObjectStore("rows", { keyPath: "uuid" }).createIndex("seq", "seq");
        db.createObjectStore("blobs", { keyPath: "id" });
      },
    }),
  };
}

export function db(): Promise<IDBPDatabase<Schema>> {
  if (!opened) throw new Error("nobody is logged in");
  return opened.db;
}

export const keep = async (key: string, value: unknown): Promise<void> => void (await (await db()).put("kv", JSON.parse(JSON.stringify(value)), key));
export const recall = async <T>(key: string): Promise<T | undefined> => (await (await db()).get("kv", key)) as T | undefined;
export const rows = async (): Promise<Row[]> => (await db()).getAllFromIndex("rows", "seq");
export const putRow = async (row: Row): Promise<void> => void (await (await db()).put("rows", JSON.parse(JSON.stringify(row)) as Row));

/** A photo without what the page wrapped around it: only plain values and blobs can be kept. */
export const plain = (one: Kept): Kept => ({ ...one, proof: JSON.parse(JSON.stringify(one.proof)) as Record<string, unknown> });

/** A record with its photos in one transaction: all of it is kept, or nothing. */
export async function record(row: Omit<Row, "seq">, blobs: Kept[]): Promise<Row> {
  const store = (await db()).transaction(["rows", "blobs"], "readwrite", { durability: "strict" });
  const last = await store.objectStore("rows").index("seq").openCursor(null, "prev");
  const whole = { ...(JSON.parse(JSON.stringify(row)) as Omit<Row, "seq">), seq: (last?.value.seq ?? 0) + 1 };
  for (const one of blobs) await store.objectStore("blobs").put(plain(one));
  await store.objectStore("rows").put(whole);
  await store.done;
  return whole;
}

/** What was sent a week ago leaves the list. */
export async function forgetOld(): Promise<void> {
  const store = await db();
  const oldest = new Date(Date.now() - 7 * 86_400_000).toISOString();
  for (const row of await rows()) {
    if ((row.state !== "done" && row.state !== "dropped") || (row.sentAt ?? row.madeAt) > oldest) continue;
    for (const id of row.blobs) await store.delete("blobs", id);
    await store.delete("rows", row.uuid);
  }
}

/** Cases and outlines leave the phone with the log-out; what was not sent stays. */
export async function forgetWork(): Promise<void> {
  const store = await db();
  await store.clear("tasks");
  await store.clear("kv");
}
