import { api, type ReportDetail, type ReportList } from "@chengyun/api";
import { computed, onBeforeUnmount, shallowRef, watch } from "vue";
import { useRoute, useRouter } from "vue-router";
import { isBusy, isRunning } from "@/lib/reports";
import { useLive } from "@/stores/live";

const LOOK_AGAIN = 1200;
const SETTLE = 600;

/** The reports of the year that the address asks for, and the one that is open; both follow what is being made and what others do. */
export function useReportPage() {
  const route = useRoute();
  const router = useRouter();
  const year = computed(() => Number(route.query.year) || new Date().getFullYear());
  const kind = computed(() => (typeof route.query.kind === "string" ? route.query.kind : ""));
  const chosen = computed(() => Number(route.params.id) || null);
  const list = shallowRef<ReportList | null>(null);
  const error = shallowRef<unknown>(null);
  const one = shallowRef<ReportDetail | null>(null);
  const oneError = shallowRef<unknown>(null);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let turn = 0;

  async function load(): Promise<void> {
    const mine = (turn += 1);
    try {
      const found = await api.reports.list({ year: year.value, ...(kind.value ? { kind: kind.value } : {}) });
      if (mine !== turn) return;
      list.value = found;
      error.value = null;
      follow();
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
      const found = await api.reports.get(id);
      if (chosen.value !== id) return;
      take(found);
    } catch (problem) {
      if (chosen.value !== id) return;
      one.value = null;
      oneError.value = problem;
    }
  }
  function take(found: ReportDetail): void {
    one.value = found;
    oneError.value = null;
    follow();
  }
  /** Look again while something is being made. */
  function follow(): void {
    clearTimeout(timer);
    const running = list.value?.items.some((row) => isRunning(row.state)) || (one.value && isBusy(one.value));
    if (running) timer = setTimeout(() => void Promise.all([load(), one.value && isBusy(one.value) ? loadOne() : null]), LOOK_AGAIN);
  }
  const here = () => route.name === "reports";
  const live = useLive();
  let soon: ReturnType<typeof setTimeout> | undefined;
  watch([() => live.reportBeat, () => live.resyncs], () => {
    soon ??= setTimeout(() => {
      soon = undefined;
      if (here()) void Promise.all([load(), loadOne()]);
    }, SETTLE);
  });
  watch([year, kind], () => { if (here()) { list.value = null; void load(); } }, { immediate: true });
  watch(chosen, () => { if (here()) { one.value = null; void loadOne(); } }, { immediate: true });
  onBeforeUnmount(() => {
    clearTimeout(timer);
    clearTimeout(soon);
  });

  const open = (id: number | null) => router.push({ name: "reports", params: id === null ? {} : { id }, query: route.query });
  const ask = (query: { year?: number; kind?: string }) => {
    const next = { year: query.year ?? year.value, kind: query.kind ?? kind.value };
    void router.push({ name: "reports", params: route.params, query: { ...(next.year === new Date().getFullYear() ? {} : { year: next.year }), ...(next.kind ? { kind: next.kind } : {}) } });
  };
  async function changed(found: ReportDetail): Promise<void> {
    take(found);
    await load();
  }
  return { year, kind, chosen, list, error, one, oneError, load, loadOne, open, ask, changed };
}
