import type { Article, SuggestedArticle, TimelineEvent } from "@chengyun/api";
import { blocksOf } from "@chengyun/ui";
import { flushPromises } from "@vue/test-utils";
import { describe, expect, it, vi } from "vitest";
import SuggestPanel from "@/components/knowledge/SuggestPanel.vue";
import { emptyDraft } from "@/lib/drafts";
import { addCited, citedIn, diffOf, knowledgeQuery, opensTo, parseKnowledge, shortDiff, stillCited, suggestOf, withAnswer, type Cited } from "@/lib/knowledge";
import { bodyOf, emptyForm, formOf } from "@/lib/knowledgeDraft";
import { bodyFrom } from "@/lib/registration";
import { routeOf } from "@/lib/search";
import { serve, show } from "./support";

const hit = (id: number, title: string, cite: string): SuggestedArticle => ({
  id, number: `ZS00000${id}`, version: 2, title, heading: "", passage: [{ text: cite, mark: false }], answer: true, state: "published", state_name: "已发布", tone: "done", audience: "public",
  audience_name: "公众", unit: { id: 25, code: "cg", name: "城管执法局" }, categories: [], areas: [], phones: [], valid_until: null, review_on: null, published_at: null, useful: 0, useless: 0, cited: 0, cite, ref: `ZS00000${id}@2`,
});
const cited: Cited = { id: 1, ref: "ZS000001@2", title: "居住证", text: "住满半年可到派出所申领居住证。（知识库《居住证》）" };

describe("the text of an article", () => {
  it("has headings, paragraphs and lists by light marks, and nothing else", () => {
    expect(blocksOf("# 要带什么\n- 身份证\n- 照片\n\n先打电话，\n再来。\n\n1. 取号\n2. 办理\n<b>x</b>")).toEqual([
      { kind: "heading", level: 2, text: "要带什么" }, { kind: "list", ordered: false, start: 1, items: ["身份证", "照片"] }, { kind: "paragraph", lines: ["先打电话，", "再来。"] },
      { kind: "list", ordered: true, start: 1, items: ["取号", "办理\n<b>x</b>"] },
    ]);
  });
  it("shows between two versions only what changed, and where in a line", () => {
    const lines = shortDiff(diffOf("一\n二\n三\n时限 15 日\n五", "一\n二\n三\n时限 10 个工作日\n五\n六"));
    expect(lines[0]).toBeNull();
    expect(lines.find((line) => line?.how === "changed")?.pieces.filter((piece) => piece.how !== "same").map((piece) => `${piece.how} ${piece.text}`)).toEqual(["removed 15", "added 10", "added 个工作"]);
    expect(lines.at(-1)).toMatchObject({ how: "added" });
    expect(shortDiff(diffOf("一\n二", "一\n二"))).toEqual([]);
  });
});

describe("citing", () => {
  it("puts the answer below what is there, once", () => {
    expect(withAnswer("", " 甲。")).toBe("甲。");
    expect(withAnswer("您好。", "甲。")).toBe("您好。\n甲。");
    expect(withAnswer("您好。\n甲。", "甲。")).toBe("您好。\n甲。");
  });
  it("lasts as long as words of the article stand in the answer", () => {
    expect(stillCited("您好，住满半年可到派出所申领居住证。", [cited])).toEqual([cited]);
    expect(stillCited("请稍后再打。", [cited])).toEqual([]);
    expect(addCited([cited], { ...cited, ref: "ZS000001@3" })).toHaveLength(1);
  });
  it("goes with the direct answer of the call-taker", () => {
    const body = bodyFrom(emptyDraft({ text: "问居住证", kind: "inquiry", mode: "answer", answer: cited.text, cited: [cited] }), "request", "d1");
    expect(body.then).toEqual([{ action: "direct_answer", data: { answer: cited.text, citations: ["ZS000001@2"] } }]);
  });
  it("is shown on the case, the latest first, in the version that was read", () => {
    const event = (seq: number, at: string, version: number) => ({ seq, at, action_name: "直接答复", actor: { name: "演示员" }, payload: { citations: [{ article_id: 1, version, title: "居住证" }] } }) as unknown as TimelineEvent;
    expect(citedIn([event(1, "2026-11-20", 1), event(2, "2026-11-21", 2), event(3, "2026-11-22", 2)]).map((row) => [row.version, row.at])).toEqual([[2, "2026-11-22"], [1, "2026-11-20"]]);
  });
});

