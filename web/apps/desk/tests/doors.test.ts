import type { DoorEditing } from "@chengyun/api";
import { flushPromises } from "@vue/test-utils";
import { afterEach, describe, expect, it, vi } from "vitest";
import DoorConnect from "@/components/doors/DoorConnect.vue";
import { countChanges, fits, fromForm, missing, placed, toForm, type Changes } from "@/lib/doorChanges";
import { serve, show } from "./support";

afterEach(() => {
  vi.unstubAllGlobals();
  document.body.innerHTML = "";
});

const coded = (pairs: Record<string, string>) => Object.entries(pairs).map(([code, name]) => ({ code, name, search: "" }));
const field = (name: string, label: string, what: string, more = {}) => ({ name, label, way: "column", what, labels: [], default: "", source: "I", changed: false, ...more });
const editing = {
  declared: {
    source: "I", note: "说明", operator: { role: "转办席", contact: "值班电话", source: "I" }, testing: {}, transports: ["push", "drop"], items: "data.orders",
    fields: [field("external_id", "来源编号", "orderNo"), field("title", "标题", "title", { labels: ["标题", "主题"] }), field("event", "消息种类", "action", { default: "new" })],
    codes: [{ name: "kind", label: "诉求类型", rows: { 投诉: "complaint", 求助: "help" }, source: "F23", changed: true }],
    codes_out: [{ name: "outcome", label: "办理结果", rows: { solved: "已解决", "*": "其他" }, source: "I", changed: false }],
    limits_text: "", limits_source: "", limits: [], faults: [],
    write_back: [
      { code: "accept", name: "签收", on: ["accept"], on_names: ["受理"], message: "签收", path: "", fields: {}, source: "I", enabled: true },
      { code: "close", name: "办结", on: ["close"], on_names: ["办结"], message: "办结", path: "", fields: {}, source: "I", enabled: true },
    ],
  },
  profile: { codes: { kind: { 求助: "help" } } }, 
  fields: coded({ external_id: "来源编号", title: "标题", text: "诉求内容", event: "消息种类", kind: "诉求类型" }),
  codes_out: coded({ outcome: "办理结果" }),
  choices: { kind: coded({ complaint: "投诉", help: "求助", inquiry: "咨询" }), event: coded({ new: "新件", urge: "催办" }), outcome: coded({ solved: "已解决" }) },
} as unknown as DoorEditing;

const CHANGES: Changes = {
  fields: { title: { template: "{a}。{b}", default: "无题", formats: ["%Y"] }, "facts.batch": { column: "batchNo" }, event: { default: "" } },
  codes: { kind: { 投诉: "", 诉求: "inquiry" } }, codes_out: { outcome: { "*": "别的" } }, items: "", transports: ["push"],
  write_back: { accept: { enabled: false, fields: { no: "number" } } }, operator: { contact: "演示电话" }, note: "另有约定",
};

