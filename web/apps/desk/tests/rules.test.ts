import type { Field } from "@chengyun/api";
import { matchChoices } from "@chengyun/ui";
import { describe, expect, it } from "vitest";
import { bodyOf, hiddenFields, missingFields, startValues } from "@/lib/actionForm";
import { elapsedText, emptyDraft, mergeDrafts, titleFrom, type Draft } from "@/lib/drafts";
import { asQuery, listQuery, parseList } from "@/lib/filter";
import { limitOf } from "@/lib/limit";
import { bodyFrom, missingOf, modesFor } from "@/lib/registration";
import { count, dateTime, fileSize, percent, shortTime } from "@/lib/time";
import { homeFor, mayOpen } from "@/router";
import { aRow, meta } from "./support";

const field = (name: string, type: string, change: Partial<Field> = {}): Field => ({ name, label: name, type, required: false, ...change });
const t = (key: string, values?: Record<string, unknown>) => `${key}${values ? JSON.stringify(Object.values(values)) : ""}`;

describe("finding a choice", () => {
  const choices = [
    { value: 1, label: "路灯不亮", search: "ldbl ludengbuliang" }, { value: 2, label: "道路破损", search: "dlps daoluposun" }, { value: 3, label: "道路积水", search: "dljs daolujishui" },
  ];
  it.each([["ld", [1]], ["路灯", [1]], ["daolu", [2, 3]], ["dljs", [3]], ["道路 积水", [3]], ["xx", []]])("%s finds %j", (words, found) => {
    expect(matchChoices(choices, words).map((choice) => choice.value)).toEqual(found);
  });
  it("shows all in their own order when nothing is typed", () => {
    expect(matchChoices(choices, " ").map((choice) => choice.value)).toEqual([1, 2, 3]);
  });
});

describe("the address of a list", () => {
  it("names filters, order and the open case, and leaves out what is not a filter", () => {
    const state = parseList({ due: "overdue", category: "Q05", sort: "received_at", case: "TS-1", evil: "1" }, "-received_at");
    expect(state).toEqual({ filters: { due: "overdue", category: "Q05" }, sort: "received_at", open: "TS-1" });
    expect(listQuery(state, "-received_at")).toEqual({ due: "overdue", category: "Q05", sort: "received_at", case: "TS-1" });
  });
  it("does not repeat the order of the list itself", () => {
    expect(listQuery({ filters: {}, sort: "next_due_at", open: "" }, "next_due_at")).toEqual({});
  });
  it("takes a figure's query as text", () => {
    expect(asQuery({ open: true, hour: 9, received_to: null })).toEqual({ open: "true", hour: "9" });
  });
});

describe("the form of an action", () => {
  const callback = [field("contacted", "bool", { default: true }), field("solved", "choice"), field("satisfaction", "satisfaction"), field("reasons", "choices"), field("comment", "textarea")];
  it("starts with the defaults of the offer", () => {
    expect(startValues(callback)).toEqual({ contacted: true, solved: null, satisfaction: null, reasons: [], comment: null });
  });
  it("asks how it went only when somebody was reached", () => {
    expect([...hiddenFields(callback, { contacted: false }, meta, new Set())]).toEqual(["solved", "satisfaction", "reasons"]);
    expect(missingFields(callback, { contacted: false }, hiddenFields(callback, { contacted: false }, meta, new Set()))).toEqual([]);
  });
  it("asks for reasons of dissatisfaction", () => {
    const values = { contacted: true, solved: "no", satisfaction: "dissatisfied", reasons: [] };
    expect(missingFields(callback, values, hiddenFields(callback, values, meta, new Set()))).toEqual(["reasons"]);
  });
  it("asks for reason and review date only for outcomes that need them", () => {
    const reply = [field("reply", "textarea", { required: true }), field("outcome", "outcome"), field("outcome_reason", "textarea"), field("review_date", "date")];
    expect([...hiddenFields(reply, { outcome: "solved" }, meta, new Set())]).toEqual(["outcome_reason", "review_date"]);
    expect(missingFields(reply, { reply: "好了", outcome: "later" }, hiddenFields(reply, { outcome: "later" }, meta, new Set()))).toEqual(["outcome_reason", "review_date"]);
  });
  it("shows a hidden field when the server names it in an error", () => {
    const reply = [field("outcome", "outcome"), field("without_co", "textarea")];
    expect(hiddenFields(reply, {}, meta, new Set(["without_co"])).has("without_co")).toBe(false);
  });
  it("sends filled and shown fields, and of a correction only what was changed", () => {
    const edit = [field("title", "text"), field("address", "text"), field("lng", "lng"), field("lat", "lat"), field("reason", "textarea")];
    const initial = { title: "旧标题", address: "旧地址", lng: null, lat: null };
    const values = { title: "新标题", address: "旧地址", lng: 114.3, lat: 30.5, reason: "" };
    expect(bodyOf(edit, values, hiddenFields(edit, values, meta, new Set()), initial)).toEqual({ title: "新标题", lng: 114.3, lat: 30.5 });
  });
});