describe("addresses", () => {
  it("mean a search, and every figure leads to what it counts", () => {
    const view = parseKnowledge({ q: "居住证", category: "7", colour: "red" });
    expect(knowledgeQuery(view)).toEqual({ q: "居住证", category: "7" });
    expect(opensTo({ articles: { list: "to_review", unit: "cg" } })).toEqual({ name: "knowledge-work", params: { list: "to_review" }, query: { unit: "cg" } });
    expect(opensTo({ articles: { state: "due" } })).toMatchObject({ params: { list: "all" } });
    expect(opensTo({ corrections: { state: "late" } })).toMatchObject({ params: { list: "corrections" }, query: { state: "late" } });
    expect(opensTo({ cases: { gathered: "cited:1" } })).toEqual({ name: "cases", query: { gathered: "cited:1" } });
    expect(opensTo({})).toBeNull();
    expect(routeOf("article", "12", "", () => true)).toEqual({ name: "article", params: { id: "12" } });
  });
});

describe("the form of an article", () => {
  it("sends what was changed and keeps what was there", () => {
    const article = { title: "居住证", question: "", text: "答。", keywords: ["证"], audience: "public", unit: { id: 25 }, categories: [{ id: 7 }], areas: [], phones: [{ name: "窗口", number: "0710-0000101" }],
      sources: [{ name: "指南", url: "", date: "" }], attachments: [{ id: "f1", name: "a.pdf" }], valid_from: null, valid_until: "2027-01-01", review_on: null } as unknown as Article;
    const body = bodyOf({ ...formOf(article), keywords: "证 居住、暂住", new_files: ["f2"] });
    expect(body).toMatchObject({ unit_id: 25, category_ids: [7], keywords: ["证", "居住", "暂住"], attachment_ids: ["f1", "f2"], valid_until: "2027-01-01", valid_from: null, sources: [{ name: "指南", url: "", date: null }] });
    expect(bodyOf(emptyForm({ phones: [{ name: "空", number: "" }] })).phones).toEqual([]);
  });
});

describe("the panel beside the call", () => {
  const asked = { text: "", title: "", category_id: null, area_id: null, use: "call" as const };
  it("asks for nothing while too little is written", () => {
    expect(suggestOf({ ...asked, text: "居住" })).toBeNull();
    expect(suggestOf({ ...asked, text: "居住证怎么办" })).toMatchObject({ text: "居住证怎么办" });
    expect(suggestOf({ ...asked, category_id: 7 })).not.toBeNull();
  });
  it("asks once the typing rests, and one key puts in the chosen answer", async () => {
    vi.useFakeTimers();
    const sent = serve({ "POST /knowledge/suggest": () => ({ body: { items: [hit(1, "居住证怎么办理", "到派出所办。"), hit(2, "户口怎么迁", "到户籍窗口办。")] } }) });
    const panel = await show(SuggestPanel, { asked: { ...asked, text: "问居住证" }, used: [], verb: "写入" });
    await panel.setProps({ asked: { ...asked, text: "问居住证怎么办" } });
    await vi.advanceTimersByTimeAsync(600);
    await flushPromises();
    expect(sent.filter((one) => one.path === "/knowledge/suggest")).toHaveLength(1);
    document.dispatchEvent(new KeyboardEvent("keydown", { key: "PageDown", altKey: true, cancelable: true }));
    document.dispatchEvent(new KeyboardEvent("keydown", { key: "k", altKey: true, cancelable: true }));
    expect(panel.emitted<[SuggestedArticle]>("insert")?.[0]?.[0].title).toBe("户口怎么迁");
    panel.unmount();
    vi.useRealTimers();
  });
});
