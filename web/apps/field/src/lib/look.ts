/** Large type and dark, as this phone wants them. */
import { ref } from "vue";

export const large = ref(localStorage.getItem("chengyun.field.large") === "1");
export const dark = ref((localStorage.getItem("chengyun.theme") ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")) === "dark");

export function look(): void {
  document.documentElement.dataset.theme = dark.value ? "dark" : "light";
  document.documentElement.toggleAttribute("data-large", large.value);
}
export function setLarge(value: boolean): void {
  large.value = value;
  localStorage.setItem("chengyun.field.large", value ? "1" : "0");
  look();
}
export function setDark(value: boolean): void {
  dark.value = value;
  localStorage.setItem("chengyun.theme", value ? "dark" : "light");
  look();
}
