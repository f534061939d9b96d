import type { CaseRow, Query } from "@chengyun/api";
import { flushPromises, mount } from "@vue/test-utils";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { defineComponent, h, ref } from "vue";
import { useCaseList, type ListWanted } from "@/composables/caseList";
import { useFilterWords } from "@/composables/filterWords";
import FilterBar from "@/components/list/FilterBar.vue";
import SavedViews from "@/components/list/SavedViews.vue";
import { i18n } from "@/i18n";
import { useLive } from "@/stores/live";
import { aRow, serve, settle, show } from "./support";

class NoSource {
  static readonly OPEN = 1;
  static last: NoSource | null = null;
  listeners: Record<string, (event: { data: string }) => void> = {};
  onopen = null;
  onerror = null;
  constructor() { NoSource.last = this; }
  addEventListener(name: string, listener: (event: { data: string }) => void) { this.listeners[name] = listener; }
  close() { /* nothing is open */ }
}

/** A list as a page would use it, and a way to say that a case changed elsewhere. */
function listOf(query: Query = { worklist: "handling" }) {
  const pinia = settle();
  const wanted = ref<ListWanted | null>({ query, sort: "next_due_at" });
  let list!: ReturnType<typeof useCaseList>;
  const wrapper = mount(defineComponent({ setup() { list = useCaseList(wanted, ref(true)); return () => h("i"); } }), { global: { plugins: [pinia] } });
  useLive().open();
  const change = (number: string) => NoSource.last!.listeners.case!({ data: JSON.stringify({ number, state: "review", action: "reply", at: "" }) });
  return { list: () => list, wanted, change, wrapper };
}
const numbers = (rows: CaseRow[]) => rows.map((row) => row.number);

beforeEach(() => vi.stubGlobal("EventSource", NoSource));
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  document.body.innerHTML = "";
});

describe("a list of cases", () => {
  it("grows by the cursor and never shows a case twice", async () => {
    const asked = serve({
      "GET /cases": ({ query }) => ({ body: query.get("cursor") ? { items: [aRow({ number: "B" }), aRow({ number: "C" })], next_cursor: null } : { items: [aRow({ number: "A" }), aRow({ number: "B" })], next_cursor: "c1", count: 3, count_capped: false } }),
    });
    const { list } = listOf();
    await flushPromises();
    expect(list().total.value).toEqual({ count: 3, capped: false });
    await list().loadMore();
    expect(numbers(list().rows.value)).toEqual(["A", "B", "C"]);
    await list().loadMore();
    expect(asked).toHaveLength(2);
  });

  it("marks a row that was changed elsewhere and leaves every row where it is", async () => {
    serve({ "GET /cases": () => ({ body: { items: [aRow({ number: "A" }), aRow({ number: "B" })], next_cursor: null } }) });
    const { list, change } = listOf();
    await flushPromises();
    change("B");
    expect([...list().changed]).toEqual(["B"]);
    expect(numbers(list().rows.value)).toEqual(["A", "B"]);
  });

  it("counts what is new instead of putting it under the pointer", async () => {
    vi.useFakeTimers();
    let items = [aRow({ number: "A" })];
    serve({ "GET /cases": () => ({ body: { items, next_cursor: null } }) });
    const { list, change } = listOf();
    await flushPromises();
    items = [aRow({ number: "N" }), aRow({ number: "A" })];
    change("N");
    await vi.advanceTimersByTimeAsync(3_000);
    expect([list().fresh.value, numbers(list().rows.value)]).toEqual([1, ["A"]]);
    await list().load();
    expect([list().fresh.value, numbers(list().rows.value)]).toEqual([0, ["N", "A"]]);
  });

  it("shows one's own change at once and does not call it somebody else's", async () => {
    serve({ "GET /cases": () => ({ body: { items: [aRow({ number: "A" }), aRow({ number: "B" })], next_cursor: null } }) });
    const { list, change } = listOf();
    await flushPromises();
    list().patch(aRow({ number: "A", state: "review", state_name: "待审核" }));
    change("A");
    expect([[...list().moved], [...list().changed]]).toEqual([["A"], []]);
    expect(list().rows.value[0]!.state_name).toBe("待审核");
  });

  it("says so when it cannot be loaded, and works after another try", async () => {
    let works = false;
    serve({ "GET /cases": () => (works ? { body: { items: [aRow()], next_cursor: null } } : { status: 500, body: { title: "系统出错了", request_id: "r9" } }) });
    const { list } = listOf();
    await flushPromises();
    expect(list().state.value).toBe("failed");
    works = true;
    await list().load();
    expect(list().state.value).toBe("ready");
  });
});

describe("the filter bar", () => {
  it("reads as a sentence", async () => {
    const bar = await show(FilterBar, { listName: "办理中", filters: { category: "Q0505", open: "true" }, sort: "next_due_at", total: { count: 1234, capped: false } });
    const words = bar.find(".sentence").text().replace(/\s+/g, "");
    expect(words).toContain("查看办理中中类别路灯不亮未办结是条件的案件，按到期先后排列");
    expect(bar.text()).toContain("共 1,234 件");
  });
  it("gives a condition up with one press", async () => {
    const bar = await show(FilterBar, { listName: "办理中", filters: { category: "Q0505", open: "true" }, sort: "next_due_at", total: null });
    await bar.find("button[aria-label='去掉条件：类别']").trigger("click");
    expect(bar.emitted("change")).toEqual([[{ open: "true" }]]);
  });
  it("tells several values of one filter", () => {
    settle();
    let words!: ReturnType<typeof useFilterWords>;
    mount(defineComponent({ setup() { words = useFilterWords(); return () => h("i"); } }), { global: { plugins: [i18n] } });
    expect(words.phrase("state", "handling,review").value).toBe("办理中、待审核");
    expect(words.phrase("hour", "9").value).toBe("9 时");
  });
});

describe("saved views", () => {
  it("open their filter, and one's own can be deleted and brought back", async () => {
    const view = { id: 1, name: "超期路灯", query: { due: "overdue" }, columns: [], shared: false, mine: true };
    const asked = serve({ "GET /views": () => ({ body: [view] }), "DELETE /views/1": () => ({ status: 204 }) });
    const tabs = await show(SavedViews, { query: { due: "overdue" }, listName: "全部" });
    await tabs.find("button.view").trigger("click");
    expect(tabs.emitted("open")).toEqual([[{ due: "overdue" }]]);
    await tabs.find("button[aria-label='删除视图“超期路灯”']").trigger("click");
    await flushPromises();
    expect(asked.at(-1)!.method).toBe("DELETE");
    expect(tabs.text()).not.toContain("超期路灯");
  });
});
