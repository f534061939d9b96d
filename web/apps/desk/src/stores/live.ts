import { api, ground, openLive, type CaseChange, type LiveState } from "@chengyun/api";
import { defineStore } from "pinia";
import { ref } from "vue";

type Listener = (change: CaseChange) => void;

/** The live connection and what is known about reaching the server. */
export const useLive = defineStore("live", () => {
  const state = ref<LiveState>("connecting");
  const reached = ref(true);
  const lastExchange = ref<string | null>(null);
  const noticeBeat = ref(0);
  const warningBeat = ref(0);
  const supervisionBeat = ref(0);
  const reportBeat = ref(0);
  const resyncs = ref(0);
  const listeners = new Set<Listener>();
  let handle: { close: () => void } | null = null;

  ground.onExchange = (ok) => {
    reached.value = ok;
    if (ok) lastExchange.value = new Date().toISOString();
  };

  /** While the server is out of reach: ask now and then, and at once when the network says that it is back. */
  let probing: ReturnType<typeof setInterval> | undefined;
  const probe = () => { if (!reached.value) api.health().catch(() => undefined); };

  function open(): void {
    if (handle) return;
    probing ??= setInterval(probe, 10_000);
    window.addEventListener("online", probe);
    handle = openLive("/live/events", {
      onCase: (change) => listeners.forEach((listener) => listener(change)),
      onResync: () => (resyncs.value += 1),
      onNotice: () => (noticeBeat.value += 1),
      onWarning: () => (warningBeat.value += 1),
      onSupervision: () => (supervisionBeat.value += 1),
      onReport: () => (reportBeat.value += 1),
      onState: (value) => {
        if (value === "live" && state.value === "lost") resyncs.value += 1;
        state.value = value;
        if (value === "live") {
          reached.value = true;
          lastExchange.value = new Date().toISOString();
        }
      },
    });
  }
  function close(): void {
    handle?.close();
    handle = null;
    clearInterval(probing);
    probing = undefined;
    window.removeEventListener("online", probe);
  }
  /** Hear of every change of a case that this person may see. Returns how to stop. */
  function onChange(listener: Listener): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }
  return { state, reached, lastExchange, noticeBeat, warningBeat, supervisionBeat, reportBeat, resyncs, open, close, onChange };
});
