import { Problem } from "@chengyun/api";
import { shallowRef } from "vue";

/** The error that no page has dealt with; the shell then shows the page for it. */
export const broken = shallowRef<Error | null>(null);

export function reportBroken(error: unknown): void {
  if (error instanceof DOMException && error.name === "AbortError") return;
  if (error instanceof Problem && error.status === 401) return;
  console.error(error);
  broken.value = error instanceof Error ? error : new Error(String(error));
}
