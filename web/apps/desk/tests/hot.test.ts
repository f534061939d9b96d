import { describe, expect, it, vi } from "vitest";
import { flushPromises } from "@vue/test-utils";
import HotDetails from "@/components/hot/HotDetails.vue";
import HotList from "@/components/hot/HotList.vue";
import TrendBars from "@/components/hot/TrendBars.vue";
import { adding, dayAfter, hotQuery, parseHot, sizeOf } from "@/lib/hot";
import { api, type HotDetail, type HotRow } from "@chengyun/api";
import { show } from "./support";

const row: HotRow = {
  id: 4, rank: 1, title: "云岫苑搅拌站噪音", place: "云岫苑", named: false, heat: 97.9, matters: 12, before: 2, state: "growing", state_name: "升温",
  parts: [
    { code: "matters", count: 12, points: 29.6, query: { gathered: "hot:4" } }, { code: "callers", count: 12, points: 44.4, query: { gathered: "hot:4" } },
    { code: "supporters", count: 0, points: 0, query: null }, { code: "density", count: 0.33, points: 5, query: null },
  ],
  trend: [0, 2, 10], all_matters: 14, all_callers: 14, first_at: "2026-11-12T08:00:00+08:00", last_at: "2026-11-21T08:00:00+08:00",
  area: { code: "c1", name: "云溪里社区" }, category: null, lng: null, lat: null, version: 3, hidden: false,
  query: { gathered: "hot:4", received_from: "2026-11-14" }, before_query: { gathered: "hot:4" }, all_query: { gathered: "hot:4" },
};
const detail: HotDetail = {
  ...row, words: [{ word: "搅拌站", cases: 14 }, { word: "粉尘", cases: 2 }], life: { start: "2026-11-12", days: 1, counts: [1, 0, 13] }, windows: {}, merged_into: null,
  members: [{ number: "TS-1", title: "云岫苑搅拌站", received_at: "2026-11-21T08:00:00+08:00", open: true, callers: 1, category: "施工噪声", area: "云溪街道" }],
  steps: [{ id: 9, at: "2026-11-21T08:00:00+08:00", actor: "甲", action: "merge", note: "同一件事", detail: { from: 7, title: "搅拌站粉尘", cases: 2 } }],
};

describe("what the address of the hot issues asks for", () => {
  it("is read and written the same way, and nonsense is the usual week", () => {
    expect(hotQuery(parseHot({ days: "30", state: "growing", q: "路" }))).toEqual({ days: "30", state: "growing", q: "路" });
    expect(parseHot({ days: "12", run: "-3", state: "burning", hidden: "yes" })).toEqual({ days: "7", run: 0, state: "", q: "", hidden: false });
    expect(hotQuery(parseHot({ run: "5", days: "30" }))).toEqual({ run: "5" });
  });
  it("days follow each other over the end of a month", () => {
    expect(dayAfter("2026-02-27", 2)).toBe("2026-03-01");
    expect(dayAfter("2026-12-31T23:00:00+08:00", 1)).toBe("2027-01-01");
  });
  it("words said more often are larger", () => {
    expect(sizeOf(14, 14)).toBe(5);
    expect(sizeOf(1, 14)).toBe(1);
    expect(sizeOf(1, 1)).toBe(3);
  });
  it("parts that add nothing are left out, the largest comes first", () => {
    expect(adding(row.parts).map((part) => part.code)).toEqual(["callers", "matters", "density"]);
  });
});

describe("the page of hot issues", () => {
  it("a row tells rank, name, how it goes and how many; it opens its issue", async () => {
    const list = await show(HotList, { items: [row], chosen: null, hidden: false });
    for (const said of ["1", "云岫苑搅拌站噪音", "升温", "12 件", "97.9", "云溪里社区"]) expect(list.text()).toContain(said);
    await list.get("button.row").trigger("click");
    expect(list.emitted("open")).toEqual([[4]]);
  });
  it("each day of the trend opens its cases; the table tells the same", async () => {
    const bars = await show(TrendBars, { counts: [1, 0, 13], start: "2026-11-12", query: { gathered: "hot:4" } });
    expect(bars.findAll("a.bar")).toHaveLength(2);
    await bars.get("button").trigger("click");
    expect(bars.findAll("tbody tr").map((line) => line.text())).toEqual(["2026-11-121", "2026-11-1413"]);
  });
  it("shows where the heat comes from, and nothing to arrange for who may only look", async () => {
    const shown = await show(HotDetails, { issue: detail, rows: [row], asked: { days: "7" }, may: false });
    for (const said of ["热度怎么来的", "44.4", "搅拌站", "并入“搅拌站粉尘”的 2 件", "同一件事"]) expect(shown.text()).toContain(said);
    expect(shown.find(".act").exists()).toBe(false);
  });
  it("renaming sends the version that was seen", async () => {
    const change = vi.spyOn(api.hot, "change").mockResolvedValue({ ...detail, title: "新名称", version: 4 });
    const shown = await show(HotDetails, { issue: detail, rows: [row], asked: { days: "7" }, may: true });
    await shown.get(".act .buttons button").trigger("click");
    await shown.get(".arrange input").setValue("新名称");
    await shown.get("form.arrange").trigger("submit");
    await flushPromises();
    expect(change).toHaveBeenCalledWith(4, { days: "7" }, { action: "rename", why: "", title: "新名称", version: 3 });
    expect(shown.emitted("changed")).toHaveLength(1);
  });
});
