import { api, type ArticleHit, type SearchAsk } from "@chengyun/api";
import { onBeforeUnmount, ref, shallowRef } from "vue";

/** A search while it is typed: asked when the typing rests, the one before given up. */
export function useKnowledgeSearch(wait = 120) {
  const hits = shallowRef<ArticleHit[]>([]);
  const corrected = ref("");
  const cursor = ref<string | null>(null);
  const error = shallowRef<unknown>(null);
  const state = ref<"idle" | "looking" | "ready">("idle");
  /** What the results are about. */
  const about = ref("");
  let abort: AbortController | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let last: SearchAsk = { q: "" };

  async function look(asked: SearchAsk, more = ""): Promise<void> {
    clearTimeout(timer);
    abort?.abort();
    const mine = (abort = new AbortController());
    last = asked;
    state.value = "looking";
    try {
      const found = await api.knowledge.search(more ? { ...asked, cursor: more } : asked, mine.signal);
      if (mine.signal.aborted) return;
      hits.value = more ? [...hits.value, ...found.items] : found.items;
      corrected.value = found.corrected;
      cursor.value = found.next_cursor;
      about.value = asked.q ?? "";
      error.value = null;
    } catch (problem) {
      if (!mine.signal.aborted) error.value = problem;
    } finally {
      if (!mine.signal.aborted) state.value = "ready";
    }
  }
  function soon(asked: SearchAsk): void {
    clearTimeout(timer);
    timer = setTimeout(() => void look(asked), wait);
  }
  onBeforeUnmount(() => {
    clearTimeout(timer);
    abort?.abort();
  });
  return { hits, corrected, cursor, error, state, about, look, soon, more: () => look(last, cursor.value ?? ""), again: () => look(last) };
}
