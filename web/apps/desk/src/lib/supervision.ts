import type { OrderAction } from "@chengyun/api";
import type { IconName, Tone } from "@chengyun/ui";
import type { LocationQuery } from "vue-router";

type Look = { tone: Tone; icon: IconName };
/** State as word + icon + colour. */
export const orderLook: Record<string, Look> = {
  waiting: { tone: "supervised", icon: "flag" }, handling: { tone: "supervised", icon: "play" }, overdue: { tone: "danger", icon: "alert" }, due_soon: { tone: "warning", icon: "clock" },
  replied: { tone: "progress", icon: "message" }, done: { tone: "done", icon: "done" }, escalated: { tone: "neutral", icon: "up" },
  withdrawn: { tone: "neutral", icon: "close" },
};
export const programmeLook: Record<string, Look> = {
  planned: { tone: "neutral", icon: "circle" }, running: { tone: "progress", icon: "play" }, finished: { tone: "done", icon: "done" },
  stopped: { tone: "neutral", icon: "close" }, late: { tone: "danger", icon: "alert" },
};
export const itemLook: Record<string, Look> = {
  open: { tone: "neutral", icon: "circle" }, second: { tone: "progress", icon: "eye" }, third: { tone: "warning", icon: "people" },
  pass: { tone: "done", icon: "done" }, fail: { tone: "danger", icon: "alert" },
};
export const cardLook: Record<string, Look> = { yellow: { tone: "warning", icon: "copies" }, red: { tone: "danger", icon: "copies" } };
export const actionIcons: Record<OrderAction, IconName> = {
  reply: "message", accept: "check", send_back: "undo", escalate: "up", withdraw: "close", withdraw_card: "close",
};
/** What an order looks like now: overdue and due soon before waiting. */
export function lookOf(row: { state: string; overdue: boolean; due_soon?: boolean; reply_required?: boolean }): string {
  if (row.state !== "waiting") return row.state;
  if (row.overdue) return "overdue";
  if (row.due_soon) return "due_soon";
  return row.reply_required === false ? "handling" : "waiting";
}

export const orderTabs = ["open", "waiting", "overdue", "replied", "done", "all"] as const;
const FILTERS = ["step", "origin", "unit", "programme", "case", "q", "due_from", "due_to", "part", "card", "card_from", "card_to"] as const;
export interface OrderView {
  tab: string;
  filters: Partial<Record<(typeof FILTERS)[number], string>>;
}
const STATES = [...orderTabs, "escalated", "withdrawn"];

/** What an address asks of the list of orders; what it does not know is left out. */
export function parseOrders(query: LocationQuery): OrderView {
  const filters: OrderView["filters"] = {};
  for (const name of FILTERS) {
    const value = query[name];
    if (typeof value === "string" && value) filters[name] = value;
  }
  return { tab: STATES.find((code) => code === query.state) ?? "open", filters };
}
export const orderQuery = (view: OrderView): Record<string, string> => ({ ...(view.tab === "open" ? {} : { state: view.tab }), ...view.filters });

/** Numbers of cases as people paste them: one a line, with commas or blanks between. */
export const numbersIn = (text: string): string[] => [...new Set(text.split(/[\s,;，；、]+/).map((part) => part.trim().toUpperCase()).filter(Boolean))];
