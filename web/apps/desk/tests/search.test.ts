import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { nextTick } from "vue";
import SearchBox from "@/components/shell/SearchBox.vue";
import { fits, groupsOf, keptOf, recentThings, remember, routeOf } from "@/lib/search";
import { aRow, serve, show } from "./support";

const hit = (kind: string, key: string, title: string, more: unknown = null) => ({ kind, key, title, detail: "", more });
const group = (code: string, hits: unknown[], partial = false) => ({ code, name: code, partial, hits });

beforeEach(() => localStorage.clear());
afterEach(async () => {
  vi.useRealTimers();
  await vi.dynamicImportSettled(); // the page that was opened
  vi.unstubAllGlobals();
});

async function typed(box: Awaited<ReturnType<typeof show>>, words: string) {
  await box.find("input").setValue(words);
  await vi.advanceTimersByTimeAsync(300);
  await nextTick();
}

describe("the search box", () => {
  it("offers an article to whoever may read it", async () => {
    serve({ "POST /search": () => ({ body: { q: "居住证", groups: [group("articles", [hit("article", "12", "居住证怎么办理")])] } }) });
    vi.useFakeTimers();
    const reader = await show(SearchBox, {}, { permissions: ["knowledge.view"] });
    await typed(reader, "居住证");
    expect(reader.find("[role=option]").text()).toContain("居住证怎么办理");
    const other = await show(SearchBox, {}, { permissions: ["case.view"] });
    await typed(other, "居住证");
    expect(other.text()).not.toContain("居住证怎么办理");
  });
  it("finds while somebody types, in groups, and opens the chosen one with the keyboard", async () => {
    const row = aRow();
    const asked = serve({
      "POST /search": () => ({ body: { q: "路灯", groups: [
        group("cases", [hit("case", row.number, row.title, row)], true), group("units", [hit("unit", "lights", "照明管理所")]),
      ] } }),
    });
    vi.useFakeTimers();
    const box = await show(SearchBox);
    await typed(box, "路灯");
    expect(asked[0]!.body).toMatchObject({ q: "路灯" });
    const options = box.findAll("[role=option]").map((option) => option.text());
    expect(options[0]).toContain("示例路路灯不亮");
    expect(options[1]).toContain("照明管理所");
    expect(box.text()).toContain("只列出较近的");
    await box.find("input").trigger("keydown", { key: "ArrowDown" });
    expect(box.findAll("[role=option]")[1]!.attributes("aria-selected")).toBe("true");
    await box.find("input").trigger("keydown", { key: "Enter" });
    expect(box.emitted("close")).toHaveLength(1);
  });
  it("never puts what is typed into an address, and cancels what is out of date", async () => {
    const asked = serve({ "POST /search": () => ({ body: { q: "", groups: [] } }) });
    vi.useFakeTimers();
    const box = await show(SearchBox);
    await box.find("input").setValue("1390");
    await vi.advanceTimersByTimeAsync(20);
    await typed(box, "13900001111");
    expect(asked.map((one) => one.body.q)).toEqual(["13900001111"]);
    expect(asked.every((one) => [...one.query].length === 0)).toBe(true);
    expect(box.text()).toContain("没有找到");
    expect(box.findAll("[role=option]")).toEqual([]);
  });
  it("shows callers masked, and keeps nothing of them on this machine", async () => {
    const row = aRow();
    serve({ "POST /search": () => ({ body: { q: "x", groups: [group("requesters", [hit("requester", row.number, row.title, row)])] } }) });
    vi.useFakeTimers();
    const box = await show(SearchBox);
    await typed(box, "13900000001");
    expect(box.text()).toContain("139****0001");
    await box.find("input").trigger("keydown", { key: "Enter" });
    expect(JSON.stringify({ ...localStorage })).not.toMatch(/13900000001|TS-2026/);
  });
  it("says that the search failed and lets one go on", async () => {
    serve({ "POST /search": () => "offline" });
    vi.useFakeTimers();
    const box = await show(SearchBox);
    await typed(box, "井盖");
    expect(box.text()).toContain("查找没有成功");
  });
  it("offers what was opened lately before anything is typed, until it is told to forget", async () => {
    serve({});
    remember("tester", "路灯", { kept: { kind: "unit", key: "lights", title: "照明管理所" }, personal: false });
    const box = await show(SearchBox);
    expect(box.text()).toContain("照明管理所");
    expect(box.text()).toContain("路灯");
    await box.find(".forget").trigger("click");
    expect(box.text()).not.toContain("照明管理所");
  });
});

describe("what was found", () => {
  const has = (route: string) => ["case", "cases", "masterdata"].includes(route);
  it("leads to a page that this person may open, or is left out", () => {
    expect(routeOf("case", "TS-1", "", has)).toEqual({ name: "case", params: { number: "TS-1" } });
    expect(routeOf("unit", "lights", "", has)).toEqual({ name: "cases", query: { unit: "lights" } });
    expect(routeOf("account", "zhang", "", has)).toMatchObject({ name: "masterdata" });
    expect(routeOf("account", "zhang", "", () => false)).toBeUndefined();
    const groups = groupsOf([group("staff", [hit("account", "zhang", "张")])] as never, () => false);
    expect(groups).toEqual([]);
  });
  it("is kept without the title of a case and without people", () => {
    expect(keptOf({ kind: "case", key: "TS-1", title: "张三家漏水" })).toEqual({ kind: "case", key: "TS-1", title: "TS-1" });
    expect(keptOf({ kind: "requester", key: "TS-1", title: "x" })).toBeUndefined();
    remember("tester", "张三", { kept: keptOf({ kind: "case", key: "TS-1", title: "张三家漏水" }), personal: false });
    expect(JSON.stringify({ ...localStorage })).not.toContain("张三");
    expect(recentThings("tester")).toHaveLength(1);
    expect(recentThings("somebody else")).toEqual([]);
  });
  it("fits by name, pinyin and initials", () => {
    expect(fits("dj", "登记诉求", "dengjisuqiu djsq")).toBe(true);
    expect(fits("登记", "登记诉求")).toBe(true);
    expect(fits("kb", "登记诉求", "dengjisuqiu djsq")).toBe(false);
  });
});
