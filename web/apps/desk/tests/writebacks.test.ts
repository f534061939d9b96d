/** What goes back through the doors: by hand with a text to copy, refused with a reason, beside a case, a day compared. */
import { flushPromises } from "@vue/test-utils";
import type { OutMessage, OutMessageDetail, Reconciliation } from "@chengyun/api";
import { describe, expect, it } from "vitest";
import CaseWriteBacks from "@/components/writebacks/CaseWriteBacks.vue";
import DoorDays from "@/components/writebacks/DoorDays.vue";
import { outTab, waited } from "@/lib/writebacks";
import WriteBacksPage from "@/pages/WriteBacksPage.vue";
import { serve, show } from "./support";

const message = (change: Partial<OutMessage> = {}): OutMessage => ({
  id: 7, door: "city", door_name: "市级平台", number: "TS-20261121-000001", external_id: "C-1", step: "close", message: "close", name: "办结", seq: 2, state: "dead", attempts: 3,
  status: 422, error: "编号不合规", receipt: "", by: "", created_at: "2026-11-21T09:00:00+08:00", next_at: null, settled_at: "2026-11-21T09:01:00+08:00", ...change,
});
const detail = (change: Partial<OutMessageDetail> = {}): OutMessageDetail => ({
  ...message(), key: "TS-20261121-000001-2", answer: "", sees_content: true, text: "结果：已解决", behind: 1, ahead: "", fault: "", may: ["retry", "skip", "fill"], steps: [], ...change,
});
const answers = (table: Record<string, unknown>) => serve(Object.fromEntries(Object.entries(table).map(([route, body]) => [route, () => ({ body })])));
const doors = { doors: [], reconciliations: [], may_handle: true };
const list = (items: OutMessage[]) => ({ items, next_cursor: null, counts: { waiting: 0, by_hand: 1, dead: 2 } });
const may = { permissions: ["writeback.view", "writeback.handle", "case.view"] };

describe("the page of messages", () => {
  it("says why the other side refused, and tries again at once", async () => {
    const seen = answers({
      "GET /outbox/messages": list([message()]), "GET /outbox/doors": doors, "GET /outbox/messages/7": detail(),
      "POST /outbox/messages/7/decide": detail({ state: "waiting", may: [], steps: [{ at: "2026-11-21T10:00:00+08:00", by: "演示员", what: "retry", note: "" }] }),
    });
    const wrapper = await show(WriteBacksPage, {}, { ...may, path: "/writebacks/7?state=dead" });
    await flushPromises();
    expect(wrapper.text()).toContain("编号不合规");
    expect(wrapper.text()).toContain("本案还有 1 条排在它后面");
    await wrapper.findAll("button").find((button) => button.text() === "重试")?.trigger("click");
    await flushPromises();
    expect(seen.find((one) => one.method === "POST")?.body).toEqual({ do: "retry", note: "", receipt: "" });
    expect(wrapper.text()).toContain("演示员");
  });
  it("asks for the receipt of what was filled in by hand, and for a reason of what is skipped", async () => {
    const seen = answers({
      "GET /outbox/messages": list([message({ state: "by_hand" })]), "GET /outbox/doors": doors, "GET /outbox/messages/7": detail({ state: "by_hand", may: ["fill", "skip"] }),
      "POST /outbox/messages/7/decide": detail({ state: "done", may: [] }),
    });
    const wrapper = await show(WriteBacksPage, {}, { ...may, path: "/writebacks/7?state=by_hand" });
    await flushPromises();
    expect(wrapper.find("pre").text()).toBe("结果：已解决");
    await wrapper.findAll("button").find((button) => button.text() === "填写已回填")?.trigger("click");
    expect(wrapper.find("form.decide button[type=submit]").attributes("disabled")).toBeDefined();
    await wrapper.find("input[name=receipt]").setValue("SJ-77");
    await wrapper.find("form.decide").trigger("submit");
    await flushPromises();
    expect(seen.find((one) => one.method === "POST")?.body).toEqual({ do: "fill", note: "", receipt: "SJ-77" });
  });
  it("opens what failed when nothing is said, and tells waiting in figures", () => {
    expect(outTab("nonsense")).toBe("dead");
    expect([waited(59, "天"), waited(7500, "天"), waited(200_000, "天")]).toEqual(["00:00", "02:05", "2 天"]);
  });
});

describe("elsewhere", () => {
  it("the case page is quiet where nothing goes back, and tells each step where something does", async () => {
    answers({ "GET /cases/A/write-backs": { connected: false, fault: "", items: [] }, "GET /cases/B/write-backs": { connected: true, fault: "", items: [message({ state: "done", receipt: "R-1", error: "" })] } });
    expect((await show(CaseWriteBacks, { number: "A", version: 1 }, may)).text()).toBe("");
    expect((await show(CaseWriteBacks, { number: "B", version: 1 }, may)).text()).toContain("回执 R-1");
  });
  it("a day compared opens its differences, each with its case", async () => {
    const day: Reconciliation = { id: 3, door: "city", day: "2026-11-20", state: "differs", at: "2026-11-21T01:20:00+08:00", by: "", ours: 8, theirs: 9, agreed: 7, only_ours: 0, only_theirs: 1, unlike: 1, error: "" };
    answers({
      "GET /outbox/doors": { ...doors, reconciliations: [day] },
      "GET /outbox/reconciliations/3": { ...day, more: 0, differences: [{ kind: "unlike", external_id: "C-2", number: "TS-20261120-000002", ours: "close", theirs: "sign", why: "还有 1 条等待回传" }] },
    });
    const wrapper = await show(DoorDays, { code: "city" }, may);
    await flushPromises();
    await wrapper.findAll("button").find((button) => button.text() === "看差异")?.trigger("click");
    await flushPromises();
    expect(wrapper.text()).toContain("还有 1 条等待回传");
    expect(wrapper.find("a[href='/cases/TS-20261120-000002']").exists()).toBe(true);
  });
});
