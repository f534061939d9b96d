import { api, type Pivot, type SavedQuery } from "@chengyun/api";
import { computed, onBeforeUnmount, onMounted, ref, shallowRef, watch } from "vue";
import { useRoute, useRouter } from "vue-router";
import { parseQuery } from "@/lib/reports";

/** What the address asks of the query page, and its answer. */
export function usePivot() {
  const route = useRoute();
  const router = useRouter();
  const asked = computed(() => parseQuery(route.query));
  const told = shallowRef<Pivot | null>(null);
  const error = shallowRef<unknown>(null);
  const loading = ref(false);
  let current: AbortController | undefined;

  async function load(): Promise<void> {
    current?.abort();
    const mine = (current = new AbortController());
    loading.value = true;
    try {
      const found = await api.queries.ask(asked.value, mine.signal);
      if (mine !== current) return;
      told.value = found;
      error.value = null;
    } catch (problem) {
      if (mine !== current) return;
      error.value = problem;
      told.value = null;
    } finally {
      if (mine === current) loading.value = false;
    }
  }
  watch(() => JSON.stringify(asked.value), () => { if (route.name === "query") void load(); }, { immediate: true });
  onBeforeUnmount(() => current?.abort());
  const ask = (query: Record<string, string>) => void router.push({ name: "query", query });
  return { asked, told, error, loading, load, ask };
}

/** Questions with a name: mine and those that others share. */
export function useSavedQueries() {
  const saved = shallowRef<SavedQuery[]>([]);
  const load = async () => { saved.value = await api.queries.saved().catch(() => saved.value); };
  async function keep(name: string, query: Record<string, string>, shared: boolean): Promise<void> {
    await api.queries.keep(name, query, shared);
    await load();
  }
  async function remove(row: SavedQuery): Promise<void> {
    await api.queries.remove(row.id);
    await load();
  }
  onMounted(load);
  return { saved, keep, remove };
}
