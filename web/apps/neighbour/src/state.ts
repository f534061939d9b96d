/** What all screens share: the door as it stands, who is here, the size of the letters. */
import { reactive } from "vue";
import { Refused, type Me, type Start } from "@chengyun/neighbour-core";
import { door, ground, shelf } from "./http";
import { i18n } from "./i18n";

export const state = reactive({ start: null as Start | null, me: null as Me | null, large: shelf.get("neighbour-large") === "1", failed: false });

export function setLarge(on: boolean): void {
  state.large = on;
  shelf.set("neighbour-large", on ? "1" : "0");
  document.documentElement.dataset.large = on ? "1" : "";
}

export function setMe(me: Me | null): void {
  state.me = me;
  if (me?.large_text && !state.large) setLarge(true);
}

export async function begin(): Promise<void> {
  try {
    const start = await door.start();
    ground.csrf = start.csrf;
    state.start = start;
    state.failed = false;
    setMe(start.me ?? null);
  } catch {
    state.failed = true;
  }
}

/** A refusal as a sentence for people; somebody whose log-in is over is somebody who is not logged in. */
export function words(error: unknown): string {
  const { t } = i18n.global;
  if (!(error instanceof Refused)) return t("app.fault", { why: String(error) });
  if (error.status === 0) return t("app.offline");
  if (error.status === 401 && error.code === "unauthenticated") state.me = null;
  return [error.message, error.detail].filter(Boolean).join("。").replaceAll("。。", "。");
}
