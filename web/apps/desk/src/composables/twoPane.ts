import { computed, onBeforeUnmount, ref, shallowRef, watch, type Ref, type ShallowRef } from "vue";
import { useRoute, useRouter, type LocationQuery } from "vue-router";
import { useLive } from "@/stores/live";

interface Sources<L, D> {
  name: string;
  list: (query: LocationQuery, cursor: string) => Promise<L>;
  one: (id: number) => Promise<D>;
  /** What of the address the list depends on: all of its query, if nothing is said. */
  key?: (query: LocationQuery) => unknown;
  /** What makes both be read again, once in so many milliseconds at most. */
  beat?: () => unknown;
  wait?: number;
  more?: (before: L, page: L) => L;
}
interface TwoPane<L, D> {
  chosen: Ref<number | null>;
  page: ShallowRef<L | null>;
  error: ShallowRef<unknown>;
  busy: Ref<boolean>;
  one: ShallowRef<D | null>;
  oneError: ShallowRef<unknown>;
  load: (cursor?: string) => Promise<void>;
  loadOne: () => Promise<void>;
  ask: (query: Record<string, string>) => void;
  open: (id: number | null) => void;
  shown: (fresh: D, id?: number) => void;
}

/** A list that the address asks for, and what is open beside it; both follow what happens. */
export function useTwoPane<L, D>(from: Sources<L, D>): TwoPane<L, D> {
  const route = useRoute();
  const router = useRouter();
  const live = useLive();
  const chosen = computed(() => Number(route.params.id) || null);
  const page = shallowRef<L | null>(null) as ShallowRef<L | null>;
  const one = shallowRef<D | null>(null) as ShallowRef<D | null>;
  const error = shallowRef<unknown>(null);
  const oneError = shallowRef<unknown>(null);
  const busy = ref(false);
  const wait = from.wait ?? 1_500;
  const here = () => route.name === from.name;
  let turn = 0;

  async function load(cursor = ""): Promise<void> {
    const mine = (turn += 1);
    busy.value = true;
    try {
      const found = await from.list(route.query, cursor);
      if (mine !== turn) return;
      page.value = cursor && page.value && from.more ? from.more(page.value, found) : found;
      error.value = null;
    } catch (problem) {
      if (mine === turn) error.value = problem;
    } finally {
      if (mine === turn) busy.value = false;
    }
  }
  async function loadOne(): Promise<void> {
    const id = chosen.value;
    if (id === null) return void (one.value = oneError.value = null);
    try {
      const found = await from.one(id);
      if (chosen.value !== id) return;
      one.value = found;
      oneError.value = null;
    } catch (problem) {
      if (chosen.value !== id) return;
      one.value = null;
      oneError.value = problem;
    }
  }
  watch(() => JSON.stringify(from.key ? from.key(route.query) : route.query), () => { if (here()) { page.value = null; void load(); } }, { immediate: true });
  watch(chosen, () => { if (here()) void loadOne(); }, { immediate: true });
  let timer: ReturnType<typeof setTimeout> | undefined;
  watch([() => from.beat?.(), () => live.resyncs], () => {
    timer ??= setTimeout(() => {
      timer = undefined;
      if (!here()) return;
      void load();
      void loadOne();
    }, wait);
  });
  onBeforeUnmount(() => clearTimeout(timer));

  const ask = (query: Record<string, string>) => void router.push({ name: from.name, params: {}, query });
  /** What was begun (?start) gives way to what is opened. */
  function open(id: number | null): void {
    const query = { ...route.query };
    delete query.start;
    void router.push({ name: from.name, params: id ? { id } : {}, query });
  }
  /** What was done shows at once; the list follows. */
  function shown(fresh: D, id?: number): void {
    if (id !== undefined && id !== chosen.value) open(id);
    else one.value = fresh;
    void load();
  }
  return { chosen, page, error, busy, one, oneError, load, loadOne, ask, open, shown };
}
