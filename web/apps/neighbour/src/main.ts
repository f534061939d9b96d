import "@chengyun/ui/styles.css";
import "./styles/app.css";
import { createApp } from "vue";
import App from "./App.vue";
import { ground } from "./http";
import { i18n, speak } from "./i18n";
import { router } from "./router";
import { begin, setLarge, state } from "./state";

ground.language = i18n.global.locale.value;
speak(i18n.global.locale.value as "zh" | "en");
setLarge(state.large);
const dark = matchMedia("(prefers-color-scheme: dark)");
const paint = () => (document.documentElement.dataset.theme = dark.matches ? "dark" : "light");
dark.addEventListener("change", paint);
paint();

void begin().then(() => createApp(App).use(i18n).use(router).mount("#app"));
