import { api, type Notice, type WorkList } from "@chengyun/api";
import { defineStore } from "pinia";
import { computed, ref, shallowRef } from "vue";
import { useLive } from "./live";

const REST = 5_000;

/** The rail: the work lists of this person with their counts, and the unread notices. Follows the live changes. */
export const useWork = defineStore("work", () => {
  const lists = ref<WorkList[]>([]);
  const notices = ref<Notice[]>([]);
  const error = shallowRef<unknown>(null);
  const unread = computed(() => notices.value.filter((notice) => !notice.read).length);
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
    notices.value = (await api.notices.list()).items;
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
  }
  async function markRead(ids: number[]): Promise<void> {
    for (const notice of notices.value) if (ids.includes(notice.id)) notice.read = true;
    await api.notices.read(ids);
  }
  return { lists, notices, error, unread, refreshLists, refreshNotices, soon, follow, forget, markRead };
});
