import { ref } from "vue";

export type Theme = "light" | "dark";
const KEY = "chengyun.theme";
const system = matchMedia("(prefers-color-scheme: dark)");

function initial(): Theme {
  const saved = localStorage.getItem(KEY);
  if (saved === "light" || saved === "dark") return saved;
  return system.matches ? "dark" : "light";
}

export const theme = ref<Theme>(initial());

export function setTheme(value: Theme, keep = true): void {
  theme.value = value;
  document.documentElement.dataset.theme = value;
  if (keep) localStorage.setItem(KEY, value);
}

/** Until a person has chosen, the pages follow the system, also while they are open. */
export function followSystem(): void {
  setTheme(theme.value, false);
  system.addEventListener("change", () => setTheme(initial(), false));
}
