import { api, type Notice, type WorkList } from "@chengyun/api";
import { defineStore } from "pinia";
import { ref, shallowRef } from "vue";
import { desktop } from "@/lib/desktop";
import { useLive } from "./live";

const REST = 5_000;

/** The rail: the work lists of this person with their counts, and the unread notices. Follows the live changes. */
export const useWork = defineStore("work", () => {
  const lists = ref<WorkList[]>([]);
  const notices = ref<Notice[]>([]);
  const error = shallowRef<unknown>(null);
  const unread = ref(0);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stop: (() => void) | null = null;

  async function refreshLists(): Promise<void> {
    try {
      lists.value = await api.getWorkLists();
      error.value = null;
    } catch (problem) {
      error.value = problem;
      throw problem;
    }
  }
  async function refreshNotices(): Promise<void> {
    const answer = await api.notices.list();
    notices.value = answer.items;
    unread.value = answer.unread;
    desktop.tell(answer.items);
  }
  /** Counts are fetched at most once in a few seconds, however many cases change. */
  function soon(): void {
    timer ??= setTimeout(() => {
      timer = undefined;
      refreshLists().catch(() => undefined);
    }, REST);
  }
  function follow(): void {
    stop ??= useLive().onChange(soon);
  }
  function forget(): void {
    stop?.();
    stop = null;
    clearTimeout(timer);
    timer = undefined;
    lists.value = [];
    notices.value = [];
    unread.value = 0;
  }
  async function markRead(ids: number[]): Promise<void> {
    const fresh = notices.value.filter((notice) => ids.includes(notice.id) && !notice.read).length;
    for (const notice of notices.value) if (ids.includes(notice.id)) notice.read = true;
    unread.value = Math.max(0, unread.value - Math.max(fresh, 1));
    await api.notices.read(ids);
  }
  /** Everything up to the newest message that is shown. */
  async function markAllRead(until: string): Promise<void> {
    await api.notices.readAll(until);
    await refreshNotices();
  }
  return { lists, notices, error, unread, refreshLists, refreshNotices, soon, follow, forget, markRead, markAllRead };
});
