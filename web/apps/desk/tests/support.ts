/** A stand-in for the network, and mounting with what every component finds around it. All data is invented. */
import type { Case, CaseRow, Meta, Session } from "@chengyun/api";
import { ground } from "@chengyun/api";
import { flushPromises, mount, type VueWrapper } from "@vue/test-utils";
import { createPinia, setActivePinia } from "pinia";
import { vi } from "vitest";
import type { Component } from "vue";
import { createMemoryHistory, createRouter } from "vue-router";
import { i18n } from "@/i18n";
import { routes } from "@/router";
import { useMeta } from "@/stores/meta";
import { useSession } from "@/stores/session";

export interface Seen {
  method: string;
  path: string;
  query: URLSearchParams;
  body: Record<string, unknown>;
  headers: Headers;
}
type Answer = { status?: number; body?: unknown; headers?: Record<string, string> } | "offline";
type Route = (seen: Seen) => Answer | Promise<Answer>;

/** Answer requests by "METHOD /path"; what is not listed answers 404. Returns everything that was asked. */
export function serve(table: Record<string, Route>): Seen[] {
  const asked: Seen[] = [];
  vi.stubGlobal("fetch", async (input: Request) => {
    const url = new URL(input.url, "http://desk.test");
    const text = input.method === "GET" ? "" : await input.text();
    const seen: Seen = {
      method: input.method, path: url.pathname.replace("/api/v1", ""), query: url.searchParams,
      body: text ? (JSON.parse(text) as Record<string, unknown>) : {}, headers: input.headers,
    };
    asked.push(seen);
    const route = table[`${seen.method} ${seen.path}`];
    const answer: Answer = route ? await route(seen) : { status: 404, body: { title: "没有找到", status: 404 } };
    if (answer === "offline") throw new TypeError("network down");
    const status = answer.status ?? 200;
    return new Response(status === 204 ? null : JSON.stringify(answer.body ?? {}), {
      status, headers: { "content-type": "application/json", ...answer.headers },
    });
  });
  return asked;
}

export function aRow(change: Partial<CaseRow> = {}): CaseRow {
  return {
    number: "TS-20261121-000001", version: 3, lifecycle: "request", state: "handling", state_name: "办理中", phase: "handling", tone: "progress", open: true,
    kind: "complaint", kind_name: "投诉", category: { id: 64, code: "Q0505", name: "路灯不亮", path: "道路与设施 / 路灯不亮" }, title: "示例路路灯不亮",
    channel: "hotline", area: { id: 9, name: "示例社区", subdistrict: "示例街道" }, address: "示例路 1 号", lead_unit: { id: 25, name: "城管执法局" }, urgency: "normal",
    flags: [], pending: "", received_at: "2026-11-21T09:00:00+08:00", next_due_at: "2026-11-21T18:00:00+08:00", next_due_stage: "reply", next_due_stage_name: "办理答复",
    remaining: null, due_status: "normal", closed_at: null, outcome: "", satisfaction: "", callers: 1, requester_mask: { name: "演**", phone: "139****0001", anonymous: false },
    ...change,
  } as CaseRow;
}

export function aCase(change: Partial<Case> = {}): Case {
  return {
    ...aRow(), text: "示例路路灯不亮，已经三天。", place: { lng: null, lat: null, crs: "wgs84", address: "示例路 1 号", area_id: 9, area_path: ["示例街道", "示例社区"] },
    occurred_at: null, accepted_at: null, dispatched_at: null, review_date: null, external_id: null, facts: {},
    requester: { name: "演**", phone: "139****0001", anonymous: false, earlier_cases: 2, may_unmask: true }, clocks: [], assignments: [], joined: [], joined_to: null,
    split_from: null, parts: [], callbacks: [], attachments: [], returns: {}, actions: [], head: { event_count: 3, hash: "ab".repeat(32) }, ...change,
  } as Case;
}

export const meta: Meta = {
  lifecycles: [{
    code: "request", name: "诉求", name_en: "Request", initial: "logged", stages: [], actions: [],
    states: [{ code: "handling", name: "办理中", name_en: "Handling", phase: "handling", tone: "progress", open: true }, { code: "review", name: "待审核", name_en: "To review", phase: "review", tone: "progress", open: true }],
  }],
  kinds: [{ code: "complaint", name: "投诉", lifecycle: "request" }, { code: "inquiry", name: "咨询", lifecycle: "request" }],
  categories: [{ id: 64, code: "Q0505", name: "路灯不亮", lifecycle: "request", parent_id: null, path_name: "道路与设施 / 路灯不亮", pinyin: "ludengbuliang", initials: "ldbl" }],
  channels: [{ code: "hotline", name: "热线" }], areas: [],
  units: [
    { id: 25, code: "cg", name: "区城管执法局", short_name: "城管执法局", kind: "department", parent_id: null, pinyin: "chengguanzhifaju cgzfj" },
    { id: 26, code: "sz", name: "示例街道办事处", short_name: "示例街道", kind: "subdistrict", parent_id: null, pinyin: "shilijiedao sljd" },
    { id: 27, code: "sq", name: "示例社区", short_name: "示例社区", kind: "community", parent_id: 26, pinyin: "shilishequ slsq" },
  ],
  return_reasons: [], urgencies: [{ code: "normal", name: "普通" }, { code: "urgent", name: "紧急" }], flags: [], scripts: [],
  outcomes: [{ code: "solved", name: "已解决", needs_reason: false, needs_review_date: false }, { code: "later", name: "暂不能解决", needs_reason: true, needs_review_date: true }],
  satisfaction: [{ code: "satisfied", name: "满意" }, { code: "dissatisfied", name: "不满意" }, { code: "unreachable", name: "未联系上" }],
};

export const session = (permissions: string[]): Session => ({
  account: { id: 1, username: "tester", name: "演示员", unit: { id: 26, name: "示例街道" }, must_change_password: false }, permissions, roles: [], csrf_token: "token-1",
  district: { code: "demo", name: "演示区", centre_name: "演示区中心", demo: true }, lang: "zh-hans", version: "0", now: "2026-11-21T12:00:00+08:00",
  must: "", change_reason: "", password_min_length: 10, idle_minutes: 30, second_factor: false, acting_for: null,
});

/** Pinia with somebody logged in and the vocabulary known. */
export function settle(permissions: string[] = ["case.view"]): ReturnType<typeof createPinia> {
  const pinia = createPinia();
  setActivePinia(pinia);
  useSession().session = session(permissions);
  useMeta().meta = meta;
  ground.csrfToken = "token-1";
  return pinia;
}

export async function show(component: Component, props: Record<string, unknown> = {}, options: { permissions?: string[]; path?: string } = {}): Promise<VueWrapper> {
  const pinia = settle(options.permissions);
  const router = createRouter({ history: createMemoryHistory(), routes });
  await router.push(options.path ?? "/welcome");
  const wrapper = mount(component, { props, attachTo: document.body, global: { plugins: [pinia, router, i18n] } });
  await flushPromises();
  return wrapper;
}
