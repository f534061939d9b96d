/** Hot issues: what is heating up, why, and what people arranged. */
import { client, take } from "./client";
import type { components } from "./schema";

type Schemas = components["schemas"];
export type HotState = "new" | "growing" | "steady" | "fading" | "back";
export type HotPartCode = "matters" | "callers" | "supporters" | "growth" | "density" | "sensitive";
export interface HotPart {
  code: HotPartCode;
  count: number;
  points: number;
  query: Record<string, string> | null;
}
type Told = { parts: HotPart[]; state: HotState; query: Record<string, string>; before_query: Record<string, string>; all_query: Record<string, string> };
export type HotRow = Omit<Schemas["HotRow"], keyof Told> & Told;
export type HotRun = Schemas["HotRunOut"];
export type HotPage = Omit<Schemas["HotList"], "items"> & { items: HotRow[] };
export type HotStep = Omit<Schemas["HotStepOut"], "detail"> & {
  detail: { cases?: number; from?: string | number; to?: string; into?: number; title?: string };
};
export type HotDetail = Omit<Schemas["HotDetail"], keyof Told | "steps"> & Told & { steps: HotStep[] };
export type HotAction = Schemas["HotChange"]["action"];
export interface HotChange {
  action: HotAction;
  version: number;
  why?: string;
  title?: string;
  into?: number | null;
  step?: number | null;
  numbers?: string[];
}
export interface HotWindow {
  days?: string;
  run?: number;
}

const window_ = (asked: HotWindow) => ({ ...(asked.run ? { run: asked.run } : { days: asked.days ?? "7" }) }) as never;

export const hot = {
  list: (query: Record<string, string | number | boolean>, signal?: AbortSignal) =>
    take(client.GET("/api/v1/insight/hot", { params: { query: query as never }, signal })) as unknown as Promise<HotPage>,
  get: (id: number, asked: HotWindow) =>
    take(
      client.GET("/api/v1/insight/hot/{issue_id}", { params: { path: { issue_id: id }, query: window_(asked) } }),
    ) as unknown as Promise<HotDetail>,
  change: (id: number, asked: HotWindow, body: HotChange) =>
    take(
      client.POST("/api/v1/insight/hot/{issue_id}/change", { params: { path: { issue_id: id }, query: window_(asked) }, body: body as never }),
    ) as unknown as Promise<HotDetail>,
  look: (start: string, end: string) => take(client.POST("/api/v1/insight/hot/runs", { body: { start, end } })) as Promise<HotRun>,
  run: (id: number) => take(client.GET("/api/v1/insight/hot/runs/{look_id}", { params: { path: { look_id: id } } })) as Promise<HotRun>,
};
