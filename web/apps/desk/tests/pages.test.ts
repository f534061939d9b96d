import { api, Problem } from "@chengyun/api";
import { flushPromises } from "@vue/test-utils";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { nextTick } from "vue";
import LiveBanner from "@/components/shell/LiveBanner.vue";
import WorkLists from "@/components/shell/WorkLists.vue";
import { handleKey } from "@/composables/keys";
import { setLocale } from "@/i18n";
import LoginPage from "@/pages/LoginPage.vue";
import MasterDataPage from "@/pages/MasterDataPage.vue";
import PasswordPage from "@/pages/PasswordPage.vue";
import RegisterPage from "@/pages/RegisterPage.vue";
import { useLive } from "@/stores/live";
import { useSession } from "@/stores/session";
import { useWork } from "@/stores/work";
import { aRow, serve, session, show } from "./support";

beforeEach(() => localStorage.clear());
afterEach(async () => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  document.body.innerHTML = "";
  await setLocale("zh-CN");
});

async function logIn(answer: { status: number; body: unknown; headers?: Record<string, string> }) {
  serve({ "POST /session": () => answer });
  const page = await show(LoginPage, {}, { path: "/login" });
  await page.find("#username").setValue("tester");
  await page.find("#password").setValue("wrong");
  await page.find("form").trigger("submit");
  await flushPromises();
  return page;
}

describe("logging in", () => {
  it("says in plain words that account or password is wrong, and keeps the account", async () => {
    const page = await logIn({ status: 401, body: { title: "账号或密码不正确", code: "login_failed" } });
    expect(page.find("[role=alert]").text()).toContain("账号或密码不对");
    expect((page.find("#username").element as HTMLInputElement).value).toBe("tester");
  });
  it("says for how long an account is locked", async () => {
    const page = await logIn({ status: 429, body: { title: "尝试次数过多", code: "too_many_attempts", retry_after: 300 } });
    expect(page.find("[role=alert]").text()).toContain("5 分钟后再试");
  });
  it("shows the demo accounts of a demo district only", async () => {
    const page = await show(LoginPage, {}, { path: "/login" });
    const store = useSession();
    store.session = null;
    store.visitor = { district: { code: "d", name: "演示区", centre_name: "", demo: true }, demo_accounts: [{ username: "call_taker", role: "接线员" }] };
    await nextTick();
    expect(page.find(".demo").text()).toContain("接线员");
    store.visitor = { ...store.visitor, district: { code: "d", name: "某区", centre_name: "", demo: false } };
    await nextTick();
    expect(page.find(".demo").exists()).toBe(false);
  });
});

describe("a new password", () => {
  it("is not sent while the two entries differ, and the server's rules are told", async () => {
    const asked = serve({ "POST /session/password": () => ({ status: 422, body: { title: "密码不符合要求", errors: [{ field: "new", message: "密码太常见。" }] } }) });
    const page = await show(PasswordPage, {}, { path: "/password" });
    await page.find("#old").setValue("old-secret-1");
    await page.find("#fresh").setValue("new-secret-1");
    await page.find("#again").setValue("new-secret-2");
    await page.find("form").trigger("submit");
    expect([asked.length, page.text().includes("两次输入的新密码不一样")]).toEqual([0, true]);
    await page.find("#again").setValue("new-secret-1");
    await page.find("form").trigger("submit");
    await flushPromises();
    expect(page.text()).toContain("密码太常见。");
  });
});

describe("the shell", () => {
  it("counts each work list, and says what is late in words for those who cannot see colours", async () => {
    const lists = await show(WorkLists);
    useWork().lists = [{ code: "handling", name: "办理中", name_en: "Handling", sort: "next_due_at", count: 1234, due_soon: 2, overdue: 5 }];
    await nextTick();
    expect(lists.find("a").text()).toContain("1,234");
    expect(lists.find("a").attributes("title")).toContain("其中超期 5 件，临期 2 件");
    await setLocale("en");
    await nextTick();
    expect(lists.find("a").text()).toContain("Handling");
  });
  it("says what still works when the server cannot be reached, after a moment's patience", async () => {
    vi.useFakeTimers();
    const banner = await show(LiveBanner);
    useLive().reached = false;
    await nextTick();
    expect(banner.text()).toBe("");
    await vi.advanceTimersByTimeAsync(5_000);
    expect(banner.text()).toContain("填写表单");
    useLive().reached = true;
    useLive().state = "live";
    await nextTick();
    expect(banner.text()).toBe("");
  });
  it("leaves plain letters to those who type, but not Ctrl K", () => {
    const input = document.body.appendChild(document.createElement("input"));
    const done: string[] = [];
    const press = (target: EventTarget, key: string, ctrlKey = false) => {
      const event = new KeyboardEvent("keydown", { key, ctrlKey, bubbles: true, cancelable: true });
      Object.defineProperty(event, "target", { value: target });
      handleKey(event, { j: () => done.push("j"), "mod+k": () => done.push("mod+k") });
    };
    press(input, "j");
    press(input, "k", true);
    press(document.body, "j");
    expect(done).toEqual(["mod+k", "j"]);
  });
});

