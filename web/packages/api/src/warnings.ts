/** Early warnings: what was noticed, on what it rests, what was decided. */
import { client, take } from "./client";
import type { components } from "./schema";

type Schemas = components["schemas"];
export type WarningLevel = "urgent" | "serious" | "watch";
export type WarningAction = "confirm" | "dismiss" | "supervise" | "patrol" | "reopen";
/** What one rule found; `p`: how rarely chance alone gives as many. `query` lists these cases. */
export interface WarningEvidence {
  rule: string;
  name: string;
  way: "words" | "count" | "callers" | "growth";
  count: number;
  minimum: number;
  hours?: number;
  place?: string;
  terms?: string[];
  expected?: number;
  p?: number;
  weeks?: number;
  query: Record<string, string>;
}
export type Warning = Omit<Schemas["WarningOut"], "evidence" | "query" | "level"> & {
  level: WarningLevel; evidence: WarningEvidence[]; query: Record<string, string>;
};
export type WarningStep = Omit<Schemas["WarningStepOut"], "detail"> & {
  detail: { rule?: string; added?: number; cases?: number; reason?: string; numbers?: string[]; refused?: { number: string; why: string }[]; number?: string; unit?: string };
};
export type WarningDetail = Warning & { members: Schemas["WarningMember"][]; actions: WarningAction[]; steps: WarningStep[]; earlier: Warning[] };
export type WarningCounts = Schemas["OpenCounts"];
export type WarningRule = Omit<Schemas["RuleTold"], "query" | "level"> & { level: WarningLevel; query: Record<string, string> };
export interface WarningPage {
  items: Warning[];
  next_cursor: string | null;
  open: WarningCounts;
  at: string;
}
export interface Decision {
  action: WarningAction;
  version: number;
  note?: string;
  reason?: string;
  numbers?: string[];
  unit_id?: number | null;
}

export const warnings = {
  list: (query: Record<string, string | number>, signal?: AbortSignal) =>
    take(client.GET("/api/v1/insight/warnings", { params: { query: query as never }, signal })) as unknown as Promise<WarningPage>,
  open: () => take(client.GET("/api/v1/insight/warnings/open")),
  rules: () => take(client.GET("/api/v1/insight/warnings/rules")) as unknown as Promise<WarningRule[]>,
  get: (id: number) =>
    take(client.GET("/api/v1/insight/warnings/{warning_id}", { params: { path: { warning_id: id } } })) as unknown as Promise<WarningDetail>,
  decide: (id: number, body: Decision) =>
    take(
      client.POST("/api/v1/insight/warnings/{warning_id}/decide", { params: { path: { warning_id: id } }, body: body as never }),
    ) as unknown as Promise<WarningDetail>,
};
