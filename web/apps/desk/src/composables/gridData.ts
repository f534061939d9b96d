import { api, type GridAction, type GridOperation, type GridOutline, type GridPlan, type GridPlanEdit, type GridPlanHead } from "@chengyun/api";
import { computed, ref, shallowRef, watch } from "vue";
import { useI18n } from "vue-i18n";
import { useRoute, useRouter } from "vue-router";
import { treeOf, withPlan } from "@/lib/gridMap";
import { useToast } from "@/stores/toast";

export const today = () => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);

/** The map of a day, the plan that is open, and what can be done with it. The address says both. */
export function useGrids() {
  const route = useRoute();
  const router = useRouter();
  const toast = useToast();
  const { t } = useI18n();
  const streets = shallowRef<GridOutline[]>([]);
  const communities = shallowRef<GridOutline[]>([]);
  const outlines = shallowRef<GridOutline[]>([]);
  const plans = shallowRef<GridPlanHead[] | null>(null);
  const plan = shallowRef<GridPlan | null>(null);
  const state = ref<"loading" | "ready" | "failed">("loading");
  const error = shallowRef<unknown>(null);
  const planError = shallowRef<unknown>(null);
  const busy = ref(false);
  const planId = computed(() => Number(route.params.id) || null);
  const wanted = computed(() => (typeof route.query.at === "string" && /^\d{4}-\d\d-\d\d$/.test(route.query.at) ? route.query.at : today()));
  /** The plan is drawn on the map of its day. */
  const day = computed(() => (planId.value && plan.value && plan.value.effective_on > today() ? plan.value.effective_on : wanted.value));
  let turn = 0;

  async function load(): Promise<void> {
    const mine = (turn += 1);
    if (!outlines.value.length) state.value = "loading";
    try {
      const [above, middle, below] = await Promise.all([api.grids.outlines("subdistrict", day.value), api.grids.outlines("community", day.value), api.grids.outlines("grid", day.value)]);
      if (mine !== turn) return;
      [streets.value, communities.value, outlines.value] = [above.features, middle.features, below.features];
      state.value = "ready";
    } catch (problem) {
      if (mine !== turn) return;
      error.value = problem;
      state.value = "failed";
    }
  }
  async function loadPlans(): Promise<void> {
    try {
      plans.value = await api.grids.plans();
    } catch (problem) {
      planError.value = problem;
    }
  }
  async function loadPlan(): Promise<void> {
    const id = planId.value;
    planError.value = null;
    if (!id) {
      plan.value = null;
      return;
    }
    try {
      const found = await api.grids.plan(id);
      if (planId.value === id) plan.value = found;
    } catch (problem) {
      if (planId.value === id) planError.value = problem;
    }
  }
  watch(day, load, { immediate: true });
  watch(planId, loadPlan, { immediate: true });
  void loadPlans();

  const drawn = computed(() => withPlan(outlines.value, plan.value));
  const tree = computed(() => treeOf(streets.value, communities.value, drawn.value.grids));

  /** Whether it was done; what failed is told, and the plan read again when somebody else was faster. */
  async function doing(work: () => Promise<GridPlan>, after?: (fresh: GridPlan) => void): Promise<boolean> {
    busy.value = true;
    try {
      const fresh = await work();
      plan.value = fresh;
      void loadPlans();
      after?.(fresh);
      return true;
    } catch (problem) {
      toast.failed(problem);
      void loadPlan();
      return false;
    } finally {
      busy.value = false;
    }
  }
  const edit = (changes: Omit<GridPlanEdit, "version">) => {
    const now = plan.value;
    return now ? doing(() => api.grids.edit(now.id, { ...changes, version: now.version })) : Promise.resolve(false);
  };
  const add = (...operations: GridOperation[]) => edit({ add: operations });
  const begin = (body: { title: string; effective_on: string; note: string }) =>
    doing(() => api.grids.begin(body), (fresh) => void router.push({ name: "grids", params: { id: fresh.id }, query: route.query }));
  const decide = (action: GridAction, note: string) => {
    const now = plan.value;
    if (!now) return Promise.resolve(false);
    return doing(() => api.grids.decide(now.id, now.version, action, note), (fresh) => {
      toast.done(t(`grids.act.done.${action}`));
      if (fresh.id !== now.id) void router.push({ name: "grids", params: { id: fresh.id }, query: route.query });
      if (fresh.state === "applied") void load();
    });
  };
  const open = (id: number | null) => void router.push({ name: "grids", params: id ? { id } : {}, query: route.query });
  const at = (text: string) => void router.replace({ name: "grids", params: route.params, query: text && text !== today() ? { at: text } : {} });
  return { streets, communities, outlines, plans, plan, planId, planError, state, error, busy, day, wanted, drawn, tree, load, loadPlan, edit, add, begin, decide, open, at };
}
