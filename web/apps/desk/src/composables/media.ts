import { onBeforeUnmount, onMounted, ref, type Ref } from "vue";

/** Whether the page is narrow (phone) now. */
export function useNarrow(): Ref<boolean> {
  const query = matchMedia("(width <= 720px)");
  const narrow = ref(query.matches);
  const listen = (event: MediaQueryListEvent) => (narrow.value = event.matches);
  query.addEventListener("change", listen);
  onBeforeUnmount(() => query.removeEventListener("change", listen));
  return narrow;
}

/** The present moment, renewed every half minute: what is left of a limit follows it. */
export function useNow(): Ref<Date> {
  const now = ref(new Date());
  const timer = setInterval(() => (now.value = new Date()), 30_000);
  onBeforeUnmount(() => clearInterval(timer));
  return now;
}

/** Whether an element is at least so wide, in px. */
export function useWide(element: Readonly<Ref<HTMLElement | null>>, from: number): Ref<boolean> {
  const wide = ref(false);
  let observer: ResizeObserver | null = null;
  onMounted(() => {
    if (!element.value) return;
    wide.value = element.value.clientWidth >= from;
    observer = new ResizeObserver(([entry]) => {
      if (entry && entry.contentRect.width) wide.value = entry.contentRect.width >= from;
    });
    observer.observe(element.value);
  });
  onBeforeUnmount(() => observer?.disconnect());
  return wide;
}
