import { api, type BaseMap, type CaseMap, type MapFeature, type Outline, type Query } from "@chengyun/api";
import { onBeforeUnmount, ref, shallowRef, watch, type Ref } from "vue";
import type { Seen } from "@/components/map/types";
import { useLive } from "@/stores/live";

const AFTER_MOVING = 120;
const AFTER_CHANGES = 5_000;
export const noBase: BaseMap = { tiles: [], file: null, crs: "wgs84", zoom: 18, attribution: "", missing: false };

let base: Promise<BaseMap> | null = null;
/** What lies under the map, as the settings say. */
export function loadBase(): Promise<BaseMap> {
  base ??= api.places.baseMap();
  base.catch(() => (base = null));
  return base;
}
/** Outlines and base map: the same for everybody, read once while the page is open. */
let ground: Promise<{ streets: Outline[]; communities: Outline[]; base: BaseMap }> | null = null;
export function loadGround() {
  ground ??= (async () => {
    const [streets, communities, below] = await Promise.all([
      api.places.outlines("subdistrict").then((found) => found.features), api.places.outlines("community").then((found) => found.features), loadBase(),
    ]);
    return { streets, communities, base: below };
  })();
  ground.catch(() => (ground = null));
  return ground;
}

/** What lies in view of the cases of a list; asked anew when the view, the list or a case changes. */
export function useCaseMap(query: Ref<Query | null>, layer: Ref<"clusters" | "heat">, active: Ref<boolean>) {
  const live = useLive();
  const features = shallowRef<MapFeature[]>([]);
  const total = ref<number | null>(null);
  const unplaced = ref<{ count: number; capped: boolean } | null>(null);
  const state = ref<"loading" | "ready" | "failed">("loading");
  const error = shallowRef<unknown>(null);
  const seen = shallowRef<Seen | null>(null);
  let abort: AbortController | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let late: ReturnType<typeof setTimeout> | undefined;
  let counted = "";
  let missed = false;

  async function load(): Promise<void> {
    clearTimeout(timer);
    if (!query.value || !seen.value || !active.value) {
      missed = true;
      return;
    }
    missed = false;
    abort?.abort();
    abort = new AbortController();
    const mine = abort;
    const asked = JSON.stringify(query.value);
    const { bounds, zoom } = seen.value;
    const bbox = bounds.map((value) => Math.max(-180, Math.min(180, value)).toFixed(6)).join(",");
    state.value = "loading";
    try {
      const answer: CaseMap = await api.cases.map(query.value, { bbox, zoom: Math.max(0, Math.min(22, Math.round(zoom))), layer: layer.value, unplaced: counted !== asked }, mine.signal);
      if (mine.signal.aborted) return;
      features.value = answer.features;
      total.value = answer.total;
      if (answer.unplaced !== null) unplaced.value = { count: answer.unplaced, capped: answer.unplaced_capped };
      counted = asked;
      state.value = "ready";
    } catch (problem) {
      if (mine.signal.aborted) return;
      error.value = problem;
      state.value = "failed";
    }
  }
  const soon = (wait: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => void load(), wait);
  };
  function look(now: Seen): void {
    const first = seen.value === null;
    seen.value = now;
    soon(first ? 0 : AFTER_MOVING);
  }
  watch([query, layer], (now, before) => {
    if (JSON.stringify(now) !== JSON.stringify(before)) soon(0);
  });
  watch(active, (now) => {
    if (now && missed) soon(0);
  });
  const stop = live.onChange(() => {
    counted = "";
    late ??= setTimeout(() => {
      late = undefined;
      void load();
    }, AFTER_CHANGES);
  });
  onBeforeUnmount(() => {
    stop();
    clearTimeout(timer);
    clearTimeout(late);
    abort?.abort();
  });
  return { features, total, unplaced, state, error, seen, look, load };
}
