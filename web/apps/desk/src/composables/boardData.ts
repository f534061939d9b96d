import { api, type Board, type BoardLine, type BoardPanel, type BoardPart, type Query } from "@chengyun/api";
import { computed, nextTick, onBeforeUnmount, onMounted, ref, shallowRef, watch, type Ref } from "vue";
import { useI18n } from "vue-i18n";
import { onBeforeRouteLeave, useRoute, useRouter } from "vue-router";
import { useFilterWords } from "@/composables/filterWords";
import { boardFilters, parseBoard, sensible, standard } from "@/lib/board";
import { useLive } from "@/stores/live";
import { useMeta } from "@/stores/meta";
import { useSession } from "@/stores/session";
import { useToast } from "@/stores/toast";

const vocabulary: Partial<Record<BoardPart, string>> = { by_channel: "channel", by_state: "state", by_unit: "unit", by_area: "area", by_category: "category" };

/** The board that was left last, by whom and how far down: coming back from a list shows it at once, at the same place. */
let left: { by: string; key: string; board: Board; top: number } | null = null;

/** The board that the address asks for: its data, kept fresh, and what the address says. */
export function useBoard() {
  const route = useRoute();
  const router = useRouter();
  const asked = computed(() => parseBoard(route.query));
  const board = shallowRef<Board | null>(null);
  const error = shallowRef<unknown>(null);
  const loading = ref(false);
  const key = computed(() => JSON.stringify(asked.value));
  const shown = ref("");
  const account = useSession().session?.account.username ?? "";
  const back = left && left.by === account && left.key === key.value ? left : null;
  if (back) {
    board.value = back.board;
    shown.value = key.value;
  }
  const main = () => document.getElementById("main");
  onMounted(() => {
    if (back) void nextTick(() => main()?.scrollTo({ top: back.top }));
  });
  onBeforeRouteLeave(() => {
    left = board.value && !outdated.value ? { by: account, key: key.value, board: board.value, top: main()?.scrollTop ?? 0 } : null;
  });
  /** What is shown is still that of the address before. */
  const outdated = computed(() => shown.value !== key.value);
  let wait: ReturnType<typeof setTimeout> | undefined;
  let current: AbortController | undefined;

  async function load(): Promise<void> {
    current?.abort();
    const mine = (current = new AbortController());
    const wanted = key.value;
    loading.value = true;
    try {
      const found = await api.board.get(asked.value, mine.signal);
      if (mine !== current) return;
      board.value = found;
      shown.value = wanted;
      error.value = null;
    } catch (problem) {
      if (mine !== current) return;
      error.value = problem;
      if (outdated.value) board.value = null;
    } finally {
      if (mine === current) loading.value = false;
    }
  }
  watch(key, () => {
    if (route.name === "board") void load();
  }, { immediate: true });
  /** Follows the live changes, at most once in ten seconds. */
  const stop = useLive().onChange(() => {
    wait ??= setTimeout(() => {
      wait = undefined;
      void load();
    }, 10_000);
  });
  const slow = setInterval(() => void load(), 60_000);
  onBeforeUnmount(() => {
    stop();
    clearTimeout(wait);
    clearInterval(slow);
    current?.abort();
  });
  const ask = (query: Query) => void router.push({ name: "board", query });
  return { asked, board, error, loading, outdated, load, ask };
}

/** The names of lines, in the language of the page. */
export function useLineNames() {
  const { t, te } = useI18n();
  const meta = useMeta();
  return (panel: BoardPart, line: BoardLine): string => {
    if (!line.code) return te(`board.chart.unset.${panel}`) ? t(`board.chart.unset.${panel}`) : t("board.chart.unset.other");
    if (panel === "by_hour") return t("board.chart.hour", { h: line.code });
    const known = meta.nameOf(vocabulary[panel] ?? "", line.code);
    const name = known && known !== line.code ? known : line.name;
    return line.direct ? t("board.chart.direct", { name }) : name;
  };
}

/** What the board is narrowed to, in words. */
export function useScopeWords(asked: Ref<Query>) {
  const { t } = useI18n();
  const { phrase } = useFilterWords();
  return computed(() => boardFilters.filter((name) => asked.value[name]).map((name) => {
    const value = asked.value[name] ?? "";
    if (name === "direct") return { name, words: t("board.scope.direct") };
    if (name !== "unset") return { name, words: phrase(name, value).said };
    return { name, words: value.split(",").map((part) => t("board.scope.unset", { name: t(`list.fields.${part}`) })).join(t("word.separator")) };
  }));
}

/** What this person has on the board; kept on the server as soon as it changes. */
export function useLayout() {
  const toast = useToast();
  const panels = ref<BoardPanel[]>(standard.map((panel) => ({ ...panel })));
  let later: ReturnType<typeof setTimeout> | undefined;
  let changed = false;
  void api.board.layout().then((found) => {
    if (found.panels.length && !changed) panels.value = sensible(found.panels);
  }).catch(() => undefined);

  function keep(next: BoardPanel[]): void {
    changed = true;
    panels.value = next;
    clearTimeout(later);
    later = setTimeout(() => {
      api.board.keepLayout(next).catch((error: unknown) => toast.failed(error));
    }, 400);
  }
  async function reset(): Promise<void> {
    clearTimeout(later);
    panels.value = standard.map((panel) => ({ ...panel }));
    await api.board.forgetLayout().catch((error: unknown) => toast.failed(error));
  }
  return { panels, keep, reset };
}
