/** Dispatch rules: what is typed is completed and checked, order changes by keyboard, nothing is switched on untried. */
import { flushPromises, type VueWrapper } from "@vue/test-utils";
import type { DispatchRule, RuleTrial } from "@chengyun/api";
import { describe, expect, it, vi } from "vitest";
import { completed, formOf, meaning, moved } from "@/lib/dispatchRules";
import RulesPage from "@/pages/dispatching/RulesPage.vue";
import PrecedentsPage from "@/pages/dispatching/PrecedentsPage.vue";
import { serve, show, type Seen } from "./support";

const trial = (change: Partial<RuleTrial> = {}): RuleTrial => ({
  id: "0a1b", state: "done", rule: "R001", looked: 9, total: 9, since: "2026-10-22T00:00:00+08:00", until: "2026-11-21T00:00:00+08:00", at: "2026-11-21T00:00:00+08:00", by: "演示",
  counts: { matched: 5, agreed: 3, differing: 1, undecided: 1, unresolved: 0, earlier: 0 }, agreement: 0.75, units: [{ name: "照明部门", code: "lights", cases: 4 }], current: true, ...change,
});
const rule = (code: string, change: Partial<DispatchRule> = {}): DispatchRule => ({
  code, name: `规则${code}`, position: 10, expression: '类别 属于 "Q05"', shown: '类别 属于 "路灯"', target: "unit", target_name: "指定单位", unit: { code: "lights", name: "照明部门" }, co_units: [],
  category: null, urgency: "", enabled: false, state: "off", version: 1, valid_from: null, valid_to: null, source: "测试", etag: `e-${code}`, faults: [], alarm_since: null, trial: null, tried: false, ...change,
});
const listed = (rules: DispatchRule[], mayChange = true) => ({ rules, mark: "m1", may_change: mayChange, targets: [{ code: "unit", name: "指定单位" }, { code: "none", name: "只定类别" }] });
const RULES = "/dispatching/rules";
const answers = (table: Record<string, unknown>) => serve(Object.fromEntries(Object.entries(table).map(([route, body]) => [route, () => ({ body })])));
async function page(rules: DispatchRule[], path = "/dispatching/rules", more: Record<string, unknown> = {}, mayChange = true): Promise<{ wrapper: VueWrapper; seen: Seen[] }> {
  const seen = answers({
    [`GET ${RULES}`]: listed(rules, mayChange), [`POST ${RULES}/check`]: { ok: true, shown: "", faults: [] }, [`POST ${RULES}/complete`]: { start: 0, items: [] },
    "GET /masterdata/dispatch_rules/changes": { items: [], next_cursor: null }, ...more,
  });
  const wrapper = await show(RulesPage, {}, { permissions: ["dispatching.view", "dispatching.rules", "case.view"], path });
  await flushPromises();
  return { wrapper, seen };
}

describe("what is typed", () => {
  it("is completed in quotes, which are closed, and goes on after a blank", () => {
    const name = { text: "路灯", label: "路灯", detail: "", kind: "name" as const };
    expect(completed({ text: "类别 属于 ", caret: 6 }, 6, name).text).toBe('类别 属于 "路灯" ');
    expect(completed({ text: '类别 属于 "路', caret: 8 }, 7, name).text).toBe('类别 属于 "路灯" ');
    expect(completed({ text: '类别 属于 "井盖|路"', caret: 11 }, 10, name).text).toBe('类别 属于 "井盖|路灯" ');
    expect(completed({ text: "类", caret: 1 }, 0, { text: "类别", label: "类别", detail: "", kind: "word" })).toEqual({ text: "类别 ", caret: 3 });
    expect(completed({ text: "全文 含 ", caret: 5 }, 5, { text: '"', label: '"', detail: "", kind: "word" })).toEqual({ text: '全文 含 ""', caret: 6 });
  });
  it("means the same when only name or basis differ", () => {
    const form = formOf(rule("R001"));
    expect(meaning({ ...form, name: "别的", source: "别的" })).toBe(meaning(form));
    expect(meaning({ ...form, unit: "water" })).not.toBe(meaning(form));
  });
  it("moves one item and leaves the others in order", () => {
    expect(moved(["a", "b", "c"], 2, 0)).toEqual(["c", "a", "b"]);
    expect(moved(["a", "b", "c"], 0, 9)).toEqual(["b", "c", "a"]);
  });
});

