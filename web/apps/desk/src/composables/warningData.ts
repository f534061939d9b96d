import { api, type Warning, type WarningDetail } from "@chengyun/api";
import { computed } from "vue";
import { useRoute, useRouter } from "vue-router";
import { useTwoPane } from "@/composables/twoPane";
import { askedOf, parseWarnings, warningQuery, type WarningView } from "@/lib/warnings";
import { useLive } from "@/stores/live";
import { useWarnings } from "@/stores/warnings";

interface Page {
  items: Warning[];
  next_cursor: string | null;
}

/** The warnings that the address asks for, and the one that is open beside them. */
export function useWarningPage() {
  const route = useRoute();
  const router = useRouter();
  const live = useLive();
  const counts = useWarnings();
  const view = computed(() => parseWarnings(route.query));
  const { page, chosen, error, busy, one, oneError, load, loadOne, open, shown } = useTwoPane<Page, WarningDetail>({
    name: "warnings",
    list: async (query, cursor) => {
      const found = await api.warnings.list({ ...askedOf(parseWarnings(query)), limit: 30, ...(cursor && { cursor }) });
      counts.open = found.open;
      return found;
    },
    more: (before, found) => ({ ...found, items: [...before.items, ...found.items] }),
    one: api.warnings.get,
    beat: () => live.warningBeat,
    wait: 2_000,
  });
  const items = computed(() => page.value?.items ?? null);
  const next = computed(() => page.value?.next_cursor ?? null);
  const ask = (wanted: WarningView) => void router.push({ name: "warnings", params: {}, query: warningQuery(wanted) });
  return { view, chosen, items, next, error, busy, one, oneError, load, loadOne, ask, open, decided: (fresh: WarningDetail) => shown(fresh) };
}
