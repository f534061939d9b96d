import { api, type Proposal, type SuggestAsk } from "@chengyun/api";
import { onBeforeUnmount, shallowRef, watch, type Ref } from "vue";
import type { DraftData } from "@/lib/drafts";

const WAIT = 700;
const LEAST = 6;

/** What is told of a form when it is asked who should handle it; null while too little is written. */
export function suggestAsk(data: DraftData, lifecycle: string): SuggestAsk | null {
  const text = data.text.trim();
  if (text.length < LEAST && data.category_id === null) return null;
  return {
    lifecycle, title: data.title.trim().slice(0, 120), text: text.slice(0, 20_000), address: data.address.trim().slice(0, 200), kind: data.kind, channel: data.channel,
    lng: data.lng, lat: data.lat, area_id: data.area_id, category_id: data.category_id,
  };
}

/** Who should handle what is being typed, asked for when the typing rests. Silent when it cannot be had. */
export function useSuggestion(data: Ref<DraftData>, lifecycle: Ref<string>) {
  const found = shallowRef<Proposal | null>(null);
  let abort: AbortController | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  async function look(asked: SuggestAsk | null): Promise<void> {
    abort?.abort();
    if (!asked) return void (found.value = null);
    const mine = (abort = new AbortController());
    try {
      const answer = await api.dispatching.suggest(asked, mine.signal);
      if (!mine.signal.aborted) found.value = answer;
    } catch {
      if (!mine.signal.aborted) found.value = null;
    }
  }
  watch(() => JSON.stringify(suggestAsk(data.value, lifecycle.value)), (asked) => {
    clearTimeout(timer);
    timer = setTimeout(() => void look(JSON.parse(asked) as SuggestAsk | null), WAIT);
  }, { immediate: true });
  onBeforeUnmount(() => {
    clearTimeout(timer);
    abort?.abort();
  });
  return found;
}
