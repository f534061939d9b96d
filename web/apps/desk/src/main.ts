import "@chengyun/ui/styles.css";
import { createPinia } from "pinia";
import { createApp } from "vue";
import App from "./App.vue";
import { i18n, savedLocale, setLocale } from "./i18n";
import { reportBroken } from "./lib/broken";
import { followSystem } from "./lib/theme";
import { router } from "./router";

async function start(): Promise<void> {
  followSystem();
  await setLocale(savedLocale(), false);
  const app = createApp(App);
  app.config.errorHandler = (error) => reportBroken(error);
  app.use(createPinia()).use(router).use(i18n).mount("#app");
}

void start();
