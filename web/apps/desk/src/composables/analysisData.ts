import { api, type AnalysisPart, type AnalysisParts, type Query } from "@chengyun/api";
import { onBeforeUnmount, ref, shallowRef, useTemplateRef, watch, type Ref } from "vue";

/** One part of the analysis for what the address asks; asked again every two minutes. */
export function usePart<P extends AnalysisPart>(part: P, asked: Ref<Query>) {
  const told = shallowRef<AnalysisParts[P] | null>(null);
  const error = shallowRef<unknown>(null);
  const loading = ref(false);
  let current: AbortController | undefined;

  async function load(): Promise<void> {
    current?.abort();
    const mine = (current = new AbortController());
    loading.value = true;
    try {
      const found = await api.analysis.get(part, asked.value, mine.signal);
      if (mine !== current) return;
      told.value = found;
      error.value = null;
    } catch (problem) {
      if (mine !== current) return;
      error.value = problem;
    } finally {
      if (mine === current) loading.value = false;
    }
  }
  watch(() => JSON.stringify(asked.value), () => void load(), { immediate: true });
  const slow = setInterval(() => void load(), 120_000);
  onBeforeUnmount(() => {
    clearInterval(slow);
    current?.abort();
  });
  return { told, error, loading, load };
}

/** How wide an element is, whenever it appears and changes. `name` is its template ref. */
export function useWidth(name: string, first = 640): Ref<number> {
  const element = useTemplateRef<HTMLElement>(name);
  const width = ref(first);
  const take = () => { if (element.value?.clientWidth) width.value = element.value.clientWidth; };
  const observer = typeof ResizeObserver === "undefined" ? null : new ResizeObserver(take);
  watch(element, (now, old) => {
    if (old) observer?.unobserve(old);
    if (now) observer?.observe(now);
    take();
  }, { flush: "post" });
  onBeforeUnmount(() => observer?.disconnect());
  return width;
}
