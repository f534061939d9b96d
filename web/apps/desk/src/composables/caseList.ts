import { api, type Case, type CaseChange, type CaseRow, type Query } from "@chengyun/api";
import { computed, onBeforeUnmount, reactive, ref, shallowRef, watch, type Ref } from "vue";
import { useLive } from "@/stores/live";

export interface ListWanted {
  query: Query;
  sort: string;
}
/** How many rows; how many matters they are about, and how many calls came about these. */
export interface ListTotal {
  count: number;
  capped: boolean;
  matters: number | null;
  calls: number | null;
}
const PAGE = 60;
/** How long after a change elsewhere the first page is asked again, to count what is new. */
const LOOK_AGAIN = 2_500;
/** How often the remaining times are asked again while nothing else happens. */
const AGE = 300_000;
/** How long after a look that failed (the network was only just back) it is tried again. */
const TRY_AGAIN = 5_000;

/**
 * A list of cases that grows while scrolling. Live changes mark rows and count what is new; rows stay where they are
 * until the person asks for a fresh list.
 */
export function useCaseList(wanted: Ref<ListWanted | null>, active: Ref<boolean>) {
  const live = useLive();
  const rows = shallowRef<CaseRow[]>([]);
  const state = ref<"loading" | "ready" | "failed">("loading");
  const more = ref<"idle" | "loading" | "failed">("idle");
  const error = shallowRef<unknown>(null);
  const total = ref<ListTotal | null>(null);
  const fresh = ref(0);
  const changed = reactive(new Set<string>());
  const moved = reactive(new Set<string>());
  const own = new Map<string, number>();
  let cursor: string | null = null;
  let abort: AbortController | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let missed = false;

  async function load(): Promise<void> {
    if (!wanted.value) return;
    abort?.abort();
    abort = new AbortController();
    const mine = abort;
    if (!rows.value.length) state.value = "loading";
    try {
      const answer = await api.cases.list({ ...wanted.value, limit: PAGE, signal: mine.signal });
      if (mine.signal.aborted) return;
      rows.value = answer.items;
      cursor = answer.next_cursor;
      fresh.value = 0;
      changed.clear();
      moved.clear();
      more.value = "idle";
      state.value = "ready";
    } catch (problem) {
      if (mine.signal.aborted) return;
      error.value = problem;
      state.value = "failed";
      return;
    }
    await countAll(mine);
  }
  /** How many there are is told after the rows: among a million it takes longer than they do. */
  async function countAll(mine: AbortController): Promise<void> {
    try {
      const answer = await api.cases.list({ ...wanted.value!, limit: 1, count: true, signal: mine.signal });
      if (mine.signal.aborted || answer.count == null) return;
      total.value = { count: answer.count, capped: answer.count_capped === true, matters: answer.matters ?? null, calls: answer.calls ?? null };
    } catch {
      // the rows are there; without the number the sentence above them says nothing of it
    }
  }

  async function loadMore(): Promise<void> {
    if (!wanted.value || !cursor || more.value === "loading" || state.value !== "ready") return;
    more.value = "loading";
    const mine = abort;
    try {
      const answer = await api.cases.list({ ...wanted.value, limit: PAGE, cursor, signal: mine?.signal });
      if (mine?.signal.aborted) return;
      const known = new Set(rows.value.map((row) => row.number));
      rows.value = [...rows.value, ...answer.items.filter((row) => !known.has(row.number))];
      cursor = answer.next_cursor;
      more.value = "idle";
    } catch {
      if (!mine?.signal.aborted) more.value = "failed";
    }
  }
  const hasMore = computed(() => (void rows.value, cursor !== null));

  /** Put what is now known of a case into its row, where the row stands. */
  function patch(row: CaseRow | Case): void {
    const position = rows.value.findIndex((item) => item.number === row.number);
    if (position < 0) return;
    const before = rows.value[position];
    if (before && before.state !== row.state) moved.add(row.number);
    rows.value = rows.value.with(position, row);
    changed.delete(row.number);
    own.set(row.number, Date.now());
  }

  /** What is left of the limits, as told now, for rows that are otherwise the same; nothing moves. */
  function age(now: CaseRow[]): void {
    const told = new Map(now.map((row) => [row.number, row]));
    rows.value = rows.value.map((row) => {
      const other = told.get(row.number);
      return other?.version === row.version ? other : row;
    });
  }

  async function countFresh(): Promise<void> {
    timer = undefined;
    if (!wanted.value || !active.value || state.value !== "ready") {
      missed = true;
      return;
    }
    try {
      const answer = await api.cases.list({ ...wanted.value, limit: PAGE });
      const known = new Set(rows.value.map((row) => row.number));
      fresh.value = answer.items.filter((row) => !known.has(row.number)).length;
      age(answer.items);
    } catch {
      timer ??= setTimeout(() => void countFresh(), TRY_AGAIN);
    }
  }
  function onChange(change: CaseChange): void {
    const mine = Date.now() - (own.get(change.number) ?? 0) < 4_000;
    if (rows.value.some((row) => row.number === change.number)) {
      if (!mine) changed.add(change.number);
    } else timer ??= setTimeout(() => void countFresh(), LOOK_AGAIN);
  }
  const stop = live.onChange(onChange);
  const ageing = setInterval(() => void countFresh(), AGE);
  // The server is there again: a list that could not be read is read, one that was is looked at for what is new.
  watch(() => live.resyncs, () => void (state.value === "failed" ? load() : countFresh()));
  watch(active, (now) => {
    if (now && missed) {
      missed = false;
      void countFresh();
    }
  });
  watch(wanted, (now, before) => {
    if (before && JSON.stringify(now) === JSON.stringify(before)) return;
    rows.value = [];
    cursor = null;
    total.value = null;
    void load();
  }, { immediate: true });
  onBeforeUnmount(() => {
    stop();
    clearTimeout(timer);
    clearInterval(ageing);
    abort?.abort();
  });
  return { rows, state, error, more, hasMore, total, fresh, changed, moved, load, loadMore, patch };
}
