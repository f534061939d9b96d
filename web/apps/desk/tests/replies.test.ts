import { flushPromises } from "@vue/test-utils";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import ReplyAssist from "@/components/replies/ReplyAssist.vue";
import ReplyReview from "@/components/replies/ReplyReview.vue";
import CaseDrafts from "@/components/replies/CaseDrafts.vue";
import RepliesPage from "@/pages/RepliesPage.vue";
import { forgetLanguageModel } from "@/composables/modelDraft";
import { piecesOf, put, selectionOf } from "@/lib/replies";
import { serve, show } from "./support";

const N = "TS-20261121-000001";
const MARK = "【AI 草稿】";
const elements = ["when", "who", "done", "next"].map((code) => ({ code, name: code, found: code === "done", passages: code === "done" ? [[2, 4]] : [] }));
const hint = (code: string, change: object = {}) => ({ code, severity: "missing", text: `缺 ${code}`, write: "", passages: [], ...change });
const checked = (...hints: object[]) => ({ body: { elements, hints, mark: MARK } });
const draft = (change: object = {}) => ({ id: 7, task: "reply", state: "queued", model: "local-7b", answer: "", notes: [], fault: "", message: "", ...change });
const configured = { body: { configured: true, model: "local-7b", mark: MARK, tasks: ["summary", "title", "reply"] } };
const all = ["case.view", "reply.check", "reply.model", "reply.quality"];
const assist = (text: string, permissions = all) => show(ReplyAssist, { number: N, assignment: 3, modelValue: text }, { permissions });
const later = async (ms: number) => {
  await vi.advanceTimersByTimeAsync(ms);
  await flushPromises();
};

beforeEach(() => {
  vi.useFakeTimers();
  forgetLanguageModel();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  document.body.innerHTML = "";
});

describe("passages", () => {
  it("are cut by characters as the server counts them, the gravest mark wins", () => {
    const pieces = piecesOf("😀已转相关部门处理", [
      { passages: [[1, 5]], mark: "hint", title: "甲" }, { passages: [[3, 7]], mark: "missing", title: "乙" },
    ]);
    expect(pieces.map((piece) => [piece.text, piece.mark])).toEqual([["😀", ""], ["已转", "hint"], ["相关", "missing"], ["部门", "missing"], ["处理", ""]]);
    expect(pieces[2]!.title).toBe("甲\n乙");
  });
  it("are selected in a field by its own units", () => {
    expect(selectionOf("😀已转", [1, 3])).toEqual([2, 4]);
  });
});

describe("what is proposed", () => {
  it("goes behind the greeting when it tells of the contact, else to the end", () => {
    expect(put("您好！已修好。", { code: "no_contact", write: "昨日联系您。" })).toBe("您好！昨日联系您。已修好。");
    expect(put("已修好", { code: "no_result", write: "目前【结果】。" })).toBe("已修好。目前【结果】。");
    expect(put("", { code: "no_action", write: "我单位到现场。" })).toBe("我单位到现场。");
    expect(put("已修好。", { code: "no_courtesy", write: "您好！" })).toBe("您好！已修好。");
  });
});

