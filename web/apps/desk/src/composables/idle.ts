/** Tells the server now and then that somebody is here, warns before the idle time-out, and asks when it is over. */
import { api } from "@chengyun/api";
import { onBeforeUnmount, onMounted, ref } from "vue";
import { useSession } from "@/stores/session";

const TELL_EVERY = 60_000;
export const WARN_BEFORE = 60_000;
const KEY = "chengyun.active";
const SIGNS = ["keydown", "pointerdown", "wheel", "touchstart"] as const;

export function useIdle(onOver: () => void) {
  const session = useSession();
  /** Seconds until this person is logged out; 0 while there is no need to say so. */
  const left = ref(0);
  let told = Date.now();
  let timer: ReturnType<typeof setInterval> | undefined;

  const last = () => Number(localStorage.getItem(KEY) ?? 0);
  function tell(now: number): void {
    told = now;
    api.account.stillHere().catch(() => undefined);
  }
  /** All windows of the desk on this machine count as one. */
  function seen(): void {
    if (left.value || session.locked) return;
    const now = Date.now();
    if (now - last() > 1000) localStorage.setItem(KEY, String(now));
    if (now - told > TELL_EVERY) tell(now);
  }
  function stay(): void {
    left.value = 0;
    const now = Date.now();
    localStorage.setItem(KEY, String(now));
    tell(now);
  }
  function look(): void {
    const minutes = session.session?.idle_minutes ?? 0;
    if (!minutes || session.locked) {
      left.value = 0;
      return;
    }
    const rest = last() + minutes * 60_000 - Date.now();
    if (rest <= 0) {
      left.value = 0;
      onOver();
    } else {
      left.value = rest <= WARN_BEFORE ? Math.ceil(rest / 1000) : 0;
    }
  }
  onMounted(() => {
    localStorage.setItem(KEY, String(Date.now()));
    for (const sign of SIGNS) window.addEventListener(sign, seen, { capture: true, passive: true });
    timer = setInterval(look, 1000);
  });
  onBeforeUnmount(() => {
    for (const sign of SIGNS) window.removeEventListener(sign, seen, { capture: true });
    clearInterval(timer);
  });
  return { left, stay };
}
