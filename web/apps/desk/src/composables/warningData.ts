import { api, type Warning, type WarningDetail } from "@chengyun/api";
import { computed, onBeforeUnmount, ref, shallowRef, watch } from "vue";
import { useRoute, useRouter } from "vue-router";
import { askedOf, parseWarnings, warningQuery, type WarningView } from "@/lib/warnings";
import { useLive } from "@/stores/live";
import { useWarnings } from "@/stores/warnings";

/** The list that the address asks for, and the warning that is open beside it; both follow what happens. */
export function useWarningPage() {
  const route = useRoute();
  const router = useRouter();
  const live = useLive();
  const counts = useWarnings();
  const view = computed(() => parseWarnings(route.query));
  const chosen = computed(() => Number(route.params.id) || null);
  const items = shallowRef<Warning[] | null>(null);
  const next = shallowRef<string | null>(null);
  const error = shallowRef<unknown>(null);
  const busy = ref(false);
  const one = shallowRef<WarningDetail | null>(null);
  const oneError = shallowRef<unknown>(null);
  const key = computed(() => JSON.stringify(view.value));
  let turn = 0;

  async function load(more = false): Promise<void> {
    const mine = (turn += 1);
    busy.value = true;
    try {
      const asked = { ...askedOf(view.value), limit: 30, ...(more && next.value ? { cursor: next.value } : {}) };
      const page = await api.warnings.list(asked);
      if (mine !== turn) return;
      items.value = more ? [...(items.value ?? []), ...page.items] : page.items;
      next.value = page.next_cursor;
      counts.open = page.open;
      error.value = null;
    } catch (problem) {
      if (mine === turn) error.value = problem;
    } finally {
      if (mine === turn) busy.value = false;
    }
  }
  async function loadOne(): Promise<void> {
    const id = chosen.value;
    if (id === null) {
      one.value = oneError.value = null;
      return;
    }
    try {
      const found = await api.warnings.get(id);
      if (chosen.value !== id) return;
      one.value = found;
      oneError.value = null;
    } catch (problem) {
      if (chosen.value !== id) return;
      one.value = null;
      oneError.value = problem;
    }
  }
  watch(key, () => { if (route.name === "warnings") { items.value = null; void load(); } }, { immediate: true });
  watch(chosen, () => { if (route.name === "warnings") void loadOne(); }, { immediate: true });
  let wait: ReturnType<typeof setTimeout> | undefined;
  /** Many cases may come at once: read again once in two seconds. */
  watch([() => live.warningBeat, () => live.resyncs], () => {
    wait ??= setTimeout(() => {
      wait = undefined;
      void load();
      void loadOne();
    }, 2_000);
  });
  onBeforeUnmount(() => clearTimeout(wait));

  const ask = (wanted: WarningView) => void router.push({ name: "warnings", params: {}, query: warningQuery(wanted) });
  const open = (id: number | null) => void router.push({ name: "warnings", params: id ? { id } : {}, query: route.query });
  /** What was decided shows at once; the list follows. */
  function decided(fresh: WarningDetail): void {
    one.value = fresh;
    void load();
  }
  return { view, chosen, items, next, error, busy, one, oneError, load, loadOne, ask, open, decided };
}
