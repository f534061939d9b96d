import type { Notice } from "@chengyun/api";
import { flushPromises } from "@vue/test-utils";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import NoteField from "@/components/fields/NoteField.vue";
import NoticePanel from "@/components/shell/NoticePanel.vue";
import { desktop } from "@/lib/desktop";
import { mentionAt, mentioned, withMention } from "@/lib/mentions";
import { byDay, bySystem, detailsOf } from "@/lib/story";
import DigestPage from "@/pages/DigestPage.vue";
import { useWork } from "@/stores/work";
import { serve, show } from "./support";

const notice = (change: Partial<Notice> = {}): Notice => ({
  id: 1, kind: "urge", group: "work", text: "催办：TS-1 路灯不亮", case: "TS-1", at: "2026-11-21T10:00:00+08:00", read: false, digest: null, warning: null, ...change,
});
beforeEach(() => localStorage.clear());
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
  document.body.innerHTML = "";
});

describe("naming a colleague", () => {
  it("begins with an @ that is no part of an address", () => {
    expect(mentionAt("请@张", 3)).toBe("张");
    expect(mentionAt("@", 1)).toBe("");
    expect(mentionAt("a@b", 3)).toBeNull();
    expect(mentionAt("请@张 看", 5)).toBeNull();
  });
  it("puts the name in the place of what was typed", () => {
    expect(withMention("请@zs看", 4, "张三")).toEqual({ text: "请@张三 看", caret: 5 });
  });
  it("tells nobody whose name was deleted again", () => {
    const named = [{ kind: "person" as const, id: 1, name: "张三" }, { kind: "person" as const, id: 2, name: "张三丰" }];
    expect(mentioned("@张三丰 看", named).map((one) => one.id)).toEqual([2]);
    expect(mentioned("看", named)).toEqual([]);
  });
  it("is chosen by keyboard; who may not see the case cannot be chosen", async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    serve({ "GET /cases/TS-1/mentionable": () => ({ body: { people: [{ id: 3, name: "李四", unit: "水务局", may_see: false }, { id: 2, name: "张三", unit: "城管局", may_see: true }], units: [] } }) });
    const { mount } = await import("@vue/test-utils");
    const { i18n } = await import("@/i18n");
    const { settle } = await import("./support");
    const wrapper = mount(NoteField, { attachTo: document.body, props: { inputId: "n", invalid: false, modelValue: "", "onUpdate:modelValue": (text: string) => wrapper.setProps({ modelValue: text }) }, global: { plugins: [settle(), i18n], provide: { caseNumber: "TS-1" } } });
    const area = wrapper.find("textarea");
    (area.element as HTMLTextAreaElement).value = "请@zh";
    (area.element as HTMLTextAreaElement).setSelectionRange(4, 4);
    await area.trigger("input");
    await vi.advanceTimersByTimeAsync(200);
    await flushPromises();
    expect(wrapper.findAll("[role=option]").map((item) => item.attributes("aria-disabled"))).toEqual(["true", "false"]);
    expect(wrapper.text()).toContain("看不到本案");
    await area.trigger("keydown", { key: "Enter" });
    await flushPromises();
    expect((area.element as HTMLTextAreaElement).value).toBe("请@张三 ");
    expect(wrapper.emitted("put")?.at(-1)).toEqual([{ mentions: [2], mention_units: [] }]);
    expect(wrapper.text()).toContain("将通知：张三");
  });
});

