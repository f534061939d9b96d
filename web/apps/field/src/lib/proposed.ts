/** Which category a report may be about: the phone's own words at once, the centre's proposal when there is a signal. */
import { api, type CategoryMeta } from "@chengyun/api";
import { computed, onScopeDispose, ref, watch, type Ref } from "vue";
import { app } from "./app";
import { guess } from "./guess";
import type { Fix } from "./sampling";

export const MOST = 3;
const AFTER_TYPING = 500;
const LONGEST_WAIT = 5_000;

/** The centre's first, then the phone's own, each once, and only such as can be chosen. Pure. */
export function merged(told: readonly number[], own: readonly CategoryMeta[], known: readonly CategoryMeta[]): CategoryMeta[] {
  const asked = told.map((id) => known.find((one) => one.id === id)).filter((one) => one !== undefined);
  return [...asked, ...own.filter((one) => !asked.includes(one))].slice(0, MOST);
}

/** What is proposed for the words as they stand; an answer that comes late, or never, changes nothing. */
export function useProposed(words: Ref<string>, address: Ref<string>, fix: Ref<Fix | null>, known: Ref<CategoryMeta[]>) {
  const told = ref<number[]>([]);
  let timer = 0;
  let abort: AbortController | null = null;

  async function ask(): Promise<void> {
    const text = words.value.trim();
    if (text.length < 2 || !app.session || !navigator.onLine) return;
    const mine = (abort = new AbortController());
    const late = window.setTimeout(() => mine.abort(), LONGEST_WAIT);
    try {
      const place = fix.value ? { lng: fix.value.lng, lat: fix.value.lat } : {};
      const found = await api.dispatching.suggest({ text, address: address.value.trim(), lifecycle: "urban_event", ...place }, mine.signal);
      if (!mine.signal.aborted && text === words.value.trim()) told.value = found.categories.map((one) => one.id);
    } catch {
      // no signal, no right to it, no such room: the phone's own words do
    } finally {
      window.clearTimeout(late);
    }
  }
  watch([words, address], (now, before) => {
    if (now[0] !== before[0]) told.value = [];
    window.clearTimeout(timer);
    abort?.abort();
    timer = window.setTimeout(() => void ask(), AFTER_TYPING);
  });
  onScopeDispose(() => {
    window.clearTimeout(timer);
    abort?.abort();
  });
  return computed(() => merged(told.value, guess(words.value, known.value), known.value));
}
