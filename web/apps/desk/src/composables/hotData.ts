import { api, type HotDetail, type HotPage, type HotRun } from "@chengyun/api";
import { computed, onBeforeUnmount, ref, shallowRef, watch } from "vue";
import { useRoute, useRouter } from "vue-router";
import { askedOf, hotQuery, parseHot, windowOf, type HotView } from "@/lib/hot";

const AGAIN = 2_000;

/** The ranking that the address asks for, and the issue that is open beside it; a window that is being found. */
export function useHotPage() {
  const route = useRoute();
  const router = useRouter();
  const view = computed(() => parseHot(route.query));
  const chosen = computed(() => Number(route.params.id) || null);
  const page = shallowRef<HotPage | null>(null);
  const error = shallowRef<unknown>(null);
  const one = shallowRef<HotDetail | null>(null);
  const oneError = shallowRef<unknown>(null);
  /** A window that this person asked for and that is not ready yet. */
  const awaited = shallowRef<HotRun | null>(null);
  const limit = ref(50);
  let turn = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function load(): Promise<void> {
    const mine = (turn += 1);
    try {
      const found = await api.hot.list({ ...askedOf(view.value), limit: limit.value });
      if (mine !== turn) return;
      page.value = found;
      error.value = null;
    } catch (problem) {
      if (mine === turn) error.value = problem;
    }
  }
  async function loadOne(): Promise<void> {
    const id = chosen.value;
    if (id === null) {
      one.value = oneError.value = null;
      return;
    }
    try {
      const found = await api.hot.get(id, windowOf(view.value));
      if (chosen.value !== id) return;
      one.value = found;
      oneError.value = null;
    } catch (problem) {
      if (chosen.value !== id) return;
      one.value = null;
      oneError.value = problem;
    }
  }
  const ours = () => route.name === "hot";
  watch(() => JSON.stringify(view.value), () => { if (ours()) { page.value = null; limit.value = 50; void load(); void loadOne(); } }, { immediate: true });
  watch(chosen, () => { if (ours()) void loadOne(); });

  const ask = (wanted: HotView) => void router.push({ name: "hot", params: {}, query: hotQuery(wanted) });
  const open = (id: number | null) => void router.push({ name: "hot", params: id ? { id } : {}, query: route.query });
  function more(): void {
    limit.value = 200;
    void load();
  }
  /** What was arranged shows at once; another issue may be the one to show then. */
  function changed(fresh: HotDetail): void {
    one.value = fresh;
    if (fresh.id !== chosen.value) open(fresh.id);
    void load();
  }
  /** Find the issues of any window; it goes on when the page is left, and is shown when it is done. */
  async function look(start: string, end: string): Promise<void> {
    awaited.value = await api.hot.look(start, end);
    follow();
  }
  function follow(): void {
    clearTimeout(timer);
    timer = setTimeout(async () => {
      const run = awaited.value;
      if (!run) return;
      try {
        awaited.value = await api.hot.run(run.id);
      } catch {
        /* the next round may reach the server again */
      }
      if (awaited.value?.state === "done") {
        awaited.value = null;
        ask({ ...view.value, run: run.id, state: "", hidden: false });
      } else if (awaited.value?.state !== "failed") follow();
    }, AGAIN);
  }
  onBeforeUnmount(() => clearTimeout(timer));
  return { view, chosen, page, error, one, oneError, awaited, load, loadOne, ask, open, more, changed, look };
}
