/** One scheme being edited: its values, the dry run of exactly these values, saving. */
import { api, Problem, type MasterRow, type MasterValues, type SchemeTrial, type Trial } from "@chengyun/api";
import { computed, onBeforeUnmount, ref, shallowRef, type Ref } from "vue";
import { bandsOf, bandsText, weightSum } from "@/lib/scores";

export const KIND = "scoring_schemes";
export interface SchemeItem {
  code: string;
  name: string;
  kind: "rate" | "deduct" | "rating" | "measure";
  weight: number | null;
  of?: string;
  hit?: string;
  each?: number | null;
  by?: string;
  measure?: string;
  questions: string;
  bands: string;
  line: boolean;
  less: boolean;
  double: boolean;
  reason?: string;
}
type Kept = Omit<SchemeItem, "questions" | "bands" | "line" | "less" | "double"> & { questions?: string[]; bands?: string[]; line?: boolean; less?: boolean; double?: boolean };

const shown = (item: Kept): SchemeItem => ({ ...item, questions: bandsText(item.questions), bands: bandsText(item.bands), line: !!item.line, less: !!item.less, double: !!item.double });
/** An item as the table keeps it: what it does not say is left out. */
export function kept(item: SchemeItem): Record<string, unknown> {
  const { questions, bands, ...rest } = item;
  const whole = { ...rest, questions: bandsOf(questions), bands: bandsOf(bands) };
  return Object.fromEntries(Object.entries(whole).filter(([, value]) => value !== null && value !== undefined && value !== "" && value !== false && !(Array.isArray(value) && !value.length)));
}

export function useSchemeEditor(row: Ref<MasterRow>) {
  const values = row.value.values;
  const name = ref(String(values.name ?? ""));
  const minimum = ref(Number(values.minimum ?? 1));
  const factor = ref(Number(values.factor ?? 2));
  const items = ref<SchemeItem[]>(((values.items ?? []) as Kept[]).map(shown));
  const trial = shallowRef<Trial | null>(null);
  const tried = ref("");
  const busy = ref(false);
  const error = shallowRef<unknown>(null);
  let timer: ReturnType<typeof setTimeout> | undefined;

  const wanted = computed<MasterValues>(() => ({ name: name.value.trim(), minimum: minimum.value, factor: factor.value, items: items.value.map(kept) }));
  const mark = computed(() => JSON.stringify(wanted.value));
  const first = mark.value;
  const dirty = computed(() => mark.value !== first);
  const sum = computed(() => weightSum(items.value));
  const waiting = computed(() => trial.value?.state === "queued" || trial.value?.state === "running");
  const result = computed(() => (trial.value?.state === "done" ? (trial.value.result as unknown as SchemeTrial) : null));
  const fresh = computed(() => result.value !== null && tried.value === mark.value);

  async function ask(): Promise<void> {
    busy.value = true;
    error.value = null;
    clearTimeout(timer);
    const now = mark.value;
    try {
      trial.value = await api.masterdata.trial(KIND, { key: row.value.key, values: wanted.value });
      tried.value = now;
      follow();
    } catch (problem) {
      trial.value = null;
      error.value = problem;
    } finally {
      busy.value = false;
    }
  }
  function follow(): void {
    if (!waiting.value) return;
    timer = setTimeout(async () => {
      if (!trial.value) return;
      try {
        trial.value = await api.masterdata.trialState(trial.value.id);
        follow();
      } catch (problem) {
        error.value = problem;
      }
    }, 1000);
  }
  onBeforeUnmount(() => clearTimeout(timer));

  async function save(enabled: boolean, reason: string): Promise<boolean> {
    busy.value = true;
    error.value = null;
    try {
      await api.masterdata.save(KIND, { key: row.value.key, values: { ...wanted.value, enabled }, etag: row.value.etag, reason, effective_at: null });
      return true;
    } catch (problem) {
      error.value = problem instanceof Problem ? problem : new Error(String(problem));
      return false;
    } finally {
      busy.value = false;
    }
  }
  function add(code: string): void {
    items.value.push({ code, name: "", kind: "rate", weight: 0, of: "closed", hit: "on_time", questions: "", bands: "", line: false, less: false, double: false });
  }
  return { name, minimum, factor, items, trial, busy, error, dirty, sum, waiting, result, fresh, ask, save, add };
}
