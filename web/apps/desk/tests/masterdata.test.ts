/** The pages of master data are built from what the server declares of a table. */
import { flushPromises, mount } from "@vue/test-utils";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { createPinia, setActivePinia } from "pinia";
import { api, type MasterColumn, type MasterKind, type MasterRow } from "@chengyun/api";
import { i18n } from "@/i18n";
import ImportPanel from "@/components/masterdata/ImportPanel.vue";
import RowForm from "@/components/masterdata/RowForm.vue";
import RowTable from "@/components/masterdata/RowTable.vue";
import { cellText, copyValues, readSpans, startValues, tableColumns, toSend, writeSpans } from "@/lib/masterForm";

function column(name: string, more: Partial<MasterColumn> = {}): MasterColumn {
  return {
    name, label: `列${name}`, kind: "text", required: false, help: "", refs: [], choices: {}, key: false, virtual: false, widget: "", listed: true,
    max_length: 200, minimum: null, maximum: null, default: null, fields: [], by: "", variants: {}, ...more,
  };
}
const STAGES = column("stages", {
  kind: "records",
  fields: [
    column("stage", { kind: "choice", required: true, choices: { reply: "答复／处置" }, by: "life", variants: { request: { reply: "办理答复" } } }),
    column("amount", { kind: "float", required: true }),
    column("condition", { kind: "map", fields: [column("urgency", { kind: "list", choices: { urgent: "紧急" } })] }),
  ],
});
const KIND: MasterKind = {
  code: "codes", name: "代码", group: "rules", help: "", key: ["code"], label_column: "name", may_change: true, may_import: true, may_export: true,
  removable: true, dated: true, trial: false,
  columns: [
    column("code", { key: true, required: true }), column("name", { required: true, help: "给人看的名称" }),
    column("life", { kind: "choice", choices: { request: "诉求", event: "事件" } }), column("parent", { refs: ["codes"] }),
    column("enabled", { kind: "bool" }), column("words", { kind: "list" }), STAGES, column("valid_to", { kind: "date", label: "有效期止" }),
    column("changed_on", { kind: "date", virtual: true }),
  ],
};
const ROW: MasterRow = {
  key: '["a"]', name: "甲 a", etag: "e1", state: "current", waiting: 1, names: { parent: { b: "乙" } },
  values: { code: "a", name: "甲", life: "request", parent: "b", enabled: true, words: ["一", "二"], stages: [{ stage: "reply", amount: 2 }], valid_to: null },
};
const asked: { url: string; body: Record<string, unknown> }[] = [];
let answers: { status: number; body: unknown }[] = [];

beforeEach(() => {
  setActivePinia(createPinia());
  asked.length = 0;
  answers = [];
  vi.stubGlobal("fetch", async (request: Request) => {
    asked.push({ url: new URL(request.url).pathname, body: request.method === "GET" ? {} : await request.clone().json() });
    const answer = answers.shift() ?? { status: 200, body: [] };
    return new Response(JSON.stringify(answer.body), { status: answer.status, headers: { "content-type": "application/json" } });
  });
});
const form = (props: Record<string, unknown>) => mount(RowForm, { props: { kind: KIND, row: ROW, ...props } as never, global: { plugins: [i18n] }, attachTo: document.body });

describe("the rules of the form", () => {
  it("sends only the columns that were changed, and everything of a new row", () => {
    const values = { ...startValues(KIND, ROW), name: "新名" };
    expect(toSend(KIND, ROW, values)).toEqual({ name: "新名" });
    expect(Object.keys(toSend(KIND, null, startValues(KIND, null)))).toEqual(["code", "name", "life", "parent", "enabled", "words", "stages", "valid_to"]);
  });
  it("copies a row without its code and days", () => {
    expect(copyValues(KIND, ROW)).toMatchObject({ code: "", name: "甲", valid_to: "" });
  });
  it("shows cells in words: choices, references, small tables", () => {
    const text = (name: string) => cellText(KIND.columns.find((item) => item.name === name)!, ROW.values[name], ROW.names[name], "是", "否", ROW.values);
    expect([text("life"), text("parent"), text("enabled"), text("words"), text("stages")]).toEqual(["诉求", "乙", "是", "一、二", "办理答复 2"]);
    expect(tableColumns(KIND).map((item) => item.name)).not.toContain("changed_on");
  });
  it("reads and writes several spans of a day", () => {
    const spans = readSpans("09:00-11:00 14:00-15:00 16:00-17:00");
    expect(spans).toHaveLength(3);
    expect(writeSpans([...spans, { from: "", to: "" }])).toBe("09:00-11:00 14:00-15:00 16:00-17:00");
  });
});

