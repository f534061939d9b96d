import { ground } from "@chengyun/api";
import { createI18n } from "vue-i18n";
import zh from "./zh";

export type Messages = typeof zh;
export type Locale = "zh-CN" | "en";
const KEY = "chengyun.lang";

export const i18n = createI18n({
  legacy: false,
  locale: "zh-CN",
  fallbackLocale: "zh-CN",
  messages: { "zh-CN": zh } as Record<string, Messages>,
});

/** Change the language of the interface; English is loaded when first wanted. */
export async function setLocale(locale: Locale, keep = true): Promise<void> {
  if (locale === "en" && !i18n.global.availableLocales.includes("en")) {
    i18n.global.setLocaleMessage("en", (await import("./en")).default);
  }
  i18n.global.locale.value = locale;
  ground.language = locale;
  document.documentElement.lang = locale;
  if (keep) localStorage.setItem(KEY, locale);
}

export function savedLocale(): Locale {
  return localStorage.getItem(KEY) === "en" ? "en" : "zh-CN";
}

/** Whether somebody has chosen a language on this machine. */
export const localeChosen = () => localStorage.getItem(KEY) !== null;

export const isEnglish = () => i18n.global.locale.value === "en";
