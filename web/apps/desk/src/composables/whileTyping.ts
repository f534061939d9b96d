import { onBeforeUnmount, ref, shallowRef, watch, type Ref, type ShallowRef } from "vue";

export type Looking = "idle" | "looking" | "ready" | "failed";

/**
 * What is known about what somebody types: asked when the typing rests, given up when it goes on. `ask` is null while
 * there is too little to ask; the answer before stays until another is there.
 */
export function whileTyping<A, T>(ask: () => A | null, answer: (asked: A, signal: AbortSignal) => Promise<T>, wait: number): {
  found: ShallowRef<T | null>; state: Ref<Looking>; look: () => Promise<void>;
} {
  const found = shallowRef<T | null>(null) as ShallowRef<T | null>;
  const state = ref<Looking>("idle");
  let abort: AbortController | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function giveUp(): void {
    abort?.abort();
    clearTimeout(timer);
  }
  async function look(): Promise<void> {
    giveUp();
    const asked = ask();
    if (asked === null) {
      found.value = null;
      state.value = "idle";
      return;
    }
    const mine = (abort = new AbortController());
    state.value = "looking";
    try {
      const told = await answer(asked, mine.signal);
      if (mine.signal.aborted) return;
      found.value = told;
      state.value = "ready";
    } catch {
      if (!mine.signal.aborted) state.value = "failed";
    }
  }
  watch(() => JSON.stringify(ask()), () => {
    giveUp();
    timer = setTimeout(() => void look(), wait);
  }, { immediate: true });
  onBeforeUnmount(giveUp);
  return { found, state, look };
}
