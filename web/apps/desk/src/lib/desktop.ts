/** Notifications of the operating system: only when somebody has asked for them here, and each message once. */
import type { Notice } from "@chengyun/api";
import { ref } from "vue";

const WANTED = "chengyun.notices.desktop";
const TOLD = "chengyun.notices.told";
const MOST_AT_ONCE = 3;

type Open = (notice: Notice) => void;

function kept(name: string): string | null {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}
function keep(name: string, value: string): void {
  try {
    localStorage.setItem(name, value);
  } catch {
    /* Without storage every page tells for itself. */
  }
}

class Desktop {
  /** Whether this browser tells; needs the browser's permission too. */
  readonly on = ref(false);
  words = { title: "", more: (n: number) => String(n) };
  open: Open = () => undefined;

  constructor() {
    this.on.value = this.possible && Notification.permission === "granted" && kept(WANTED) === "yes";
  }
  get possible(): boolean {
    return typeof Notification !== "undefined";
  }
  get refused(): boolean {
    return this.possible && Notification.permission === "denied";
  }
  async ask(): Promise<boolean> {
    if (!this.possible) return false;
    const answer = Notification.permission === "default" ? await Notification.requestPermission() : Notification.permission;
    this.on.value = answer === "granted";
    keep(WANTED, this.on.value ? "yes" : "no");
    return this.on.value;
  }
  stop(): void {
    this.on.value = false;
    keep(WANTED, "no");
  }
  /** Tell what is new since the last time, unless the page is being looked at. Other tabs see what this one told. */
  tell(notices: readonly Notice[]): void {
    const newest = Math.max(0, ...notices.map((notice) => notice.id));
    const before = kept(TOLD);
    if (newest > Number(before ?? 0)) keep(TOLD, String(newest));
    if (before === null || !this.on.value || (document.visibilityState === "visible" && document.hasFocus())) return;
    const fresh = notices.filter((notice) => !notice.read && notice.id > Number(before));
    for (const notice of fresh.slice(0, MOST_AT_ONCE)) this.show(notice.text, `chengyun-${notice.id}`, () => this.open(notice));
    if (fresh.length > MOST_AT_ONCE) this.show(this.words.more(fresh.length - MOST_AT_ONCE), "chengyun-more", () => undefined);
  }
  private show(body: string, tag: string, run: () => void): void {
    try {
      const shown = new Notification(this.words.title, { body, tag, icon: "/favicon.svg" });
      shown.onclick = () => {
        window.focus();
        shown.close();
        run();
      };
    } catch {
      this.on.value = false; // some phones know the permission but not the constructor
    }
  }
}
export const desktop = new Desktop();
