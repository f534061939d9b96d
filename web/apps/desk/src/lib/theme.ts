import { ref } from "vue";

export type Theme = "light" | "dark";
const KEY = "chengyun.theme";

function initial(): Theme {
  const saved = localStorage.getItem(KEY);
  if (saved === "light" || saved === "dark") return saved;
  return matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
}

export const theme = ref<Theme>(initial());

export function setTheme(value: Theme, keep = true): void {
  theme.value = value;
  document.documentElement.dataset.theme = value;
  if (keep) localStorage.setItem(KEY, value);
}
