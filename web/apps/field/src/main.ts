import "@chengyun/ui/styles.css";
import "vant/lib/index.css";
import "./styles/app.css";
import { createApp } from "vue";
import App from "./App.vue";
import { i18n, savedLocale, setLocale } from "./i18n";
import { start } from "./lib/app";
import { look } from "./lib/look";
import { resume } from "./lib/patrol";
import { make, outbox, send } from "./lib/sender";
import { app as state } from "./lib/app";
import { router } from "./router";

async function begin(): Promise<void> {
  look();
  if (savedLocale() === "en") await setLocale("en");
  await start();
  if (state.who) void resume();
  createApp(App).use(router).use(i18n).mount("#app");
  if (import.meta.env.PROD && "serviceWorker" in navigator) void navigator.serviceWorker.register("/field/sw.js", { scope: "/field/" });
}

declare global {
  interface Window {
    /** For looking into a phone from a computer, and for tests. */
    chengyunField?: { make: typeof make; send: typeof send; outbox: typeof outbox };
  }
}
window.chengyunField = { make, send, outbox };
void begin();
