/** Dispatch rules: written, checked, tried on past cases, ordered, switched; and the rulings kept as precedents. */
import { client, take } from "./client";
import type { components } from "./schema";

type Schemas = components["schemas"];
export type DispatchRule = Schemas["DispatchRuleOut"];
export type DispatchRules = Schemas["DispatchRuleList"];
export type DispatchRuleIn = Schemas["DispatchRuleIn"];
export type RuleTrial = Schemas["RuleTrialOut"];
export type RuleTrialIn = Schemas["RuleTrialIn"];
export type RuleCheck = Schemas["RuleCheckOut"];
export type RuleCompletion = Schemas["RuleCompleteOut"];
export type RuleExplanation = Schemas["RuleExplainOut"];
export type Precedent = Schemas["PrecedentOut"];
export interface PrecedentFilter {
  q?: string;
  category?: string;
  unit?: string;
  holds?: boolean;
}

const rule = (code: string) => ({ params: { path: { rule_code: code } } });

export const dispatchRules = {
  list: () => take(client.GET("/api/v1/dispatching/rules")),
  add: (body: DispatchRuleIn) => take(client.POST("/api/v1/dispatching/rules", { body })),
  change: (code: string, body: DispatchRuleIn) => take(client.PUT("/api/v1/dispatching/rules/{rule_code}", { ...rule(code), body })),
  switch: (code: string, on: boolean, reason: string, etag: string) =>
    take(client.POST("/api/v1/dispatching/rules/{rule_code}/switch", { ...rule(code), body: { on, reason, etag } })),
  order: (codes: string[], mark: string, reason = "") =>
    take(client.PUT("/api/v1/dispatching/rules/order", { body: { codes, mark, reason } })),
  check: (expression: string, signal?: AbortSignal) =>
    take(client.POST("/api/v1/dispatching/rules/check", { body: { expression }, signal })),
  complete: (expression: string, signal?: AbortSignal) =>
    take(client.POST("/api/v1/dispatching/rules/complete", { body: { expression }, signal })),
  explain: (expression: string, number: string) =>
    take(client.POST("/api/v1/dispatching/rules/explain", { body: { expression, number } })),
  names: (field: "unit" | "category", q: string, signal?: AbortSignal) =>
    take(client.GET("/api/v1/dispatching/rules/names", { params: { query: { field, q } }, signal })),
  try: (body: RuleTrialIn) => take(client.POST("/api/v1/dispatching/rules/trials", { body })),
  trial: (key: string) => take(client.GET("/api/v1/dispatching/rules/trials/{rule_trial_id}", { params: { path: { rule_trial_id: key } } })),
};

export const precedents = {
  list: (filter: PrecedentFilter, cursor = "") =>
    take(client.GET("/api/v1/dispatching/precedents", { params: { query: { ...filter, cursor } } })),
  mark: (key: number, holds: boolean, why: string) =>
    take(client.POST("/api/v1/dispatching/precedents/{precedent_id}/mark", { params: { path: { precedent_id: key } }, body: { holds, why } })),
};
