import { api, type Query, type SavedView } from "@chengyun/api";
import { defineStore } from "pinia";
import { computed, ref } from "vue";
import { asQuery } from "@/lib/filter";
import { useLive } from "./live";

export interface ViewCount {
  count: number | null;
  capped: boolean;
}
/** Counts are asked at most so often, however many cases change. */
const REST = 15_000;
const KEEP = 700;

/** Saved views with their counts, and the columns of this person's lists. */
export const useViews = defineStore("views", () => {
  const views = ref<SavedView[]>([]);
  const counts = ref<Record<number, ViewCount>>({});
  const columns = ref<string[]>([]);
  const mine = computed(() => views.value.filter((view) => view.mine));
  let stop: (() => void) | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let saving: ReturnType<typeof setTimeout> | undefined;

  async function load(): Promise<void> {
    stop ??= useLive().onChange(soon);
    const [found, kept] = await Promise.allSettled([api.views.list(), api.views.columns()]);
    if (found.status === "fulfilled") views.value = found.value;
    if (kept.status === "fulfilled") columns.value = kept.value.columns;
    if (views.value.length) void count();
  }
  async function count(): Promise<void> {
    try {
      counts.value = Object.fromEntries((await api.views.counts()).map((row) => [row.id, row]));
    } catch {
      // A view without its count still opens.
    }
  }
  function soon(): void {
    if (!views.value.length) return;
    timer ??= setTimeout(() => {
      timer = undefined;
      if (document.visibilityState === "visible") void count();
    }, REST);
  }
  const put = (view: SavedView) => (views.value = views.value.map((other) => (other.id === view.id ? view : other)));

  /** The view that a list shows: the same conditions, in whatever order. */
  function shownBy(query: Query): SavedView | undefined {
    const plain = (given: Query) => JSON.stringify(Object.entries(given).filter(([key]) => key !== "sort" && key !== "case").sort());
    const wanted = plain(query);
    return views.value.find((view) => plain(asQuery(view.query)) === wanted);
  }
  async function create(name: string, query: Query, shown: string[], shared: boolean): Promise<SavedView> {
    const view = await api.views.create({ name, query, columns: shown, shared });
    const at = mine.value.length;
    views.value = [...mine.value, view, ...views.value.slice(at)];
    void count();
    return view;
  }
  async function change(view: SavedView, changes: { name?: string; query?: Query; columns?: string[]; shared?: boolean }): Promise<void> {
    put(await api.views.change(view.id, changes));
    if (changes.query) void count();
  }
  /** Take a view away. Returns how to bring it back, in its place. */
  async function remove(view: SavedView): Promise<() => Promise<void>> {
    const place = mine.value.findIndex((other) => other.id === view.id);
    await api.views.remove(view.id);
    views.value = views.value.filter((other) => other.id !== view.id);
    return async () => {
      const again = await create(view.name, asQuery(view.query), view.columns, view.shared);
      await move(again, place - mine.value.findIndex((other) => other.id === again.id));
    };
  }
  async function move(view: SavedView, by: number): Promise<void> {
    const order = mine.value.filter((other) => other.id !== view.id);
    const at = mine.value.findIndex((other) => other.id === view.id) + by;
    if (!by || at < 0 || at > order.length) return;
    order.splice(at, 0, view);
    views.value = [...order, ...views.value.filter((other) => !other.mine)];
    await api.views.order(order.map((other) => other.id));
  }
  /** Keep columns: with the view that is shown when it is one's own, else for all lists of this person. */
  function keepColumns(shown: string[], view: SavedView | undefined, failed: (error: unknown) => void): void {
    if (view?.mine) put({ ...view, columns: shown });
    else columns.value = shown;
    clearTimeout(saving);
    saving = setTimeout(() => {
      (view?.mine ? api.views.change(view.id, { columns: shown }) : api.views.keepColumns(shown)).catch(failed);
    }, KEEP);
  }
  function forget(): void {
    stop?.();
    stop = null;
    clearTimeout(timer);
    timer = undefined;
    views.value = [];
    counts.value = {};
    columns.value = [];
  }
  return { views, counts, columns, mine, load, count, shownBy, create, change, remove, move, keepColumns, forget };
});
