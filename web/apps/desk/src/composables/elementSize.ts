import { onBeforeUnmount, ref, watch, type Ref } from "vue";

/** The inner size of an element, followed as it changes. */
export function useElementSize(element: Readonly<Ref<HTMLElement | null>>) {
  const width = ref(0);
  const height = ref(0);
  const observer = typeof ResizeObserver === "undefined" ? null : new ResizeObserver(([entry]) => {
    if (entry) [width.value, height.value] = [entry.contentRect.width, entry.contentRect.height];
  });
  watch(element, (now, before) => {
    if (before) observer?.unobserve(before);
    if (now) {
      [width.value, height.value] = [now.clientWidth, now.clientHeight];
      observer?.observe(now);
    }
  }, { immediate: true });
  onBeforeUnmount(() => observer?.disconnect());
  return { width, height };
}
