import { ground } from "@chengyun/api";
import { createI18n } from "vue-i18n";
import zh from "./zh";

const KEY = "chengyun.lang";
export type Locale = "zh-CN" | "en";
export const i18n = createI18n({ legacy: false, locale: "zh-CN", fallbackLocale: "zh-CN", messages: { "zh-CN": zh } as Record<string, typeof zh> });
export const isEnglish = (): boolean => i18n.global.locale.value === "en";

let english: Record<string, string> = {};
/** A label that the server sends in Chinese (states, limits), in the language of the phone. */
export const serverWord = (text: string): string => (isEnglish() ? (english[text] ?? text) : text);

export async function setLocale(locale: Locale): Promise<void> {
  if (locale === "en") {
    i18n.global.setLocaleMessage("en", (await import("./en")).default);
    english = (await import("../../../desk/src/i18n/en/server")).serverTexts;
  }
  i18n.global.locale.value = locale;
  ground.language = locale;
  document.documentElement.lang = locale;
  localStorage.setItem(KEY, locale);
}
export const savedLocale = (): Locale => (localStorage.getItem(KEY) === "en" ? "en" : "zh-CN");

const two = (value: number): string => String(value).padStart(2, "0");
/** 14:05 today, else 11-21 14:05. */
export function moment(text: string | null | undefined): string {
  if (!text) return "";
  const at = new Date(text);
  if (Number.isNaN(at.getTime())) return "";
  const time = `${two(at.getHours())}:${two(at.getMinutes())}`;
  return at.toDateString() === new Date().toDateString() ? time : `${two(at.getMonth() + 1)}-${two(at.getDate())} ${time}`;
}