describe("the page of rules", () => {
  it("shows state, result, and the figures of the dry run; a faulty one says why", async () => {
    const { wrapper } = await page([rule("R001", { enabled: true, state: "on", trial: trial(), tried: true }), rule("R002", { enabled: true, state: "broken", faults: ["单位“旧局”已停用"] })]);
    const text = wrapper.text();
    expect(text).toContain("符合 5 件，一致 75%");
    expect(text).toContain("派给照明部门");
    expect(text).toContain("单位“旧局”已停用");
    expect(text).toContain("1 条规则不能正常使用");
  });
  it("moves a rule with Alt and the arrow and says what was seen before", async () => {
    const { wrapper, seen } = await page([rule("R001"), rule("R002")], "/dispatching/rules", { [`PUT ${RULES}/order`]: { moved: 1 } });
    await wrapper.findAll(".rules li")[1]!.trigger("keydown", { key: "ArrowUp", altKey: true });
    await flushPromises();
    expect(seen.find((one) => one.method === "PUT")?.body).toMatchObject({ codes: ["R002", "R001"], mark: "m1" });
  });
  it("lets nobody switch on what was not tried as it is", async () => {
    const { wrapper } = await page([rule("R001")], "/dispatching/rules?rule=R001");
    const button = wrapper.findAll(".editor header button").find((one) => one.text().includes("启用"))!;
    expect(button.attributes("disabled")).toBeDefined();
  });
  it("asks why before switching, and sends it", async () => {
    const { wrapper, seen } = await page([rule("R001", { trial: trial(), tried: true })], "/dispatching/rules?rule=R001", { [`POST ${RULES}/R001/switch`]: rule("R001", { enabled: true }) });
    await wrapper.findAll(".editor header button").find((one) => one.text().includes("启用"))!.trigger("click");
    await wrapper.find(".ask input").setValue("试算一致");
    await wrapper.find(".ask").trigger("submit");
    await flushPromises();
    expect(seen.find((one) => one.path.endsWith("/switch"))?.body).toEqual({ on: true, reason: "试算一致", etag: "e-R001" });
  });
  it("opens the cases behind every figure of a dry run", async () => {
    const { wrapper } = await page([rule("R001", { trial: trial(), tried: true })], "/dispatching/rules?rule=R001");
    const links = wrapper.findAll(".figures a").map((one) => decodeURIComponent(one.attributes("href") ?? ""));
    expect(links).toEqual(expect.arrayContaining([expect.stringContaining("gathered=rule_trial:0a1b.differing")]));
  });
  it("marks the place of a mistake and offers what to write instead", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    const fault = { at: 6, end: 10, message: "没有“路等”这个类别，是不是：路灯", instead: ["路灯"] };
    const { wrapper } = await page([rule("R001")], "/dispatching/rules?rule=R001", { [`POST ${RULES}/check`]: { ok: false, shown: "", faults: [fault] } });
    const area = wrapper.find("textarea");
    await area.setValue('类别 属于 "路等"');
    vi.runAllTimers();
    vi.useRealTimers();
    await flushPromises();
    expect(wrapper.find(".where mark").text()).toBe('"路等"');
    await wrapper.find(".instead button").trigger("click");
    expect((area.element as HTMLTextAreaElement).value).toBe('类别 属于 "路灯"');
  });
  it("shows without changing to who may only look", async () => {
    const { wrapper } = await page([rule("R001")], "/dispatching/rules?rule=R001", {}, false);
    expect(wrapper.find(".moves").exists()).toBe(false);
    expect(wrapper.find("textarea").attributes("disabled")).toBeDefined();
    expect(wrapper.text()).toContain("不能修改");
  });
});

describe("the page of precedents", () => {
  it("shows rulings, and marks one that no longer holds with the reason", async () => {
    const item = { id: 7, matter: "背街小巷路灯不亮", basis: "按清单", unit: { code: "lights", name: "照明部门" }, category: null, area: "", number: "TS-1", ruled_at: "2026-11-20T00:00:00+08:00", ruled_by: "值班长", holds: true, marks: [] };
    const seen = answers({ "GET /dispatching/precedents": { items: [item], next_cursor: null, may_change: true }, "POST /dispatching/precedents/7/mark": { ...item, holds: false } });
    const wrapper = await show(PrecedentsPage, {}, { permissions: ["dispatching.view", "dispatching.rules"], path: "/dispatching/precedents" });
    await flushPromises();
    expect(wrapper.text()).toContain("由照明部门办理");
    await wrapper.findAll("button").find((one) => one.text() === "不再适用" && one.classes().includes("el-button"))!.trigger("click");
    await wrapper.find(".why input").setValue("职责已调整");
    await wrapper.find(".why").trigger("submit");
    await flushPromises();
    expect(seen.find((one) => one.method === "POST")?.body).toEqual({ holds: false, why: "职责已调整" });
    expect(wrapper.find(".past").exists()).toBe(true);
  });
});