describe("the page", () => {
  it("has a control for every declared column, the key fixed, the help beside it", () => {
    const page = form({});
    for (const item of KIND.columns) expect(page.text()).toContain(item.label);
    expect(page.find<HTMLInputElement>("input[id$='-code']").element.disabled).toBe(true);
    expect(page.text()).toContain("给人看的名称");
    expect(page.findAll(".records select")[0]!.text()).toContain("办理答复");
    expect(page.find("input[type='date'][id$='-valid_to']").exists()).toBe(true);
  });
  it("asks why before a rule is changed, then sends what changed with the mark that was read", async () => {
    const page = form({});
    await page.find("input[id$='-name']").setValue("新名");
    await page.find("form").trigger("submit");
    expect(asked).toHaveLength(0);
    await page.find("textarea[id$='-reason']").setValue("新规定");
    answers = [{ status: 200, body: { change: { state: "done" } } }];
    await page.find("form").trigger("submit");
    await flushPromises();
    expect(asked[0]).toMatchObject({ url: "/api/v1/masterdata/codes/rows", body: { key: '["a"]', etag: "e1", reason: "新规定", values: { name: "新名" }, effective_at: null } });
    expect(page.emitted("saved")).toHaveLength(1);
  });
  it("puts what is wrong beside its field", async () => {
    const page = form({ row: null });
    answers = [{ status: 422, body: { status: 422, code: "invalid", title: "有误", errors: [{ field: "name", message: "必填" }] } }];
    await page.find("form").trigger("submit");
    await flushPromises();
    expect(page.find(".error").text()).toBe("必填");
    expect(document.activeElement?.id).toMatch(/-name$/);
  });
  it("shows the difference when somebody was faster and loses nothing of what was typed", async () => {
    const page = form({});
    await page.find("input[id$='-name']").setValue("我的");
    await page.find("textarea[id$='-reason']").setValue("原因");
    const conflict = { code: "stale_row", title: "这一行刚被改过", current: { ...ROW.values, name: "他的" }, etag: "e2", differences: [{ column: "name", label: "列name", yours: "我的", now: "他的" }] };
    answers = [{ status: 409, body: conflict }, { status: 200, body: { change: { state: "done" } } }];
    await page.find("form").trigger("submit");
    await flushPromises();
    expect(page.find(".conflict").text()).toContain("他的");
    expect(page.find<HTMLInputElement>("input[id$='-name']").element.value).toBe("我的");
    await page.find("form").trigger("submit");
    await flushPromises();
    expect(asked[1]!.body).toMatchObject({ etag: "e2", values: { name: "我的" } });
  });
  it("lets look but not change who may not", () => {
    const page = form({ kind: { ...KIND, may_change: false } });
    expect(page.find("button[type='submit']").exists()).toBe(false);
    expect(page.findAll<HTMLInputElement>("input").every((input) => input.element.disabled)).toBe(true);
  });
  it("shows each row's fault before anything is written, and offers no writing then", async () => {
    vi.spyOn(api.masterdata, "preview").mockResolvedValue({
      kind: "codes", token: "", truncated: false, counts: { create: 1, error: 1 },
      rows: [{ row: 2, key: "X1", action: "error", errors: [{ column: "parent", message: "没有这个单位" }], changes: {} }, { row: 3, key: "X2", action: "create", errors: [], changes: { name: { old: null, new: "新单位" } } }],
    });
    const page = mount(ImportPanel, { props: { kind: KIND, file: new File(["x"], "units.csv") }, global: { plugins: [i18n] } });
    await flushPromises();
    expect(page.text()).toContain("列parent：没有这个单位");
    expect(page.text()).toContain("现在还没有写入任何内容");
    expect(page.find("footer .el-button--primary").attributes("disabled")).toBeDefined();
  });
  it("lists rows with validity and what waits, and sorts by a heading", async () => {
    const table = mount(RowTable, { props: { kind: KIND, rows: [ROW], sort: "", chosen: "" }, global: { plugins: [i18n] } });
    expect(table.text()).toContain("1 项待生效");
    expect(table.text()).toContain("乙");
    await table.findAll("th button")[1]!.trigger("click");
    expect(table.emitted("sort")![0]).toEqual(["name"]);
    await table.find("tbody tr").trigger("click");
    expect(table.emitted("open")![0]).toEqual([ROW]);
  });
});
