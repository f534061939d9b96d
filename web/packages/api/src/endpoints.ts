/** Every endpoint that the desk uses, one function each; pages never write a path. */
import { client, queryText, take, upload, type UploadHandle } from "./client";
import type {
  Anonymous, BulkResult, CaseIn, CaseQuery, ImportJob, ImportPreview, ImportReceived, ImportSource, Meta,
  Outline, Query, Session, Uploaded,
} from "./types";

export { account, accounts } from "./account";
export { outsideUrl, people, signIn } from "./signIn";
export { components } from "./components";
export { grids } from "./grids";
export { jobs, reads, system } from "./system";

export { find } from "./search";

export { makeExport, views } from "./lists";
export { casework, digests, notices } from "./casework";
export { repeats } from "./repeats";

const V1 = "/api/v1";
const id = encodeURIComponent;

export const session = {
  get: () => take(client.GET("/api/v1/session")) as Promise<Session>,
  logIn: (username: string, password: string) =>
    take(client.POST("/api/v1/session", { body: { username, password } })) as Promise<Session>,
  /** With an address when the central log-in is to be ended there too. */
  logOut: () => take(client.DELETE("/api/v1/session")) as Promise<{ address?: string } | undefined>,
  changePassword: (old: string, fresh: string) =>
    take(client.POST("/api/v1/session/password", { body: { old, new: fresh } })) as Promise<Session>,
  oneTime: (token: string, password: string) =>
    take(client.POST("/api/v1/session/one-time", { body: { token, new_password: password } })),
  language: (lang: "zh-hans" | "en") => take(client.POST("/api/v1/session/language", { body: { lang } })),
};
export type { Anonymous };

export const health = () => take(client.GET("/api/health"));
export const getMeta = () => take(client.GET("/api/v1/meta")) as unknown as Promise<Meta>;
export const getWorkLists = () => take(client.GET("/api/v1/worklists"));

export interface ListOptions {
  query: Query;
  sort?: string;
  limit?: number;
  cursor?: string;
  count?: boolean;
  signal?: AbortSignal;
}

export const cases = {
  list({ query, sort, limit = 50, cursor, count, signal }: ListOptions) {
    const wanted = { ...query, sort, limit, cursor, count } as CaseQuery;
    return take(client.GET("/api/v1/cases", { params: { query: wanted }, signal }));
  },
  map: (query: Query, view: { bbox?: string; zoom: number; layer: "clusters" | "heat"; unplaced?: boolean }, signal?: AbortSignal) =>
    take(client.GET("/api/v1/cases/map", { params: { query: { ...query, ...view } as never }, signal })),
  get: (number: string) => take(client.GET("/api/v1/cases/{number}", { params: { path: { number } } })),
  events: (number: string) => take(client.GET("/api/v1/cases/{number}/events", { params: { path: { number } } })),
  explain: (number: string, clock: number) =>
    take(
      client.GET("/api/v1/cases/{number}/clocks/{clock_id}/explain", { params: { path: { number, clock_id: clock } } }),
    ),
  register: (body: CaseIn) => take(client.POST("/api/v1/cases", { body })),
  act: (number: string, action: string, body: Record<string, unknown>) =>
    take(
      client.POST("/api/v1/cases/{number}/actions/{action}", {
        params: { path: { number, action } }, body: body as never,
      }),
    ),
  bulk: (action: string, items: { number: string; version?: number }[], data: Record<string, unknown>) =>
    take(
      client.POST("/api/v1/cases/bulk/{action}", { params: { path: { action } }, body: { items, data } }),
    ) as unknown as Promise<{ results: BulkResult[] }>,
  unmask: (number: string, reason: string) =>
    take(client.POST("/api/v1/cases/{number}/unmask", { params: { path: { number } }, body: { reason } })),
  byPhone: (phone: string, signal?: AbortSignal) =>
    take(client.POST("/api/v1/requesters/by-phone", { body: { phone }, signal })),
};

export const drafts = {
  list: () => take(client.GET("/api/v1/drafts")),
  save: (key: string, data: Record<string, unknown>) => take(client.PUT("/api/v1/drafts", { body: { id: key, data } })),
  remove: (key: string) =>
    take(client.DELETE("/api/v1/drafts/{draft_id}", { params: { path: { draft_id: key } } })),
};

export * as board from "./board";
export * as dispatching from "./dispatching";
export { warnings } from "./warnings";
export { analysis } from "./analysis";
export { hot } from "./hot";
export { knowledge } from "./knowledge";
export { budget } from "./budget";
export { indicators } from "./indicators";
export { callups, fieldwork, handsets } from "./fieldwork";
export { population } from "./population";
export { gridStaff } from "./gridStaff";
export { business, programmes, samples, supervision } from "./supervision";
export { queries, reports } from "./reports";
export { neighbours } from "./neighbours";
export { open311 } from "./open311";
export { systems, webhooks } from "./webhooks";
export { doors } from "./doors";
export { writebacks } from "./writebacks";

function formOf(file: File, more: Record<string, string> = {}): FormData {
  const form = new FormData();
  form.append("file", file, file.name);
  for (const [name, value] of Object.entries(more)) form.append(name, value);
  return form;
}

export function uploadFile(file: File, onProgress: (share: number) => void): UploadHandle<Uploaded> {
  return upload<Uploaded>(`${V1}/files`, formOf(file), onProgress);
}

export { dispatchRules, precedents } from "./dispatchRules";
export * as masterdata from "./masterdata";
export * as replies from "./replies";
export * as scores from "./scores";

export const places = {
  search: (q: string, signal?: AbortSignal) =>
    take(client.GET("/api/v1/places/search", { params: { query: { q, limit: 20 } }, signal })),
  locate: (lng: number, lat: number, signal?: AbortSignal) =>
    take(client.GET("/api/v1/places/locate", { params: { query: { lng, lat, crs: "wgs84" } }, signal })),
  baseMap: () => take(client.GET("/api/v1/places/basemap")),
  outlines: (level: string, parent?: number) =>
    take(client.GET("/api/v1/places/outlines", { params: { query: { level, parent } } })) as unknown as Promise<{
      features: Outline[];
    }>,
};

const batch = (key: string) => ({ params: { path: { batch_id: key } } });

export const imports = {
  list: () => take(client.GET("/api/v1/imports")) as unknown as Promise<ImportJob[]>,
  get: (key: string) => take(client.GET("/api/v1/imports/{batch_id}", batch(key))) as unknown as Promise<ImportJob>,
  send: (file: File, channel: string, onProgress: (share: number) => void) =>
    upload<ImportReceived>(`${V1}/imports`, formOf(file, { channel }), onProgress),
  map: (key: string, fields: Record<string, ImportSource>, options: Record<string, unknown>, saveAs: string) =>
    take(
      client.PUT("/api/v1/imports/{batch_id}/mapping", {
        ...batch(key), body: { fields: fields as never, options, save_as: saveAs },
      }),
    ) as unknown as Promise<ImportJob>,
  preview: (key: string) =>
    take(client.POST("/api/v1/imports/{batch_id}/preview", batch(key))) as unknown as Promise<ImportPreview>,
  start: (key: string) =>
    take(client.POST("/api/v1/imports/{batch_id}/start", batch(key))) as unknown as Promise<ImportJob>,
  stop: (key: string) =>
    take(client.POST("/api/v1/imports/{batch_id}/stop", batch(key))) as unknown as Promise<ImportJob>,
  errorsUrl: (key: string, format: "csv" | "xlsx") => `${V1}/imports/${id(key)}/errors${queryText({ format })}`,
};