describe("messages", () => {
  it("can be narrowed, and each opens its case and is read then", async () => {
    const asked = serve({
      "GET /notices": () => ({ body: { items: [notice()], next_cursor: null, unread: 1 } }), "POST /notices/read": () => ({ status: 204 }),
    });
    const wrapper = await show(NoticePanel, { full: true }, { permissions: ["case.view"] });
    await wrapper.findAll(".groups button")[3]?.trigger("click");
    await flushPromises();
    expect(asked.at(-1)?.query.get("group")).toBe("mention");
    await wrapper.find("li button").trigger("click");
    await flushPromises();
    expect(asked.find((one) => one.path === "/notices/read")?.body).toEqual({ ids: [1] });
  });
  it("are all read up to the newest that was shown", async () => {
    const asked = serve({ "GET /notices": () => ({ body: { items: [notice({ read: true })], next_cursor: null, unread: 0 } }), "POST /notices/read-all": () => ({ status: 204 }) });
    const wrapper = await show(NoticePanel, {}, { permissions: ["case.view"] });
    const work = useWork();
    work.notices = [notice({ id: 5, at: "2026-11-21T11:00:00+08:00" }), notice()];
    work.unread = 120;
    await flushPromises();
    await wrapper.find("button.all").trigger("click");
    await flushPromises();
    expect(asked.find((one) => one.path === "/notices/read-all")?.body).toEqual({ until: "2026-11-21T11:00:00+08:00" });
    expect(work.unread).toBe(0);
  });
});

describe("desktop notifications", () => {
  const told: string[] = [];
  class Fake {
    static permission = "granted";
    static requestPermission = () => Promise.resolve("granted");
    constructor(_title: string, options: { body: string }) {
      told.push(options.body);
    }
    close(): void { /* nothing to close */ }
  }
  it("tell each message once, and nothing of what was there before or is being looked at", async () => {
    told.length = 0;
    vi.stubGlobal("Notification", Fake);
    vi.spyOn(document, "hasFocus").mockReturnValue(false);
    await desktop.ask();
    desktop.tell([notice()]);
    expect(told).toEqual([]);
    desktop.tell([notice({ id: 2, text: "新的" }), notice()]);
    desktop.tell([notice({ id: 2, text: "新的" }), notice()]);
    expect(told).toEqual(["新的"]);
    vi.spyOn(document, "hasFocus").mockReturnValue(true);
    desktop.tell([notice({ id: 3 })]);
    expect(told).toHaveLength(1);
    desktop.stop();
  });
});

describe("the story of a case", () => {
  const event = (seq: number, change: Record<string, unknown> = {}) => ({ seq, at: `2026-11-2${seq}T10:00:00+08:00`, actor: { name: "甲", unit: "" }, action: "reply", action_name: "答复", summary: "", from_state: "", to_state: "", to_state_name: "", payload: {}, hash: "ab", ...change }) as never;
  it("is told day by day, and the reminders of the platform are told apart", () => {
    expect(byDay([event(1), event(2)], true).map((day) => day.day)).toEqual(["2026-11-22", "2026-11-21"]);
    expect(bySystem(event(1, { action: "mark_overdue" }))).toBe(true);
  });
  it("keeps codes that have a name beside them to itself", () => {
    const rows = detailsOf(event(1, { payload: { outcome: "solved", outcome_name: "已解决", files: ["x"], reply: "已修" } }), (_, value) => String(value));
    expect(rows).toEqual([["outcome_name", "已解决"], ["reply", "已修"]]);
  });
});

describe("a summary", () => {
  it("tells its figures, each of which opens its cases", async () => {
    const figure = (value: number, query: Record<string, unknown>) => ({ value, query });
    serve({ "GET /digests": () => ({ body: [{
      id: 4, cadence: "daily", start: "2026-11-20T00:00:00+08:00", end: "2026-11-21T00:00:00+08:00", made_at: "2026-11-21T08:30:00+08:00", text: "",
      figures: { received: { ...figure(12, { received_from: "x" }), before: figure(10, {}) }, closed: figure(8, {}), on_time: figure(6, {}), overdue: figure(1, { due: "overdue" }) },
      worst: { unit: [{ name: "城管局", value: 3, query: { unit: "cg" } }] },
    }] }) });
    const wrapper = await show(DigestPage, {}, { permissions: ["case.view", "case.board"], path: "/digests/4" });
    expect(wrapper.text()).toContain("每日摘要");
    expect(wrapper.text()).toContain("75.0%");
    expect(wrapper.text()).toContain("比上期多 2");
    expect(wrapper.findAll("dd a").map((link) => link.attributes("href"))).toContain("/cases?due=overdue");
  });
});
