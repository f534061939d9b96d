import { api, ground, openLive, Problem } from "@chengyun/api";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { tellProblem } from "@/lib/problems";
import { serve } from "./support";

beforeEach(() => {
  ground.csrfToken = "token-1";
  ground.language = "zh-CN";
  ground.onLoggedOut = () => undefined;
  ground.onExchange = () => undefined;
});
afterEach(() => vi.unstubAllGlobals());

describe("the client", () => {
  it("carries the language always and the CSRF token with every change", async () => {
    const asked = serve({ "GET /worklists": () => ({ body: [] }), "POST /notices/read": () => ({ status: 204 }) });
    await api.getWorkLists();
    await api.notices.read([1]);
    expect(asked[0]!.headers.get("accept-language")).toBe("zh-CN");
    expect(asked[0]!.headers.get("x-csrftoken")).toBeNull();
    expect(asked[1]!.headers.get("x-csrftoken")).toBe("token-1");
  });
  it("turns a refusal into a problem with its fields and request id", async () => {
    serve({ "POST /cases": () => ({ status: 422, body: { title: "提交的内容有误", status: 422, code: "invalid", request_id: "r1", errors: [{ field: "kind", message: "请选择" }] } }) });
    const problem = await api.cases.register({ kind: "", text: "路灯" } as never).catch((error: unknown) => error);
    expect(problem).toBeInstanceOf(Problem);
    expect(problem).toMatchObject({ status: 422, code: "invalid", requestId: "r1", errors: [{ field: "kind", message: "请选择" }] });
  });
  it("says that nothing was sent when the server cannot be reached", async () => {
    const reached: boolean[] = [];
    ground.onExchange = (ok) => reached.push(ok);
    serve({ "GET /worklists": () => "offline" });
    const problem = await api.getWorkLists().catch((error: unknown) => error);
    expect(problem).toMatchObject({ offline: true });
    expect(reached).toEqual([false]);
    expect(tellProblem(problem).text).toContain("您填写的内容还在");
  });
  it("tells the desk when the session has ended, but not when a visitor merely asks", async () => {
    const ended = vi.fn();
    ground.onLoggedOut = ended;
    serve({ "GET /session": () => ({ status: 401, body: {} }), "GET /worklists": () => ({ status: 401, body: {} }) });
    await api.session.get().catch(() => undefined);
    expect(ended).not.toHaveBeenCalled();
    await api.getWorkLists().catch(() => undefined);
    expect(ended).toHaveBeenCalledOnce();
  });
  it("lists by filter, order and cursor, without empty values", async () => {
    const asked = serve({ "GET /cases": () => ({ body: { items: [], next_cursor: null } }) });
    await api.cases.list({ query: { due: "overdue" }, sort: "next_due_at", cursor: "c1" });
    expect(Object.fromEntries(asked[0]!.query)).toEqual({ due: "overdue", sort: "next_due_at", cursor: "c1", limit: "50" });
  });
});

class FakeSource {
  static made: FakeSource[] = [];
  static readonly OPEN = 1;
  readyState = 0;
  onopen: (() => void) | null = null;
  onerror: (() => void) | null = null;
  listeners: Record<string, (event: { data: string }) => void> = {};
  constructor() { FakeSource.made.push(this); }
  addEventListener(name: string, listener: (event: { data: string }) => void) { this.listeners[name] = listener; }
  close() { this.readyState = 2; }
}

describe("the live connection", () => {
  beforeEach(() => {
    vi.useFakeTimers();
    FakeSource.made = [];
    vi.stubGlobal("EventSource", FakeSource);
  });
  afterEach(() => vi.useRealTimers());

  it("hands on changes and comes back after a break, each time more patiently", () => {
    const states: string[] = [];
    const changes: string[] = [];
    const handle = openLive("/live/events", { onCase: (change) => changes.push(change.number), onNotice: () => undefined, onResync: () => undefined, onState: (state) => states.push(state) });
    FakeSource.made[0]!.onopen?.();
    FakeSource.made[0]!.listeners.case?.({ data: JSON.stringify({ number: "TS-1", state: "handling", action: "accept", at: "" }) });
    FakeSource.made[0]!.onerror?.();
    expect([states, changes]).toEqual([["connecting", "live", "lost"], ["TS-1"]]);
    vi.advanceTimersByTime(1_000);
    FakeSource.made[1]!.onerror?.();
    vi.advanceTimersByTime(1_000);
    expect(FakeSource.made).toHaveLength(2);
    vi.advanceTimersByTime(1_000);
    expect(FakeSource.made).toHaveLength(3);
    handle.close();
    vi.advanceTimersByTime(60_000);
    expect(FakeSource.made).toHaveLength(3);
  });
});
