import type { CaseRow, Query } from "@chengyun/api";
import { flushPromises, mount } from "@vue/test-utils";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { defineComponent, h, ref } from "vue";
import { useCaseList, type ListWanted } from "@/composables/caseList";
import { useFilterWords } from "@/composables/filterWords";
import BulkBar from "@/components/list/BulkBar.vue";
import { clampWidth, columnsFor, tracksOf } from "@/components/list/columns";
import ColumnsPanel from "@/components/list/ColumnsPanel.vue";
import ExportDialog from "@/components/list/ExportDialog.vue";
import FilterBar from "@/components/list/FilterBar.vue";
import SavedViews from "@/components/list/SavedViews.vue";
import { i18n } from "@/i18n";
import { useLive } from "@/stores/live";
import { useViews } from "@/stores/views";
import { aCase, aRow, serve, settle, show } from "./support";

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
      "GET /cases": ({ query }) => ({ body: query.get("cursor") ? { items: [aRow({ number: "B" }), aRow({ number: "C" })], next_cursor: null } : { items: [aRow({ number: "A" }), aRow({ number: "B" })], next_cursor: "c1", ...(query.get("count") ? { count: 3, count_capped: false } : {}) } }),
    });
    const { list } = listOf();
    await flushPromises();
    expect(list().total.value).toMatchObject({ count: 3, capped: false });
    await list().loadMore();
    expect(numbers(list().rows.value)).toEqual(["A", "B", "C"]);
    const before = asked.length;
    await list().loadMore();
    expect(asked).toHaveLength(before);
  });

  it("shows its rows before it is known how many there are", async () => {
    let tell = (_: unknown): void => undefined;
    const counted = new Promise((done) => (tell = done));
    serve({
      "GET /cases": async ({ query }) => {
        if (query.get("count")) await counted;
        return { body: { items: [aRow({ number: "A" })], next_cursor: null, ...(query.get("count") ? { count: 1, count_capped: false } : {}) } };
      },
    });
    const { list } = listOf();
    await flushPromises();
    expect([list().state.value, list().total.value]).toEqual(["ready", null]);
    tell(0);
    await flushPromises();
    expect(list().total.value).toMatchObject({ count: 1 });
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

  it("is read by itself when the server is there again, whether the first reading failed or a later look", async () => {
    vi.useFakeTimers();
    let answer: "offline" | { body: unknown } = "offline";
    serve({ "GET /cases": () => answer });
    const { list, change } = listOf();
    await flushPromises();
    expect(list().state.value).toBe("failed");
    answer = { body: { items: [aRow({ number: "A" })], next_cursor: null } };
    useLive().resyncs += 1;
    await flushPromises();
    expect([list().state.value, numbers(list().rows.value)]).toEqual(["ready", ["A"]]);
    answer = "offline";
    change("N");
    await vi.advanceTimersByTimeAsync(3_000);
    answer = { body: { items: [aRow({ number: "N" }), aRow({ number: "A" })], next_cursor: null } };
    await vi.advanceTimersByTimeAsync(6_000);
    expect(list().fresh.value).toBe(1);
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
    expect(words).toContain("查看办理中中类别为路灯不亮且未办结条件的案件，按到期先后排列");
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
  const view = (change: Record<string, unknown> = {}) => ({ id: 1, name: "超期路灯", query: { due: "overdue" }, columns: [], shared: false, mine: true, owner: "演示员", ...change });
  const shown = (views: unknown[], more: Record<string, unknown> = {}) =>
    ({ "GET /views": () => ({ body: views }), "GET /views/columns": () => ({ body: { columns: ["number", "title:300"] } }), "GET /views/counts": () => ({ body: [{ id: 1, count: 12, capped: false }, { id: 2, count: 999, capped: true }] }), ...more }) as never;

  it("open their filter and show how many cases they have", async () => {
    serve(shown([view(), view({ id: 2, name: "水务", query: { unit: "sw", sort: "next_due_at" }, shared: true, mine: false, owner: "值班长甲" })]));
    const tabs = await show(SavedViews, { query: { unit: "sw" }, listName: "全部" });
    await flushPromises();
    expect(tabs.findAll(".count").map((count) => count.text())).toEqual(["12", "999+"]);
    expect(tabs.text()).toContain("值班长甲 共享");
    await tabs.find("button.view").trigger("click");
    expect(tabs.emitted("open")).toEqual([[{ due: "overdue" }]]);
  });

  it("are deleted with a way back to their place", async () => {
    let next = 5;
    const asked = serve(shown([view({ id: 7, query: { state: "review" } }), view()], {
      "DELETE /views/7": () => ({ status: 204 }), "PUT /views/order": () => ({ status: 204 }),
      "POST /views": (seen: { body: Record<string, unknown> }) => ({ status: 201, body: view({ ...seen.body, id: (next += 1) }) }),
    }));
    settle();
    const store = useViews();
    await store.load();
    const back = await store.remove(store.views[0]!);
    expect(store.views.map((row) => row.id)).toEqual([1]);
    await back();
    expect(store.views.map((row) => row.id)).toEqual([6, 1]);
    expect(asked.find((seen) => seen.path === "/views/order")!.body).toEqual({ ids: [6, 1] });
  });

  it("keep their own columns, and other lists those of the person", async () => {
    vi.useFakeTimers();
    const asked = serve(shown([view({ columns: ["number"] })], { "PATCH /views/1": (seen: { body: Record<string, unknown> }) => ({ body: view(seen.body) }), "PUT /views/columns": () => ({ status: 204 }) }));
    settle();
    const store = useViews();
    await store.load();
    expect(store.columns).toEqual(["number", "title:300"]);
    store.keepColumns(["title"], store.views[0], () => undefined);
    await vi.advanceTimersByTimeAsync(1_000);
    store.keepColumns(["state"], undefined, () => undefined);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(asked.filter((seen) => ["PATCH", "PUT"].includes(seen.method)).map((seen) => [seen.path, seen.body])).toEqual([["/views/1", { columns: ["title"] }], ["/views/columns", { columns: ["state"] }]]);
    expect([store.views[0]!.columns, store.columns]).toEqual([["title"], ["state"]]);
  });
});

describe("columns of a list", () => {
  it("are as many as there is room for until somebody chooses", () => {
    expect(columnsFor(700).map((column) => column.name)).toEqual(["state", "limit", "title", "unit"]);
    expect(columnsFor(700, ["title:320", "none", "title", "closed"]).map((column) => [column.name, column.chosen])).toEqual([["title", 320], ["closed", undefined]]);
    expect(columnsFor(700, ["none"]).length).toBe(4);
    expect(columnsFor(300, ["number", "state", "limit", "title", "unit", "requester"], true).map((column) => column.name)).toEqual(["number", "state", "title"]);
  });
  it("fill the list whatever was chosen, and never get narrower than can be read", () => {
    expect(tracksOf(columnsFor(700, ["number", "state:80"]))).toBe("24px 150px minmax(80px, 1fr)");
    expect(tracksOf(columnsFor(700, ["title", "state:80"]))).toBe("24px minmax(180px, 5fr) 80px");
    expect(clampWidth(3)).toBe(56);
    expect(clampWidth(Number("x"))).toBe(56);
  });
  it("are moved, hidden, shown and widened with the keyboard", async () => {
    const panel = await show(ColumnsPanel, { layout: ["number", "title:300"], shown: [] });
    await panel.find("button.tool").trigger("click");
    await flushPromises();
    const rows = () => [...document.querySelectorAll<HTMLElement>(".panel .rows li")];
    rows()[1]!.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowUp", altKey: true, bubbles: true }));
    const width = rows()[0]!.querySelector<HTMLInputElement>("input[type=number]")!;
    width.value = "220";
    width.dispatchEvent(new Event("change"));
    rows()[0]!.querySelector<HTMLInputElement>("input[type=checkbox]")!.click();
    document.querySelector<HTMLInputElement>(".panel .others input")!.click();
    expect(panel.emitted("change")).toEqual([[["title:300", "number"]], [["number:220", "title:300"]], [["title:300"]], [["number", "title:300", "state"]]]);
  });
});

describe("exporting a list", () => {
  const props = { listName: "办理中", query: { worklist: "handling" }, sort: "next_due_at", shown: ["number", "title"], numbers: ["A"], total: { count: 3, capped: false }, view: null, modelValue: false };

  it("asks for a purpose, sends what is shown, and hands the file over", async () => {
    const asked = serve({ "POST /exports": () => ({ body: "x", headers: { "content-type": "text/csv", "content-disposition": "attachment; filename*=UTF-8''%E6%A1%88%E4%BB%B6.csv" } }) });
    const made = vi.spyOn(URL, "createObjectURL").mockReturnValue("blob:x");
    vi.spyOn(HTMLAnchorElement.prototype, "click").mockReturnValue();
    await show(ExportDialog, { ...props, modelValue: true }, { permissions: ["case.export"] });
    await flushPromises();
    const form = document.querySelector("form.export")!;
    form.dispatchEvent(new Event("submit"));
    await flushPromises();
    expect(asked).toHaveLength(0);
    const reason = form.querySelector<HTMLInputElement>("input.field-input")!;
    reason.value = "月度核对";
    reason.dispatchEvent(new Event("input"));
    form.dispatchEvent(new Event("submit"));
    await vi.waitFor(() => expect(made).toHaveBeenCalledOnce());
    expect(asked[0]!.body).toEqual({ format: "xlsx", query: { worklist: "handling" }, sort: "next_due_at", columns: ["number", "title"], numbers: ["A"], reason: "月度核对", clear: false, view: null });
    expect(form.textContent).not.toContain("不脱敏：");
  });

  it("says why nothing was exported and lets another try", async () => {
    serve({ "POST /exports": () => ({ status: 422, body: { title: "内容有误", detail: "XLSX一次最多 100,000 行，改用 CSV", status: 422 } }) });
    const dialog = await show(ExportDialog, props, { permissions: ["case.export", "case.export_clear"] });
    await dialog.setProps({ modelValue: true });
    await flushPromises();
    const form = document.querySelector("form.export")!;
    expect(form.textContent).toContain("不脱敏：");
    const reason = form.querySelector<HTMLInputElement>("input.field-input")!;
    reason.value = "月度核对";
    reason.dispatchEvent(new Event("input"));
    form.dispatchEvent(new Event("submit"));
    await vi.waitFor(() => expect(form.textContent).toContain("改用 CSV"));
    expect(form.querySelector(".progress")).toBeNull();
  });
});

describe("one action on many cases", () => {
  const offer = { code: "accept", name: "受理", name_en: "Accept", tone: "primary", bulk: true, confirm: null, assignment_id: null, unit: "", fields: [] };

  it("tells which failed and why, and tries those again as they are now", async () => {
    const bodies: unknown[] = [];
    serve({
      "GET /cases/A": () => ({ body: aCase({ number: "A", actions: [offer] as never }) }),
      "POST /cases/bulk/accept": (seen) => {
        bodies.push(seen.body.items);
        const again = bodies.length > 1;
        return { body: { results: again ? [{ number: "B", ok: true, version: 9 }] : [{ number: "A", ok: true, version: 4 }, { number: "B", ok: false, problem: { title: "案件已有变化", detail: "刚刚被派单" } }] } };
      },
    });
    const bar = await show(BulkBar, { rows: [aRow({ number: "A" }), aRow({ number: "B" })] }, { permissions: ["case.bulk"] });
    await flushPromises();
    await bar.find(".el-button").trigger("click");
    await flushPromises();
    document.querySelector<HTMLFormElement>(".el-dialog form")!.dispatchEvent(new Event("submit"));
    await flushPromises();
    expect(document.querySelector(".results")!.textContent).toContain("刚刚被派单");
    expect(document.querySelector(".results")!.textContent).toContain("成功的 1 件");
    [...document.querySelectorAll<HTMLButtonElement>(".el-dialog__footer button")][0]!.click();
    await flushPromises();
    expect(bodies).toEqual([[{ number: "A", version: 3 }, { number: "B", version: 3 }], [{ number: "B" }]]);
    expect(bar.emitted("keep")).toEqual([[[]]]);
  });
});