describe("registering", () => {
  const server = (register: () => { status?: number; body?: unknown }, drafts: unknown[] = []) => serve({
    "GET /drafts": () => ({ body: drafts }), "PUT /drafts": () => ({ status: 204 }), "GET /places/outlines": () => ({ body: { features: [] } }), "POST /requesters/by-phone": () => ({ body: { mask: "139****0001", cases: [aRow()] } }),
    "POST /cases": register, "GET /worklists": () => ({ body: [] }),
  });
  it("goes from number to case with the keyboard, and ends with the number to tell", async () => {
    const asked = server(() => ({ status: 201, body: { number: "TS-20261121-000009", version: 2, state: "accepted", state_name: "待派单", open: true, next_due_at: null } }));
    const page = await show(RegisterPage, {}, { permissions: ["case.view", "case.register", "case.accept"] });
    await page.find("input.phone").setValue("13900000001");
    await page.find("textarea.words").setValue("示例路路灯不亮。已经三天");
    expect((page.find("#register-title").element as HTMLInputElement).value).toBe("示例路路灯不亮");
    await page.find("#step-5 .segment input").setValue(true);
    document.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", ctrlKey: true, cancelable: true }));
    await flushPromises();
    const sent = asked.find((seen) => seen.method === "POST")!.body;
    expect(sent).toMatchObject({ kind: "complaint", title: "示例路路灯不亮", then: [{ action: "accept" }], requester: { phone: "13900000001" } });
    expect(page.find(".result").text()).toContain("TS-20261121-000009");
  });
  it("says what is missing instead of sending", async () => {
    const asked = server(() => ({ status: 201 }));
    const page = await show(RegisterPage, {}, { permissions: ["case.view", "case.register"] });
    await page.find("#step-6 .do button").trigger("click");
    expect(page.text()).toContain("还缺：诉求内容、诉求类型");
    expect(asked.some((seen) => seen.method === "POST")).toBe(false);
  });
  it("brings back after a reload what was typed on this machine", async () => {
    server(() => ({ status: 201 }));
    const before = await show(RegisterPage, {}, { permissions: ["case.view", "case.register"] });
    await before.find("textarea.words").setValue("下水道堵了");
    await flushPromises();
    before.unmount();
    const after = await show(RegisterPage, {}, { permissions: ["case.view", "case.register"] });
    expect((after.find("textarea.words").element as HTMLTextAreaElement).value).toBe("下水道堵了");
    expect(after.find(".restored").text()).toContain("已恢复");
  });
  it("keeps everything when the server refuses, and says at which field", async () => {
    server(() => ({ status: 422, body: { title: "提交的内容有误", errors: [{ field: "requester.phone", message: "号码不完整。" }] } }));
    const page = await show(RegisterPage, {}, { permissions: ["case.view", "case.register"] });
    await page.find("input.phone").setValue("139");
    await page.find("textarea.words").setValue("下水道堵了");
    await page.find("#step-5 .segment input").setValue(true);
    await page.find("#step-6 .do button").trigger("click");
    await flushPromises();
    expect(page.text()).toContain("号码不完整。");
    expect((page.find("textarea.words").element as HTMLTextAreaElement).value).toBe("下水道堵了");
  });
});

describe("master data", () => {
  it("keeps quiet about nothing: a failure says so with the request id", async () => {
    vi.spyOn(api.masterdata, "kinds").mockRejectedValue(new Problem(500, { title: "", request_id: "r500" }));
    const page = await show(MasterDataPage, {}, { permissions: ["masterdata.export"] });
    expect(page.find("[role=alert]").text()).toContain("r500");
  });
});

describe("the session", () => {
  it("knows what a person may do", () => {
    const store = useSession();
    store.session = session(["case.view"]);
    expect([store.can("case.view"), store.can("case.void")]).toEqual([true, false]);
  });
});
