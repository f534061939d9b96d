import { defineStore } from "pinia";
import { ref } from "vue";
import { tellProblem } from "@/lib/problems";

export interface Toast {
  id: number;
  tone: "done" | "danger" | "neutral";
  text: string;
  detail?: string;
  action?: { label: string; run: () => void };
}

const STAY = 5_000;

/** Short messages at the edge of the page. A failure stays until it is closed. */
export const useToast = defineStore("toast", () => {
  const toasts = ref<Toast[]>([]);
  let last = 0;

  function show(toast: Omit<Toast, "id">): void {
    const id = (last += 1);
    toasts.value = [...toasts.value.slice(-3), { ...toast, id }];
    if (toast.tone !== "danger") setTimeout(() => close(id), STAY);
  }
  function close(id: number): void {
    toasts.value = toasts.value.filter((toast) => toast.id !== id);
  }
  const done = (text: string, action?: Toast["action"]) => show({ tone: "done", text, action });
  function failed(error: unknown): void {
    const told = tellProblem(error);
    const detail = [told.text, told.requestId && `(${told.requestId})`].filter(Boolean).join(" ");
    show({ tone: "danger", text: told.title, detail });
  }
  return { toasts, show, done, failed, close };
});
