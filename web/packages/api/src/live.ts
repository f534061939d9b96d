/** The live connection: one EventSource that comes back by itself and says how it is. */

export interface CaseChange {
  number: string;
  state: string;
  action: string;
  at: string;
}
export type LiveState = "connecting" | "live" | "lost";

interface Handlers {
  onCase: (change: CaseChange) => void;
  onNotice: () => void;
  /** Warnings were raised, grew or were decided. */
  onWarning?: () => void;
  /** Orders, programmes: something was started, answered, decided. */
  onSupervision?: () => void;
  /** Reports were begun, filled, written, moved on. */
  onReport?: () => void;
  /** Something may have been missed: read again what is shown. */
  onResync: () => void;
  onState: (state: LiveState) => void;
}

const FIRST_WAIT = 1_000;
const LONGEST_WAIT = 30_000;

export function openLive(url: string, handlers: Handlers): { close: () => void } {
  let source: EventSource | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let wait = FIRST_WAIT;
  let closed = false;
  let opened = 0;

  function connect(): void {
    source = new EventSource(url);
    source.onopen = () => {
      opened = Date.now();
      handlers.onState("live");
    };
    source.addEventListener("case", (event) => {
      handlers.onCase(JSON.parse((event as MessageEvent<string>).data) as CaseChange);
    });
    source.addEventListener("notice", () => handlers.onNotice());
    source.addEventListener("warning", () => handlers.onWarning?.());
    source.addEventListener("supervision", () => handlers.onSupervision?.());
    source.addEventListener("report", () => handlers.onReport?.());
    source.addEventListener("resync", () => handlers.onResync());
    source.onerror = () => {
      source?.close();
      if (closed) return;
      // A connection that breaks at once must not be asked for again and again.
      if (opened && Date.now() - opened > LONGEST_WAIT / 2) wait = FIRST_WAIT;
      opened = 0;
      handlers.onState("lost");
      timer = setTimeout(connect, wait);
      wait = Math.min(wait * 2, LONGEST_WAIT);
    };
  }

  function now(): void {
    if (closed || source?.readyState === EventSource.OPEN) return;
    clearTimeout(timer);
    source?.close();
    connect();
  }

  handlers.onState("connecting");
  connect();
  window.addEventListener("online", now);
  return {
    close() {
      closed = true;
      clearTimeout(timer);
      source?.close();
      window.removeEventListener("online", now);
    },
  };
}
