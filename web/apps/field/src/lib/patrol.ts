/** A patrol: positions while it runs, in batches through the same queue as everything else. */
import { reactive } from "vue";
import { app } from "./app";
import { keep, recall } from "./db";
import { fixOf, here, locate } from "./here";
import { RULES, worth, type Fix } from "./sampling";
import { make } from "./sender";

interface Running {
  id: string;
  startedAt: string;
  seq: number;
}

export const patrol = reactive({ running: null as Running | null, track: [] as Fix[], waiting: [] as (Fix & { seq: number })[], silentSince: "", denied: false });

let watch = 0;
let beat = 0;
const BATCH_SECONDS = 60;
const MOST = 100;
const V1 = "/api/v1/fieldwork";

export async function resume(): Promise<void> {
  const kept = await recall<{ running: Running | null; track: Fix[]; waiting: (Fix & { seq: number })[] }>("patrol");
  if (!kept?.running) return;
  Object.assign(patrol, kept);
  follow();
}

const save = (): Promise<void> => keep("patrol", { running: patrol.running, track: patrol.track, waiting: patrol.waiting });

export async function startPatrol(title: string, plan?: string): Promise<void> {
  const id = crypto.randomUUID();
  const fix = await locate(6_000);
  const at = new Date().toISOString();
  Object.assign(patrol, { running: { id, startedAt: at, seq: 0 }, track: [], waiting: [], silentSince: at });
  await save();
  const place = fix ? { lng: fix.lng, lat: fix.lat } : {};
  await make({ lane: `patrol:${id}`, kind: "post", title, about: "", path: `${V1}/patrols`, body: { id, at, sent_at: at, ...(plan ? { plan } : {}), ...place } });
  if (fix) await take({ ...fix, at });
  follow();
}

function follow(): void {
  if (!("geolocation" in navigator) || watch) return;
  watch = navigator.geolocation.watchPosition(
    (position) => {
      patrol.denied = false;
      here.value = fixOf(position);
      void take(here.value);
    },
    (error) => (patrol.denied = error.code === error.PERMISSION_DENIED),
    { enableHighAccuracy: true, maximumAge: 10_000, timeout: 60_000 },
  );
  beat = window.setInterval(() => void flush(), BATCH_SECONDS * 1000);
}

async function take(fix: Fix): Promise<void> {
  const { running, track } = patrol;
  if (!running || !worth(track.at(-1) ?? null, fix, { ...RULES, seconds: app.today?.rules?.sample_seconds ?? RULES.seconds })) return;
  track.push(fix);
  patrol.waiting.push({ ...fix, seq: running.seq++ });
  patrol.silentSince = fix.at;
  await save();
  if (patrol.waiting.length >= MOST) await flush();
}

export async function flush(): Promise<void> {
  const { running, waiting } = patrol;
  if (!running || !waiting.length) return;
  const positions = waiting.splice(0, MOST).map(({ seq, at, lng, lat, accuracy, speed }) => ({ seq, at, lng, lat, accuracy, ...(speed ? { speed } : {}) }));
  await make({ lane: `patrol:${running.id}`, kind: "post", title: "positions", about: String(positions.length), path: `${V1}/positions`, body: { patrol: running.id, sent_at: "", positions } });
  await save();
}

export async function stopPatrol(title: string): Promise<void> {
  const { running } = patrol;
  if (!running) return;
  navigator.geolocation?.clearWatch(watch);
  window.clearInterval(beat);
  watch = beat = 0;
  while (patrol.waiting.length) await flush();
  const at = new Date().toISOString();
  await make({ lane: `patrol:${running.id}`, kind: "post", title, about: "", path: `${V1}/patrols/${running.id}/stop`, body: { at, sent_at: at } });
  patrol.running = null;
  await save();
}

export async function checkPoint(title: string, point: { code: string; name: string }, result: "fine" | "problem", note: string, fix: Fix, blobs: import("./db").Kept[]): Promise<void> {
  const id = crypto.randomUUID();
  const at = new Date().toISOString();
  await make({
    lane: `patrol:${patrol.running?.id}`, kind: "post", title, about: point.name, path: `${V1}/checks`, blobs, blobField: "photos",
    body: { id, patrol: patrol.running?.id, point: point.code, at, sent_at: at, lng: fix.lng, lat: fix.lat, accuracy: fix.accuracy, result, note, photos: [] },
  });
}
