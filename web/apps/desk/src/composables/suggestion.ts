import { api, type SuggestAsk } from "@chengyun/api";
import { computed, type Ref } from "vue";
import { whileTyping } from "@/composables/whileTyping";
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
  const { found, state } = whileTyping(() => suggestAsk(data.value, lifecycle.value), api.dispatching.suggest, WAIT);
  return computed(() => (state.value === "failed" ? null : found.value));
}
