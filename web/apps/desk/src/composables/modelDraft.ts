import { api, Problem, type DraftTask, type LanguageModel, type ModelDraft } from "@chengyun/api";
import { onBeforeUnmount, ref, shallowRef } from "vue";
import { useSession } from "@/stores/session";

const EVERY = 1200;
let known: { of: number; answer: Promise<LanguageModel | null> } | null = null;

/** Whether a language model is configured and this person may ask it; asked once for a log-in. */
export function languageModel(): Promise<LanguageModel | null> {
  const session = useSession();
  const of = session.session?.account.id ?? 0;
  if (!session.can("reply.model")) return Promise.resolve(null);
  if (known?.of !== of) known = { of, answer: api.replies.model().catch(() => { known = null; return null; }) };
  return known.answer;
}
export function forgetLanguageModel(): void {
  known = null;
}

/** One draft: ordered, waited for, shown. What else is on the page is not held up. */
export function useModelDraft(number: string) {
  const draft = shallowRef<ModelDraft | null>(null);
  const waiting = ref<DraftTask | "">("");
  const error = shallowRef<unknown>(null);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let gone = false;

  async function ask(task: DraftTask): Promise<void> {
    if (waiting.value) return;
    error.value = draft.value = null;
    waiting.value = task;
    try {
      follow(await api.replies.order(number, task));
    } catch (problem) {
      fail(problem);
    }
  }
  function fail(problem: unknown): void {
    error.value = problem;
    waiting.value = "";
  }
  function follow(told: ModelDraft): void {
    if (gone) return;
    if (told.state === "queued" || told.state === "running") {
      timer = setTimeout(() => void api.replies.draft(told.id).then(follow, fail), EVERY);
      return;
    }
    waiting.value = "";
    if (told.state === "done" && told.answer) draft.value = told;
    else error.value = new Problem(424, { title: told.message });
  }
  function drop(): void {
    draft.value = error.value = null;
  }
  onBeforeUnmount(() => {
    gone = true;
    clearTimeout(timer);
  });
  return { draft, waiting, error, ask, drop };
}
