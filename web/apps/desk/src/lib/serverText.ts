import { isEnglish } from "@/i18n";

/** English for labels that the server sends in Chinese; filled when English is loaded. */
export const english: Record<string, string> = {};

/** A label of the server in the language of the page. What is not known stays as it is. */
export function serverText(text: string): string {
  return isEnglish() ? english[text] ?? text : text;
}
