/** The state of the assessment page: month and unit from the address, what was loaded for them. */
import { api, type Ranking, type ScoreSheet } from "@chengyun/api";
import { computed, shallowRef, watch } from "vue";
import { useRoute, useRouter } from "vue-router";

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;
const one = (value: unknown) => (typeof value === "string" ? value : "");

export function useMonth() {
  const route = useRoute();
  const router = useRouter();
  const month = computed(() => (MONTH.test(one(route.query.month)) ? one(route.query.month) : ""));
  const choose = (wanted: string) => router.replace({ query: { ...route.query, month: wanted } });
  return { month, choose };
}

export function useScores() {
  const route = useRoute();
  const { month, choose } = useMonth();
  const unit = computed(() => one(route.query.unit));
  const ranking = shallowRef<Ranking | null>(null);
  const sheet = shallowRef<ScoreSheet | null>(null);
  const error = shallowRef<unknown>(null);
  const sheetError = shallowRef<unknown>(null);
  let asked = 0;

  async function load(): Promise<void> {
    const mine = (asked += 1);
    try {
      const found = await api.scores.ranking(month.value);
      if (mine === asked) {
        ranking.value = found;
        error.value = null;
      }
    } catch (problem) {
      if (mine === asked) error.value = problem;
    }
  }
  async function loadSheet(): Promise<void> {
    const wanted = unit.value;
    sheetError.value = null;
    if (!wanted) {
      sheet.value = null;
      return;
    }
    if (sheet.value?.unit.code !== wanted) sheet.value = null;
    try {
      const found = await api.scores.sheet(month.value || new Date().toLocaleDateString("sv").slice(0, 7), wanted);
      if (unit.value === wanted) sheet.value = found;
    } catch (problem) {
      if (unit.value === wanted) sheetError.value = problem;
    }
  }
  watch(month, load, { immediate: true });
  watch([month, unit], loadSheet, { immediate: true });
  return { month, choose, unit, ranking, sheet, error, sheetError, load, loadSheet };
}
