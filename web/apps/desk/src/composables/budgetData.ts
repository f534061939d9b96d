import { api, type BudgetDetail, type BudgetSummary } from "@chengyun/api";
import { computed, shallowRef, watch } from "vue";
import { useRoute, useRouter } from "vue-router";

const TABS = ["check", "spending", "evaluation"];

/** The budgets by year, and the one that the address opens. */
export function useBudgetPage() {
  const route = useRoute();
  const router = useRouter();
  const chosen = computed(() => Number(route.params.id) || null);
  const tab = computed(() => (TABS.includes(String(route.query.tab)) ? String(route.query.tab) : "check"));
  const list = shallowRef<BudgetSummary[] | null>(null);
  const error = shallowRef<unknown>(null);
  const one = shallowRef<BudgetDetail | null>(null);
  const oneError = shallowRef<unknown>(null);

  async function load(): Promise<void> {
    try {
      list.value = (await api.budget.list()).items;
      error.value = null;
    } catch (problem) {
      error.value = problem;
    }
  }
  async function loadOne(): Promise<void> {
    const id = chosen.value;
    if (id === null) {
      one.value = oneError.value = null;
      return;
    }
    try {
      const found = await api.budget.get(id);
      if (chosen.value !== id) return;
      one.value = found;
      oneError.value = null;
    } catch (problem) {
      if (chosen.value === id) oneError.value = problem;
    }
  }
  watch(chosen, () => { if (route.name === "budget") void loadOne(); }, { immediate: true });
  void load();

  const open = (id: number | null) => router.push({ name: "budget", params: id ? { id } : {}, query: {} });
  const show = (name: string) => router.replace({ name: "budget", params: route.params, query: name === "check" ? {} : { tab: name } });
  return { chosen, tab, list, error, one, oneError, load, loadOne, open, show };
}
