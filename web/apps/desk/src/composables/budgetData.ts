import { api, type BudgetDetail, type BudgetSummary } from "@chengyun/api";
import { computed } from "vue";
import { useRoute, useRouter } from "vue-router";
import { useTwoPane } from "@/composables/twoPane";

const TABS = ["check", "spending", "evaluation"];

/** The budgets by year, and the one that the address opens. */
export function useBudgetPage() {
  const route = useRoute();
  const router = useRouter();
  const tab = computed(() => (TABS.includes(String(route.query.tab)) ? String(route.query.tab) : "check"));
  const { page, chosen, error, one, oneError, load, loadOne } = useTwoPane<{ items: BudgetSummary[] }, BudgetDetail>({
    name: "budget",
    list: () => api.budget.list(),
    one: api.budget.get,
    key: () => 0,
  });
  const list = computed(() => page.value?.items ?? null);
  const open = (id: number | null) => router.push({ name: "budget", params: id ? { id } : {}, query: {} });
  const show = (name: string) => router.replace({ name: "budget", params: route.params, query: name === "check" ? {} : { tab: name } });
  return { chosen, tab, list, error, one, oneError, load, loadOne, open, show };
}