describe("help beside a reply", () => {
  it("asks once typing rests, and shows the gravest hints with what to write", async () => {
    const asked = serve({
      "GET /replies/model": () => ({ body: { configured: false, model: "", mark: MARK, tasks: [] } }),
      [`POST /cases/${N}/replies/check`]: () => checked(hint("no_contact", { write: "【日期】联系您。" }), hint("empty_phrase", { severity: "doubt", passages: [[0, 2]] })),
    });
    const wrapper = await assist("已转部门");
    await wrapper.setProps({ modelValue: "已转部门处理" });
    expect(asked.filter((seen) => seen.method === "POST")).toHaveLength(0);
    await later(700);
    expect(asked.filter((seen) => seen.method === "POST").map((seen) => seen.body)).toEqual([{ text: "已转部门处理", assignment_id: 3 }]);
    expect(wrapper.findAll(".hints li")).toHaveLength(2);
    expect(wrapper.find("[data-hint=empty_phrase] .quote").text()).toContain("已转");
    expect(wrapper.text()).not.toContain("AI");
    await wrapper.find("[data-hint=no_contact] .write button").trigger("click");
    expect(wrapper.emitted("update:modelValue")).toEqual([["【日期】联系您。已转部门处理"]]);
  });
  it("names the passage, so that the field can show it", async () => {
    serve({ [`POST /cases/${N}/replies/check`]: () => checked(hint("rude", { severity: "doubt", passages: [[1, 3]] })) });
    const wrapper = await assist("请自行解决", ["case.view", "reply.check"]);
    await later(700);
    await wrapper.find(".quote").trigger("click");
    expect(wrapper.emitted("see")).toEqual([[[1, 3]]]);
  });
  it("says when hints cannot be had and that sending goes on", async () => {
    serve({ [`POST /cases/${N}/replies/check`]: () => "offline" });
    const wrapper = await assist("已修好", ["case.view", "reply.check"]);
    await later(700);
    expect(wrapper.text()).toContain("不影响提交");
  });
  it("offers good replies; one is taken over and what was there comes back", async () => {
    serve({
      [`POST /cases/${N}/replies/check`]: () => checked(),
      [`GET /cases/${N}/replies/similar`]: () => ({ body: { items: [{ text: "【日期】已更换灯具。", title: "路灯不亮", unit: "照明部门", category: "路灯", month: "2026-10", number: null, score: 60 }] } }),
    });
    const wrapper = await assist("我写的", ["case.view", "reply.check"]);
    await wrapper.find(".tools .link").trigger("click");
    await flushPromises();
    await wrapper.find(".good button").trigger("click");
    expect(wrapper.emitted("update:modelValue")![0]).toEqual(["【日期】已更换灯具。"]);
    await wrapper.find(".put .link").trigger("click");
    expect(wrapper.emitted("update:modelValue")![1]).toEqual(["我写的"]);
  });
  it("waits for a draft without holding up the page, shows it as a draft, takes it over with its mark", async () => {
    let looked = 0;
    serve({
      "GET /replies/model": () => configured,
      [`POST /cases/${N}/replies/check`]: () => checked(),
      [`POST /cases/${N}/replies/drafts`]: () => ({ status: 202, body: draft() }),
      "GET /replies/drafts/7": () => ({ body: (looked += 1) < 2 ? draft({ state: "running" }) : draft({ state: "done", answer: `${MARK}您好！`, notes: ["invented"] }) }),
    });
    const wrapper = await assist("");
    await flushPromises();
    await wrapper.findAll(".tools .link")[1]!.trigger("click");
    await flushPromises();
    expect(wrapper.text()).toContain("正在起草");
    await later(3000);
    expect(wrapper.find(".draft").text()).toContain("AI 草稿");
    expect(wrapper.find(".draft").text()).toContain("已去掉");
    await wrapper.find(".draft button").trigger("click");
    expect(wrapper.emitted("update:modelValue")).toEqual([[`${MARK}您好！`]]);
  });
  it("says why there is no draft; what was written stays", async () => {
    serve({
      "GET /replies/model": () => configured,
      [`POST /cases/${N}/replies/check`]: () => checked(),
      [`POST /cases/${N}/replies/drafts`]: () => ({ status: 202, body: draft({ state: "failed", fault: "timeout", message: "语言模型没有在时限内回答，请稍后再试" }) }),
    });
    const wrapper = await assist("写到一半");
    await flushPromises();
    await wrapper.findAll(".tools .link")[1]!.trigger("click");
    await flushPromises();
    expect(wrapper.find(".problem").text()).toContain("没有在时限内回答");
    expect(wrapper.emitted("update:modelValue")).toBeUndefined();
  });
  it("removes the mark of a draft when a person has checked it", async () => {
    serve({ [`POST /cases/${N}/replies/check`]: () => checked(hint("draft", { passages: [[0, 7]] })) });
    const wrapper = await assist(`${MARK}您好！`, ["case.view", "reply.check"]);
    await later(700);
    await wrapper.find("[data-hint=draft] .read").trigger("click");
    expect(wrapper.emitted("update:modelValue")).toEqual([["您好！"]]);
  });
});

describe("the reviewer", () => {
  it("sees the reply with its passages marked and what is missing", async () => {
    serve({ [`GET /cases/${N}/replies`]: () => ({ body: { items: [{ assignment_id: 3, unit: "照明部门", lead: true, at: "2026-11-21T09:00:00+08:00", text: "我们更换灯具", elements, hints: [hint("no_contact", { text: "没有写联系", write: "写这个" })], mark: MARK }] } }) });
    const wrapper = await show(ReplyReview, { number: N }, { permissions: all });
    expect(wrapper.find("mark.element").text()).toBe("更换");
    expect(wrapper.text()).toContain("没有写联系");
    expect(wrapper.find(".write").exists()).toBe(false);
  });
});

describe("summary and title", () => {
  it("are not there where no model is configured", async () => {
    serve({ "GET /replies/model": () => ({ body: { configured: false, model: "", mark: MARK, tasks: [] } }) });
    const wrapper = await show(CaseDrafts, { number: N }, { permissions: all });
    expect(wrapper.find("button").exists()).toBe(false);
  });
});

describe("the quality of replies", () => {
  const figure = (value: number, code: string) => ({ value, query: { gathered: `reply:${code}:2026-10-23:2026-11-21:cg` } });
  const row = (name: string, all: number, complete: number) => ({ unit: { code: name, name }, figures: { all: figure(all, "all"), complete: figure(complete, "complete"), no_contact: figure(all - complete, "no_contact") } });
  it("links every figure to its cases and shows only hints that were given", async () => {
    serve({ "GET /replies/quality": () => ({ body: { first: "2026-10-23", last: "2026-11-21", days: 30, hints: [{ code: "no_contact", severity: "missing" }, { code: "rude", severity: "doubt" }], units: [row("甲局", 10, 8), row("乙街道", 4, 1)], waiting: 0 } }) });
    const wrapper = await show(RepliesPage, {}, { permissions: all, path: "/replies" });
    expect(wrapper.findAll("thead th").map((cell) => cell.text())).toEqual(["单位", "有答复", "要素齐全", "齐全率", "没写联系"]);
    expect(wrapper.find("tbody a").attributes("href")).toContain("gathered=reply:all:2026-10-23:2026-11-21:cg");
    await wrapper.findAll("thead button")[2]!.trigger("click");
    expect(wrapper.find("tbody th").text()).toBe("乙街道");
    expect(wrapper.find("tfoot").text()).toContain("14");
  });
  it("says why it is empty", async () => {
    serve({ "GET /replies/quality": () => ({ body: { first: "2026-10-23", last: "2026-11-21", days: 30, hints: [], units: [], waiting: 0 } }) });
    const wrapper = await show(RepliesPage, {}, { permissions: all, path: "/replies" });
    expect(wrapper.text()).toContain("这段时间没有答复");
  });
});
