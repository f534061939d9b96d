import { api } from "@chengyun/api";
import { computed, onBeforeUnmount, ref } from "vue";
import { emptyDraft, hasContent, keepLocally, localDrafts, mergeDrafts, type Draft, type DraftData } from "@/lib/drafts";
import { useSession } from "@/stores/session";

const SYNC = 1_500;

function newId(): string {
  return typeof crypto.randomUUID === "function"
    ? crypto.randomUUID()
    : "10000000-1000-4000-8000-100000000000".replace(/[018]/g, (digit) => (Number(digit) ^ (crypto.getRandomValues(new Uint8Array(1))[0]! & (15 >> (Number(digit) / 4)))).toString(16));
}

/** The registration forms that are open, saved while typing: at once here, soon on the server. */
export function useDrafts(defaults: () => Partial<DraftData>) {
  const account = useSession().session?.account.username ?? "";
  const drafts = ref<Draft[]>([]);
  const current = ref("");
  const restoredAt = ref("");
  const savedAt = ref("");
  const remote = ref<"none" | "saved" | "waiting">("none");
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  const draft = computed(() => drafts.value.find((item) => item.id === current.value));

  function open(): string {
    const blank = drafts.value.find((item) => !hasContent(item.data));
    const id = blank?.id ?? newId();
    if (!blank) drafts.value.push({ id, data: emptyDraft(defaults()), saved: new Date().toISOString() });
    current.value = id;
    restoredAt.value = "";
    savedAt.value = "";
    return id;
  }

  async function restore(): Promise<void> {
    const local = localDrafts(account);
    let kept: Draft[] = [];
    try {
      const found = await api.drafts.list();
      kept = found.map((item) => ({ id: item.id, data: item.data as unknown as DraftData, saved: item.updated_at }));
    } catch {
      kept = [];
    }
    const found = mergeDrafts(local, kept).filter((item) => hasContent({ ...emptyDraft(), ...item.data }));
    drafts.value = found.map((item) => ({ ...item, data: { ...emptyDraft(defaults()), ...item.data } }));
    const last = drafts.value.at(-1);
    if (last) {
      current.value = last.id;
      restoredAt.value = last.saved;
    } else open();
  }

  async function send(item: Draft): Promise<void> {
    timers.delete(item.id);
    try {
      await api.drafts.save(item.id, item.data as unknown as Record<string, unknown>);
      remote.value = "saved";
    } catch {
      remote.value = "waiting";
      if (drafts.value.some((other) => other.id === item.id)) timers.set(item.id, setTimeout(() => void send(item), 10_000));
    }
  }
  /** The form has changed. */
  function touch(): void {
    const item = draft.value;
    if (!item || !hasContent(item.data)) return;
    item.data.started ||= Date.now();
    item.saved = new Date().toISOString();
    savedAt.value = item.saved;
    keepLocally(account, drafts.value);
    clearTimeout(timers.get(item.id));
    timers.set(item.id, setTimeout(() => void send(item), SYNC));
  }
  /** Take a form away: it became a case, or was given up. */
  function drop(id: string, alsoRemote: boolean): Draft | undefined {
    clearTimeout(timers.get(id));
    timers.delete(id);
    const item = drafts.value.find((other) => other.id === id);
    drafts.value = drafts.value.filter((other) => other.id !== id);
    keepLocally(account, drafts.value);
    if (alsoRemote && item && hasContent(item.data)) api.drafts.remove(id).catch(() => undefined);
    if (current.value === id) {
      const last = drafts.value.at(-1);
      if (last) current.value = last.id;
      else open();
    }
    return item;
  }
  function bring(item: Draft): void {
    drafts.value.push(item);
    current.value = item.id;
    touch();
  }
  onBeforeUnmount(() => timers.forEach((timer) => clearTimeout(timer)));
  return { drafts, current, draft, restoredAt, savedAt, remote, open, restore, touch, drop, bring };
}
