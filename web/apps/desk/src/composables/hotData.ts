import { api, type HotDetail, type HotPage, type HotRun } from "@chengyun/api";
import { computed, onBeforeUnmount, ref, shallowRef, watch } from "vue";
import { useRoute, useRouter } from "vue-router";
import { useTwoPane } from "@/composables/twoPane";
import { askedOf, hotQuery, parseHot, windowOf, type HotView } from "@/lib/hot";

const AGAIN = 2_000;
const SHOWN = 50;

/** The ranking that the address asks for, and the issue that is open beside it; a window that is being found. */
export function useHotPage() {
  const route = useRoute();
  const router = useRouter();
  const view = computed(() => parseHot(route.query));
  /** A window that this person asked for and that is not ready yet. */
  const awaited = shallowRef<HotRun | null>(null);
  const limit = ref(SHOWN);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const key = () => JSON.stringify(view.value);
  watch(key, () => (limit.value = SHOWN), { flush: "sync" });
  const { page, chosen, error, one, oneError, load, loadOne, open, shown } = useTwoPane<HotPage, HotDetail>({
    name: "hot",
    list: (query) => api.hot.list({ ...askedOf(parseHot(query)), limit: limit.value }),
    one: (id) => api.hot.get(id, windowOf(view.value)),
    key,
  });
  watch(key, () => { if (route.name === "hot") void loadOne(); });

  const ask = (wanted: HotView) => void router.push({ name: "hot", params: {}, query: hotQuery(wanted) });
  function more(): void {
    limit.value = 200;
    void load();
  }
  /** What was arranged shows at once; another issue may be the one to show then. */
  const changed = (fresh: HotDetail) => shown(fresh, fresh.id);
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