describe("a district's changes of a door", () => {
  it("come back from the form as they went in, and only differences are sent", () => {
    expect(fits(editing, CHANGES)).toBe(true);
    expect(fromForm(toForm(editing, CHANGES))).toEqual(CHANGES);
    expect(countChanges(CHANGES)).toBe(11);
    expect(fromForm(toForm(editing, {}))).toEqual({});
    expect(fromForm(toForm(editing, { fields: { title: { column: "title" } }, codes: { kind: { 投诉: "complaint" } }, items: "data.orders", note: "说明" }))).toEqual({});
  });
  it("stay JSON where the form would lose something", () => {
    for (const odd of [{ limits: {} }, { fields: { title: { column: "a", constant: "b" } } }, { fields: { titel: { column: "a" } } }, { codes: { kind: { "01": 1 } } }, { write_back: { nothing: {} } }, { fields: [] }]) {
      expect(fits(editing, odd), JSON.stringify(odd)).toBe(false);
    }
  });
  it("say in which row something is missing, and where the server's faults belong", () => {
    const form = toForm(editing, CHANGES);
    form.fields[1]!.what = " ";
    form.codes[0]!.rows.push({ key: "诉求", value: "help", base: null, profile: false }, { key: "", value: "help", base: null, profile: false });
    expect(missing(form)).toEqual({ "fields.title": "empty", "codes.kind#3": "twice", "codes.kind#4": "half" });
    const said = (name: string) => ({ field: `changes.${name}`, message: name });
    expect(placed(form, [
      said("incoming.fields.title"), said("incoming.fields.facts.batch"), said("codes.kind.诉求"), said("codes.kind"), said("write_back[2]"), said("incoming.transports"), said("incoming.fields"),
      { field: "secrets.key", message: "x" },
    ])).toEqual({
      "fields.title": ["incoming.fields.title"], "fields.facts.batch": ["incoming.fields.facts.batch"], "codes.kind#2": ["codes.kind.诉求"], "codes.kind": ["codes.kind"],
      "write_back.close": ["write_back[2]"], transports: ["incoming.transports"], "": ["incoming.fields"],
    });
  });
});

describe("the page of a door", () => {
  const connection = { transport_in: "by_hand", transport_out: "", settings_in: {}, settings_out: {}, scheme: "", secrets: {}, enabled: true, changes: {}, watermark: {}, last_try_at: null, next_try_at: null, errors_in: 0, version: 3, updated_at: null, updated_by: "" };
  const door = { code: "d", name: "渠道", may_manage: true, inside: false, declaration: editing.declared, connection, editing, forms: { in: { push: { name: "推送", name_en: "Push", settings: [] } }, out: {}, secrets: {} }, push_path: "", public_key: "" };

  it("sends a field and a code that were changed in words, and shows a fault beside its row; JSON is the same data", async () => {
    const bad = { title: "提交的内容有误", detail: "x", status: 422, errors: [{ field: "changes.codes.kind.诉求", message: "“诉求”对应的不存在" }] };
    const asked = serve({ "PUT /doors/d": () => ({ status: 422, body: bad }) });
    const page = await show(DoorConnect, { code: "d", door });
    const details = page.find("details");
    (details.element as HTMLDetailsElement).open = true;
    await details.trigger("toggle");
    await page.find("[aria-label='更改 标题']").trigger("click");
    await page.find("[aria-label='标题 对方的列名']").setValue("subject");
    await page.find("[aria-label='加一行 诉求类型']").trigger("click");
    await page.find("form").trigger("submit");
    await flushPromises();
    expect(asked).toHaveLength(1);
    await page.find("[aria-label='诉求类型 对方 3']").setValue("诉求");
    await page.find("form").trigger("submit");
    expect(page.text()).toContain("两边都要填写");
    expect(asked).toHaveLength(1);
    await page.find("select[aria-label='诉求类型 本平台 诉求']").setValue("inquiry");
    expect(page.find("summary").text()).toContain("本区改了 2 处");
    await page.find("form").trigger("submit");
    await flushPromises();
    expect(asked[1]!.body.changes).toEqual({ fields: { title: { column: "subject" } }, codes: { kind: { 诉求: "inquiry" } } });
    expect(page.find("section[aria-label='诉求类型'] li:nth-child(3) .why").text()).toContain("不存在");
    const turn = () => page.findAll("button").find((one) => /JSON|回到表格/.test(one.text()))!.trigger("click");
    await turn();
    const text = page.find("[aria-label='本区更改的 JSON']");
    expect(JSON.parse((text.element as HTMLTextAreaElement).value)).toEqual(asked[1]!.body.changes);
    await text.setValue("{");
    await turn();
    expect(page.text()).toContain("不是有效的 JSON");
    await text.setValue('{"items": "rows"}');
    await turn();
    expect((page.find("[aria-label='清单所在字段']").element as HTMLInputElement).value).toBe("rows");
  });
});
