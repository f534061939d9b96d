/** Sends what waits: one tab at a time, in order, with patience. Nothing leaves the phone's list before the server has it. */
import { phone, ground, Problem } from "@chengyun/api";
import { reactive } from "vue";
import { db, forgetOld, putRow, record, rows, type Kept } from "./db";
import { judge, moveAlong, nextPhotos, nextSending, pause, waiting, type Row } from "./rows";

const PIECE = 256 * 1024;
const channel = typeof BroadcastChannel === "undefined" ? null : new BroadcastChannel("chengyun-field");

export const outbox = reactive({ rows: [] as Row[], waiting: 0, decide: 0, sending: false, reached: navigator.onLine, lastExchange: "", photo: 0 });
/** Set by app.ts: asks the server who this is; false when it cannot be asked, or it is somebody else. */
export const gate = { ask: async (): Promise<boolean> => true };
const listeners = new Set<(row: Row) => void>();
/** Told of each row that went through, in the tab that sent it. */
export const onSent = (listener: (row: Row) => void): void => void listeners.add(listener);

export async function look(): Promise<void> {
  outbox.rows = await rows();
  const open = waiting(outbox.rows);
  outbox.waiting = open.length;
  outbox.decide = open.filter((row) => row.state === "decide").length;
}

async function changed(): Promise<void> {
  await look();
  channel?.postMessage("rows");
}

export interface Making {
  lane: string;
  kind: Row["kind"];
  title: string;
  about: string;
  body: Record<string, unknown>;
  path?: string;
  number?: string;
  version?: number | null;
  blobs?: Kept[];
  blobField?: string;
  uuid?: string;
}

/** Keep a record; it is safe when this returns, and goes out as soon as it can. */
export async function make(given: Making): Promise<Row> {
  const { blobs = [], blobField = "files", uuid = crypto.randomUUID(), ...rest } = given;
  const row = await record(
    { uuid, madeAt: new Date().toISOString(), state: "waiting", tries: 0, blobs: blobs.map((one) => one.id), blobField, ...rest },
    blobs,
  );
  await changed();
  void send();
  return row;
}

export async function decide(row: Row, how: { again: true; version?: number; body?: Record<string, unknown> } | { drop: string }): Promise<void> {
  if ("drop" in how) await putRow({ ...row, state: "dropped", reason: how.drop, sentAt: new Date().toISOString() });
  else await putRow({ ...row, state: "waiting", tries: 0, problem: null, now: null, version: how.version ?? row.version, body: how.body ?? row.body });
  await changed();
  void send();
}

let timer = 0;
let again = false;

/** Send until nothing is left, or the network is gone; then again later. */
export async function send(): Promise<void> {
  again = true;
  if (outbox.sending || !navigator.onLine) return;
  const run = async (lock: Lock | null) => {
    if (!lock) return;
    outbox.sending = true;
    try {
      while (again) {
        again = false;
        while (await step()) await look();
      }
    } finally {
      outbox.sending = false;
      await changed();
    }
  };
  window.clearTimeout(timer);
  await navigator.locks.request("chengyun-field-sender", { ifAvailable: true }, run);
  const left = waiting(outbox.rows).filter((row) => row.state === "waiting");
  if (left.length) timer = window.setTimeout(() => void send(), pause(Math.max(...left.slice(0, 5).map((row) => row.tries))) * 1000);
  else void forgetOld();
}

/** One sending; whether to go on. */
async function step(): Promise<boolean> {
  const store = await db();
  const all = await rows();
  const arrived = new Map((await store.getAll("blobs")).filter((one) => one.fileId).map((one) => [one.id, one.fileId]));
  const have = new Set(arrived.keys());
  const head = waiting(all).find((row) => row.state === "waiting");
  if (head && !ground.csrfToken && !(await gate.ask())) {
    await later(head);
    return false;
  }
  const going = nextSending(all, have).map((row) => ({ ...row, body: withFiles(row, arrived) }));
  const first = going[0];
  if (first) return first.kind === "post" ? sendPost(first) : sendCommands(going);
  for (const id of nextPhotos(all, have)) {
    if (!(await sendBlob(id, all))) return false;
  }
  return nextPhotos(all, have).length > 0;
}

function withFiles(row: Row, arrived: Map<string, string>): Record<string, unknown> {
  if (!row.blobs.length) return row.body;
  const ids = row.blobs.map((id) => arrived.get(id));
  const body = structuredClone(row.body) as Record<string, Record<string, unknown>>;
  const path = row.blobField.split(".");
  let target: Record<string, unknown> = body;
  for (const part of path.slice(0, -1)) target = target[part] as Record<string, unknown>;
  target[path.at(-1) ?? "files"] = ids;
  return body;
}

