import { createI18n } from "vue-i18n";
import en from "./en";
import zh from "./zh";

export const KEY = "neighbour-language";
const kept = typeof localStorage === "undefined" ? null : localStorage.getItem(KEY);

export const i18n = createI18n({ legacy: false, locale: kept === "en" ? "en" : "zh", fallbackLocale: "zh", messages: { zh, en } });

export function speak(language: "zh" | "en"): void {
  i18n.global.locale.value = language;
  localStorage.setItem(KEY, language);
  document.documentElement.lang = language === "en" ? "en" : "zh-CN";
}
