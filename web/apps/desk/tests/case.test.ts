import type { ActionOffer, Case, Field } from "@chengyun/api";
import { flushPromises } from "@vue/test-utils";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import ActionForm from "@/components/case/ActionForm.vue";
import AssignmentTree from "@/components/case/AssignmentTree.vue";
import CaseView from "@/components/case/CaseView.vue";
import ClockList from "@/components/case/ClockList.vue";
import RequesterCard from "@/components/case/RequesterCard.vue";
import TimelineList from "@/components/case/TimelineList.vue";
import { aCase, serve, show } from "./support";

const field = (name: string, type: string, change: Partial<Field> = {}): Field => ({ name, label: name, type, required: false, ...change });
const offer = (change: Partial<ActionOffer> = {}): ActionOffer => ({ code: "accept", name: "受理", name_en: "Accept", tone: "primary", assignment_id: null, unit: "", bulk: true, confirm: null, fields: [field("note", "textarea", { label: "说明" })], ...change });
const form = (fields: Field[], change: Record<string, unknown> = {}) => show(ActionForm, { offer: offer({ fields }), busy: false, error: null, submitText: "受理", unitsUnder: null, callbacks: [], ...change });

beforeEach(() => localStorage.clear());
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  document.body.innerHTML = "";
});

describe("the form of an action", () => {
  const controls: [string, string][] = [
    ["text", "input.field-input"], ["textarea", "textarea"], ["choice", ".segment"], ["choices", ".segment"], ["unit", "[role=combobox]"], ["units", "[role=combobox]"],
    ["category", "[role=combobox]"], ["datetime", "input[type=datetime-local]"], ["date", "input[type=date]"], ["case", "[role=combobox]"], ["cases", "[role=combobox]"],
    ["bool", ".segment"], ["files", "input[type=file]"], ["number", "input[type=number]"], ["lng", ".place"], ["place", ".place"], ["return_reason", ".segment"],
    ["person", "[role=combobox]"], ["kind", ".segment"], ["outcome", ".segment"], ["satisfaction", ".segment"], ["callback", ".segment"], ["parts", "fieldset"],
  ];
  it.each(controls)("has a control for a field of type %s", async (type, selector) => {
    serve({ "GET /places/outlines": () => ({ body: { features: [] } }) });
    const wrapper = await form([field("it", type, { options: [{ code: "a", name: "甲" }] })]);
    expect(wrapper.find(`.field ${selector}`).exists()).toBe(true);
  });

  it("does not send what is needed and missing, and says which", async () => {
    const wrapper = await form([field("reply", "textarea", { label: "办理结果", required: true })]);
    await wrapper.find("form").trigger("submit");
    expect(wrapper.emitted("submit")).toBeUndefined();
    expect(wrapper.find(".message").text()).toBe("请填写办理结果");
    await wrapper.find("textarea").setValue("已修好");
    await wrapper.find("form").trigger("keydown", { key: "Enter", ctrlKey: true });
    expect(wrapper.emitted("submit")).toEqual([[{ reply: "已修好" }]]);
  });

  it("puts the server's words at the field they are about and keeps what was typed", async () => {
    const { Problem } = await import("@chengyun/api");
    const wrapper = await form([field("unit_id", "unit"), field("note", "textarea")]);
    await wrapper.find("textarea").setValue("请今晚到场");
    await wrapper.setProps({ error: new Problem(422, { title: "提交的内容有误", errors: [{ field: "unit_id", message: "没有这个单位，请重新选择。" }] }) });
    expect(wrapper.find(".message").text()).toBe("没有这个单位，请重新选择。");
    expect(wrapper.find("textarea").element.value).toBe("请今晚到场");
    expect(wrapper.find(".problem").exists()).toBe(false);
  });

  it("finds a unit by its initials, with the keyboard alone", async () => {
    const wrapper = await form([field("unit_id", "unit", { required: true })]);
    const input = wrapper.find("[role=combobox]");
    await input.setValue("cgzf");
    expect(document.querySelector("[role=option]")?.textContent).toContain("区城管执法局");
    await input.trigger("keydown", { key: "Enter" });
    await wrapper.find("form").trigger("submit");
    expect(wrapper.emitted("submit")).toEqual([[{ unit_id: 25 }]]);
  });

  it("offers for passing on only the units below one's own", async () => {
    const wrapper = await form([field("unit_id", "unit", { under: "own" })], { unitsUnder: 26 });
    await wrapper.find("[role=combobox]").trigger("click");
    expect([...document.querySelectorAll("[role=option]")].map((item) => item.textContent)).toEqual([expect.stringContaining("示例社区")]);
  });
});

