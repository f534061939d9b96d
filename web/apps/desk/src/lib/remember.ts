import { ref, watch, type Ref } from "vue";

/** A small preference of this browser (widths, columns). Never personal data. */
export function remembered<T>(key: string, initial: T): Ref<T> {
  const name = `chengyun.${key}`;
  let start = initial;
  try {
    const saved = localStorage.getItem(name);
    if (saved !== null) start = JSON.parse(saved) as T;
  } catch {
    start = initial;
  }
  const value = ref(start) as Ref<T>;
  watch(value, (now) => localStorage.setItem(name, JSON.stringify(now)), { deep: true });
  return value;
}