describe("a registration", () => {
  it("takes its title from the first sentence", () => {
    expect(titleFrom("路灯不亮已经三天。晚上很黑")).toBe("路灯不亮已经三天");
    expect(titleFrom(`小区门口的道路破损严重，${"每天都有人摔倒".repeat(8)}`)).toBe("小区门口的道路破损严重");
    expect(titleFrom("")).toBe("");
  });
  it("needs the words, the type, and what its ending needs", () => {
    expect(missingOf(emptyDraft())).toEqual(["text", "kind"]);
    expect(missingOf(emptyDraft({ text: "路灯", kind: "complaint", mode: "dispatch" }))).toEqual(["unit"]);
    expect(missingOf(emptyDraft({ text: "路灯", kind: "inquiry", mode: "answer", answer: "明天" }))).toEqual([]);
  });
  it("is accepted and dispatched in the same request", () => {
    const body = bodyFrom(emptyDraft({ text: "路灯不亮", kind: "complaint", mode: "dispatch", unit_id: 25, note: "请今晚到场", phone: "13900000001" }), "request", "d1");
    expect(body.then).toEqual([{ action: "accept", data: {} }, { action: "dispatch", data: { unit_id: 25, note: "请今晚到场" } }]);
    expect(body.requester?.phone).toBe("13900000001");
    expect(body.draft_id).toBe("d1");
  });
  it("offers only the endings that a person may do", () => {
    expect(modesFor("request", (code) => code === "case.accept")).toEqual(["register", "accept"]);
    expect(modesFor("urban_event", () => true)).toEqual(["register"]);
  });
  it("keeps of two copies of a draft the later one", () => {
    const draft = (saved: string, text: string): Draft => ({ id: "d1", saved, data: emptyDraft({ text }) });
    expect(mergeDrafts([draft("2026-11-21T10:00:00Z", "旧")], [draft("2026-11-21T11:00:00Z", "新")]).map((item) => item.data.text)).toEqual(["新"]);
  });
  it("tells the time it took", () => expect(elapsedText(0, 98_000)).toBe("01:38"));
});

describe("limits and times", () => {
  const now = new Date("2026-11-21T15:00:00+08:00");
  it("shows the server's words in the unit of the limit", () => {
    const row = aRow({ remaining: { text: "剩 2 小时 工作时", seconds: 7200, unit: "working_hour", overdue: false } as never });
    expect(limitOf(row, now, t, dateTime)).toMatchObject({ text: "剩 2 小时 工作时", tone: "neutral" });
  });
  it("says that a limit has run out meanwhile", () => {
    const row = aRow({ next_due_at: "2026-11-21T14:00:00+08:00", remaining: { text: "剩 5 分", seconds: 300, unit: "working_hour", overdue: false } as never });
    expect(limitOf(row, now, t, dateTime)).toMatchObject({ tone: "danger", text: expect.stringContaining("limit.over") });
  });
  it("shows none for a closed case", () => expect(limitOf(aRow({ open: false }), now, t, dateTime)).toBeNull());
  it("reads times as Beijing time", () => {
    expect(dateTime("2026-11-21T06:05:00Z")).toBe("2026-11-21 14:05");
    expect(shortTime("2026-11-21T06:05:00Z", now)).toBe("14:05");
    expect(shortTime("2026-11-20T06:05:00Z", now)).toBe("11-20 14:05");
    expect(shortTime("2025-11-20T06:05:00Z", now)).toBe("2025-11-20 14:05");
  });
  it("groups thousands and shows no percentage of nothing", () => {
    expect([count(1234567), percent(1, 0), percent(1, 3), fileSize(2048)]).toEqual(["1,234,567", "—", "33.3%", "2 KB"]);
  });
});

describe("pages", () => {
  it("open with any one of the permissions they need", () => {
    expect([mayOpen(undefined, () => false), mayOpen(["a", "b"], (code) => code === "b"), mayOpen(["a"], () => false)]).toEqual([true, true, false]);
  });
  it("begin with the work lists, or with what a role is for", () => {
    expect(homeFor(() => true).name).toBe("work");
    expect(homeFor((code) => code === "masterdata.view").name).toBe("masterdata");
    expect(homeFor(() => false).name).toBe("nothing");
  });
});
