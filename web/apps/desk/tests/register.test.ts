import { flushPromises } from "@vue/test-utils";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { emptyDraft } from "@/lib/drafts";
import { bodyFrom, joinable, missingOf, modesFor, similarAsk, takenFrom } from "@/lib/registration";
import RegisterPage from "@/pages/RegisterPage.vue";
import { aRow, serve, show } from "./support";

const MAY = ["case.view", "case.register", "case.accept", "case.direct_answer", "case.dispatch", "case.join"];
const DONE = { number: "TS-20261121-000009", version: 2, state: "joined", state_name: "已并案", open: false, next_due_at: null };
const similar = (change = {}) => ({ case: aRow({ number: "TS-20261121-000001", ...change }), score: 62, reasons: [{ code: "near", text: "相距约 80 米" }, { code: "words", text: "都提到“路灯”" }] });

let open: Awaited<ReturnType<typeof show>> | undefined;
beforeEach(() => localStorage.clear());
afterEach(() => {
  open?.unmount();
  vi.useRealTimers();
  vi.unstubAllGlobals();
  document.body.innerHTML = "";
});

function server(items: unknown[] = [similar()], register: () => { status?: number; body?: unknown } = () => ({ status: 201, body: DONE })) {
  return serve({
    "GET /drafts": () => ({ body: [] }), "PUT /drafts": () => ({ status: 204 }), "GET /places/outlines": () => ({ body: { features: [] } }),
    "POST /requesters/by-phone": () => ({ body: { mask: "139****0001", cases: [aRow()] } }), "POST /cases/similar": () => ({ body: { items } }),
    "POST /cases": register, "GET /worklists": () => ({ body: [] }), "POST /cases/TS-20261121-000009/actions/unjoin": () => ({ body: { ...DONE, state: "accepted", state_name: "待派单" } }),
  });
}
const press = (key: string, more = {}) => document.dispatchEvent(new KeyboardEvent("keydown", { key, altKey: true, cancelable: true, ...more }));
async function typing(text: string) {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  const page = (open = await show(RegisterPage, {}, { permissions: MAY }));
  await page.find("textarea.words").setValue(text);
  await vi.advanceTimersByTimeAsync(1_000);
  await flushPromises();
  return page;
}
const sent = (asked: ReturnType<typeof server>) => asked.find((seen) => seen.method === "POST" && seen.path === "/cases")?.body;

describe("near-identical cases", () => {
  it("are shown while the request is typed, with the reasons in words", async () => {
    const asked = server();
    const page = await typing("示例路路灯还是不亮");
    expect(asked.find((seen) => seen.path === "/cases/similar")!.body).toMatchObject({ text: "示例路路灯还是不亮", lifecycle: "request" });
    expect(page.find(".similar").text()).toContain("相距约 80 米、都提到“路灯”");
  });
  it("take the new request in with one key, and let it go again", async () => {
    const asked = server();
    const page = await typing("示例路路灯还是不亮");
    press("j");
    await flushPromises();
    expect(sent(asked)).toMatchObject({ kind: "complaint", category_id: 64, then: [{ action: "accept" }, { action: "join", data: { into: "TS-20261121-000001" } }] });
    expect(page.find(".result").text()).toContain("已登记并入 TS-20261121-000001");
    await page.find(".undo").trigger("click");
    await flushPromises();
    expect(page.find(".result").text()).not.toContain("已登记并入");
  });
  it("can be chosen among with the arrows", async () => {
    const asked = server([similar(), similar({ number: "TS-20261121-000002" })]);
    await typing("示例路路灯还是不亮");
    press("ArrowDown");
    press("j");
    await flushPromises();
    expect(sent(asked)!.then).toContainEqual({ action: "join", data: { into: "TS-20261121-000002" } });
  });
  it("that are closed may be read, not joined", async () => {
    const asked = server([similar({ open: false })]);
    const page = await typing("示例路路灯还是不亮");
    expect(page.find(".similar .join").exists()).toBe(false);
    press("j");
    await flushPromises();
    expect(sent(asked)).toBeUndefined();
  });
  it("leave the form as it was when joining is refused", async () => {
    server([similar()], () => ({ status: 422, body: { title: "提交的内容有误", detail: "该案已经结束，不能并入。", errors: [{ field: "into", message: "该案已经结束，不能并入。" }] } }));
    const page = await typing("示例路路灯还是不亮");
    press("j");
    await flushPromises();
    expect(page.text()).toContain("不能并入");
    expect((page.find("textarea.words").element as HTMLTextAreaElement).value).toBe("示例路路灯还是不亮");
  });
});

describe("the ways to finish", () => {
  it("each have a key: what is complete is sent, what is not asks for the rest", async () => {
    const asked = server([]);
    const page = await typing("咨询办理居住证要什么材料");
    press("0");
    await flushPromises();
    expect(sent(asked)).toBeUndefined();
    await page.find("#step-6 textarea").setValue("带身份证到街道办理");
    press("0");
    await flushPromises();
    expect(sent(asked)!.then).toEqual([{ action: "direct_answer", data: { answer: "带身份证到街道办理" } }]);
  });
  it("are only those that this person may use", () => {
    expect(modesFor("request", (code) => code === "case.accept")).toEqual(["register", "accept"]);
    expect(modesFor("urban_event", () => true)).toEqual(["register"]);
  });
});

describe("earlier cases of the caller", () => {
  it("lend their place and category", async () => {
    server([]);
    vi.useFakeTimers({ shouldAdvanceTime: true });
    const page = (open = await show(RegisterPage, {}, { permissions: MAY }));
    await page.find("input.phone").setValue("13900000001");
    await vi.advanceTimersByTimeAsync(600);
    await flushPromises();
    await page.find(".reuse").trigger("click");
    expect((page.find("#register-address").element as HTMLInputElement).value).toBe("示例路 1 号");
  });
});

describe("what is sent", () => {
  it("asks for similar cases only when enough is known, and never with half a number", () => {
    const form = emptyDraft({ phone: "1390" });
    expect(similarAsk(form, "request")).toBeNull();
    expect(similarAsk({ ...form, text: "路灯不亮" }, "request")).toMatchObject({ text: "路灯不亮", phone: "" });
    expect(similarAsk({ ...form, phone: "13900000001", category_id: 3 }, "request")).toMatchObject({ phone: "13900000001" });
  });
  it("joins with the kind and category of the other case where none was chosen", () => {
    expect(takenFrom(aRow(), emptyDraft())).toEqual({ kind: "complaint", category_id: 64 });
    expect(takenFrom(aRow(), emptyDraft({ kind: "help", category_id: 5 }))).toEqual({ kind: "help", category_id: 5 });
    expect(joinable(aRow({ lifecycle: "urban_event" }), "request")).toBe(false);
    const body = bodyFrom(emptyDraft({ text: "路灯", mode: "answer", answer: "好的" }), "request", "d", { into: "TS-1", accept: false });
    expect(body.then).toEqual([{ action: "join", data: { into: "TS-1" } }]);
    expect(missingOf(emptyDraft({ text: "路灯不亮", kind: "help", mode: "answer" }))).toEqual(["answer"]);
  });
});