async function sendCommands(going: Row[]): Promise<boolean> {
  const commands = going.map((row) => ({
    uuid: row.uuid, made_at: row.madeAt,
    ...(row.kind === "act" ? { act: { ...row.body, version: row.version ?? null } } : { report: row.body }),
  }));
  try {
    const { results } = await phone.commands(commands);
    reached(true);
    let moved = false;
    for (const result of results) {
      const row = going.find((one) => one.uuid === result.uuid);
      if (!row) continue;
      if (result.status === 200) {
        await arrivedRow(row, result.answer ?? {});
        moved = true;
      } else if (judge(result.status) === "decide") {
        await undecided(row, result.problem as unknown as Row["problem"], result.now ?? null);
        moved = true;
      } else if (result.status !== 424) await later(row);
    }
    return moved;
  } catch (error) {
    return failed(going, error);
  }
}

async function sendPost(row: Row): Promise<boolean> {
  try {
    const answer = await phone.post(row.path ?? "", { ...row.body, ...("sent_at" in row.body ? { sent_at: new Date().toISOString() } : {}) });
    reached(true);
    await arrivedRow(row, answer);
    return true;
  } catch (error) {
    return failed([row], error);
  }
}

async function failed(going: Row[], error: unknown): Promise<boolean> {
  if (!(error instanceof Problem)) throw error;
  // The app was opened without a network, or somebody logged in anew: the next try begins with asking who this is.
  if (error.code === "csrf_failed") ground.csrfToken = "";
  const verdict = error.code === "csrf_failed" ? "later" : judge(error.status);
  reached(error.status !== 0);
  const first = going[0];
  if (verdict === "decide" && first && going.length === 1) {
    await undecided(first, { status: error.status, code: error.code, title: error.title, detail: error.detail }, null);
    return true;
  }
  if (verdict === "login") ground.onLoggedOut();
  for (const row of going.slice(0, 1)) await later(row);
  return false;
}

async function arrivedRow(row: Row, answer: Record<string, unknown>): Promise<void> {
  const kept = (await rows()).find((one) => one.uuid === row.uuid) ?? row;
  const done: Row = { ...kept, state: "done", answer, problem: null, now: null, sentAt: new Date().toISOString(), number: kept.number ?? (answer.number as string | undefined) };
  await putRow(done);
  if (typeof answer.version === "number") for (const next of moveAlong(await rows(), row, answer.version)) await putRow(next);
  for (const listener of listeners) listener(done);
}

async function undecided(row: Row, problem: Row["problem"], now: Row["now"]): Promise<void> {
  const kept = (await rows()).find((one) => one.uuid === row.uuid) ?? row;
  await putRow({ ...kept, state: "decide", problem, now });
}

async function later(row: Row): Promise<void> {
  const kept = (await rows()).find((one) => one.uuid === row.uuid);
  if (kept) await putRow({ ...kept, tries: kept.tries + 1 });
}

function reached(yes: boolean): void {
  outbox.reached = yes;
  if (yes) outbox.lastExchange = new Date().toISOString();
}

async function sendBlob(id: string, all: Row[]): Promise<boolean> {
  const store = await db();
  const one = await store.get("blobs", id);
  const owner = all.find((row) => row.blobs.includes(id));
  if (!one?.blob || !owner) return false;
  try {
    const bytes = new Uint8Array(await one.blob.arrayBuffer());
    const sha256 = hex(await crypto.subtle.digest("SHA-256", bytes));
    let state = await phone.begin({ uuid: id, name: one.name, size: bytes.length, sha256, proof: one.proof });
    for (let turns = 0; !state.file_id && turns < 2000; turns++) {
      outbox.photo = state.received / bytes.length;
      state = await phone.piece(id, state.received, bytes.slice(state.received, state.received + PIECE));
      reached(true);
    }
    if (!state.file_id) return false;
    await store.put("blobs", { ...one, blob: null, original: null, fileId: state.file_id });
    return true;
  } catch (error) {
    if (error instanceof Problem && error.code !== "csrf_failed" && judge(error.status) === "decide") {
      await undecided(owner, { status: error.status, code: error.code, title: error.title, detail: error.detail }, null);
      return true;
    }
    return failed([owner], error);
  } finally {
    outbox.photo = 0;
  }
}

const hex = (bytes: ArrayBuffer): string => [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, "0")).join("");

let begun = false;
export async function begin(): Promise<void> {
  await look();
  if (!begun) {
    begun = true;
    window.addEventListener("online", () => void send());
    window.addEventListener("offline", () => (outbox.reached = false));
    document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && void send());
    channel?.addEventListener("message", () => void look());
  }
  void send();
}