/** A case with one action, as the server would tell it before and after. */
function aServer(answers: Case[], act: () => { status?: number; body?: unknown }) {
  let at = 0;
  return serve({
    "GET /cases/TS-20261121-000001": () => ({ body: answers[Math.min(at, answers.length - 1)] }),
    "GET /cases/TS-20261121-000001/events": () => ({ body: { items: [] } }),
    "POST /cases/TS-20261121-000001/actions/accept": () => { at += 1; return act(); },
    "GET /worklists": () => ({ body: [] }),
  });
}

describe("the case page", () => {
  it("acts with the version that was seen and shows the case as it is afterwards", async () => {
    const asked = aServer([aCase({ actions: [offer()] as never }), aCase({ version: 4, state: "review", state_name: "待审核" })], () => ({ body: { number: "TS-20261121-000001", version: 4 } }));
    const wrapper = await show(CaseView, { number: "TS-20261121-000001", mode: "pane" });
    await wrapper.find(".actions button").trigger("click");
    await wrapper.find("textarea").setValue("属实");
    await wrapper.find(".action-form").trigger("submit");
    await flushPromises();
    expect(asked.find((seen) => seen.method === "POST")!.body).toEqual({ note: "属实", version: 3 });
    expect(wrapper.find("header.head").text()).toContain("待审核");
    expect(wrapper.find(".panel").exists()).toBe(false);
  });

  it("says when somebody was faster, shows the present state and keeps what was typed", async () => {
    aServer([aCase({ actions: [offer()] as never }), aCase({ version: 5, state: "review", state_name: "待审核", actions: [offer()] as never })], () => ({ status: 409, body: { title: "案件已变化", code: "stale_version", current: { state_name: "待审核" } } }));
    const wrapper = await show(CaseView, { number: "TS-20261121-000001", mode: "pane" });
    await wrapper.find(".actions button").trigger("click");
    await wrapper.find("textarea").setValue("写了很久的说明");
    await wrapper.find(".action-form").trigger("submit");
    await flushPromises();
    expect(wrapper.find(".conflict").text()).toContain("刚刚有人先办理了");
    expect(wrapper.find(".conflict").text()).toContain("待审核");
    expect(wrapper.find("textarea").element.value).toBe("写了很久的说明");
    expect(wrapper.find(".action-form button[type=submit]").text()).toBe("按最新情况继续");
  });

  it("lets the typed words be copied when the action is no longer possible", async () => {
    aServer([aCase({ actions: [offer()] as never }), aCase({ version: 5, actions: [] })], () => ({ status: 409, body: { title: "案件已变化", code: "stale_version", current: {} } }));
    const wrapper = await show(CaseView, { number: "TS-20261121-000001", mode: "pane" });
    await wrapper.find(".actions button").trigger("click");
    await wrapper.find("textarea").setValue("写了很久的说明");
    await wrapper.find(".action-form").trigger("submit");
    await flushPromises();
    expect(wrapper.find(".conflict").text()).toContain("不能再受理了");
    expect(wrapper.find(".conflict pre").text()).toBe("写了很久的说明");
  });

  it("says that a case is not there or not one's own, with the request id", async () => {
    serve({ "GET /cases/TS-20261121-000001": () => ({ status: 404, body: { title: "没有这个案件", request_id: "r404" } }) });
    const wrapper = await show(CaseView, { number: "TS-20261121-000001", mode: "page" });
    expect(wrapper.find("[role=alert]").text()).toContain("没有这个案件");
    expect(wrapper.find("[role=alert]").text()).toContain("r404");
  });
});

describe("the requester", () => {
  it("is shown for a minute after a reason was given, and says that it is recorded", async () => {
    const asked = serve({ "POST /cases/TS-20261121-000001/unmask": () => ({ body: { name: "", phone: "13900000001", id_number: "", address: "", expires_in: 60 } }) });
    const card = await show(RequesterCard, { found: aCase() });
    expect(card.text()).toContain("139****0001");
    await card.find("button").trigger("click");
    await flushPromises();
    vi.useFakeTimers();
    const reason = document.querySelector<HTMLInputElement>("#unmask-reason")!;
    expect(document.body.textContent).toContain("查看会记入日志");
    reason.value = "回访";
    reason.dispatchEvent(new Event("input"));
    document.querySelector("form.ask")!.dispatchEvent(new Event("submit", { cancelable: true }));
    await vi.advanceTimersByTimeAsync(10);
    expect(asked.find((one) => one.path.endsWith("/unmask"))?.body).toEqual({ reason: "回访" });
    expect(card.text()).toContain("13900000001");
    expect(card.text()).toContain("已记录本次查看");
    await vi.advanceTimersByTimeAsync(60_500);
    expect(card.text()).not.toContain("13900000001");
  });
  it("cannot be asked for without the permission", async () => {
    const card = await show(RequesterCard, { found: aCase({ requester: { name: "演**", phone: "139****0001", anonymous: false, earlier_cases: 0, may_unmask: false } }) });
    expect(card.find("button").exists()).toBe(false);
    expect(card.text()).toContain("首次反映");
  });
});

describe("limits, units and history", () => {
  const clock = { id: 7, stage: "reply", stage_name: "办理答复", unit: "城管执法局", assignment_id: 1, state: "running", state_name: "计时中", started_at: "2026-11-21T09:00:00+08:00", due_at: "2026-11-24T17:00:00+08:00", warn_at: null, stopped_at: null, remaining: { text: "剩 2 个工作日", overdue: false }, policy: { amount: "3", extension: "0", unit: "working_day", source: "示例规定" }, due_status: "normal" };
  it("a limit tells what is left in its unit, and on demand why", async () => {
    serve({ "GET /cases/TS-20261121-000001/clocks/7/explain": () => ({ body: { lines: ["11-21 起算", "11-22、11-23 周末不计"] } }) });
    const list = await show(ClockList, { found: aCase({ clocks: [clock] as never }) });
    expect(list.text()).toContain("剩 2 个工作日");
    expect(list.text()).toContain("3 工作日");
    await list.find(".why").trigger("click");
    await flushPromises();
    expect(list.findAll(".lines li").map((line) => line.text())).toEqual(["11-21 起算", "11-22、11-23 周末不计", "依据：示例规定"]);
  });
  it("units stand below the unit that passed the work on", async () => {
    const part = (id: number, parent_id: number | null, name: string) => ({ id, parent_id, unit: { id, name }, role: "lead", role_name: "主办", state: "acknowledged", state_name: "办理中", note: "", reply: "", measures: "", must_handle: false, redo: 0, sent_at: "2026-11-21T09:00:00+08:00", acknowledged_at: null, contacted_at: null, replied_at: null, returned_at: null });
    const tree = await show(AssignmentTree, { assignments: [part(2, 1, "示例社区"), part(1, null, "示例街道")] });
    expect(tree.findAll("li").map((item) => [item.find("strong").text(), item.classes("child")])).toEqual([["示例街道", false], ["示例社区", true]]);
  });
  it("the history reads newest first and can be turned round", async () => {
    const event = (seq: number, action_name: string, summary: string) => ({ seq, at: `2026-11-21T1${seq}:00:00+08:00`, actor: { name: "演示员", unit: "示例街道" }, action: "accept", action_name, summary, from_state: "logged", to_state: "logged", to_state_name: "", payload: {}, hash: "" });
    const list = await show(TimelineList, { events: [event(1, "登记", "登记"), event(2, "派单", "派单给 城管执法局")], head: { event_count: 2, hash: "ab" } });
    expect(list.findAll("li strong").map((item) => item.text())).toEqual(["派单", "登记"]);
    expect(list.text()).toContain("派单给 城管执法局");
    await list.find(".foot button").trigger("click");
    expect(list.findAll("li strong").map((item) => item.text())).toEqual(["登记", "派单"]);
  });
});
