/** Tables of master data: what they are made of, rows, saving, history, dry runs, files. */
import { client, queryText, take, upload } from "./client";
import type { components } from "./schema";

type Schemas = components["schemas"];

/** One column of a table, as the server declares it: the form and the table of the page are built from these. */
export interface MasterColumn {
  name: string;
  label: string;
  /** text, int, float, date, bool, choice, list, records (a small table), map (a condition). */
  kind: string;
  required: boolean;
  help: string;
  refs: string[];
  choices: Record<string, string>;
  key: boolean;
  virtual: boolean;
  widget: string;
  listed: boolean;
  max_length: number;
  minimum: number | null;
  maximum: number | null;
  default: unknown;
  /** The column whose value says which of `variants` are offered instead of all choices. */
  by: string;
  variants: Record<string, Record<string, string>>;
  fields: MasterColumn[];
}
export type MasterKind = Omit<Schemas["KindOut"], "columns"> & { columns: MasterColumn[] };
export type MasterValues = Record<string, unknown>;
export type MasterRow = Omit<Schemas["MasterRow"], "values"> & { values: MasterValues };
export type MasterRows = Omit<Schemas["RowList"], "rows"> & { rows: MasterRow[] };
export type MasterChange = Schemas["ChangeOut"];
export type MasterChanges = Schemas["ChangePage"];
export type PermissionWords = Schemas["PermissionOut"];
export type CalendarYear = Schemas["YearOut"];
export type CalendarDay = Schemas["DayOut"];
export interface TrialExample {
  number: string;
  title: string | null;
  visible: boolean;
  stage: string;
  before: string | null;
  after: string | null;
  what: string;
}
export interface TrialResult {
  cases: number;
  complete: boolean;
  changed: number;
  limits: number;
  day: string;
  figures: Record<string, number>;
  stages: ({ name: string } & Record<string, number | string>)[];
  examples: TrialExample[];
}
export type Trial = Omit<Schemas["TrialOut"], "result"> & { result: TrialResult | null };
/** `token` is empty when nothing may be imported because of errors, or nothing would change. */
export type MasterPreview = Omit<Schemas["MasterPreviewOut"], "rows"> & { rows: MasterPreviewRow[] };
export type MasterPreviewRow = Omit<Schemas["RowOut"], "changes"> & {
  changes: Record<string, { old: unknown; new: unknown }>;
};
export interface RowQuery {
  q?: string;
  state?: "" | "current" | "future" | "closed";
  sort?: string;
  limit?: number;
  offset?: number;
}
export interface RowToSave {
  key: string;
  values: MasterValues;
  etag: string;
  reason: string;
  effective_at: string | null;
}

const V1 = "/api/v1";
const id = encodeURIComponent;
const path = (kind: string) => ({ path: { kind } });

export const kinds = () => take(client.GET("/api/v1/masterdata")) as unknown as Promise<MasterKind[]>;
export const permissions = () => take(client.GET("/api/v1/masterdata/permissions"));
export const rows = (kind: string, query: RowQuery, signal?: AbortSignal) =>
  take(client.GET("/api/v1/masterdata/{kind}/rows", { params: { ...path(kind), query }, signal })) as unknown as Promise<MasterRows>;
export const row = (kind: string, key: string) =>
  take(client.GET("/api/v1/masterdata/{kind}/row", { params: { ...path(kind), query: { key } } })) as unknown as Promise<MasterRow>;
export const options = (kind: string, q: string, signal?: AbortSignal) =>
  take(client.GET("/api/v1/masterdata/{kind}/options", { params: { ...path(kind), query: { q, limit: 30 } }, signal }));
export const save = (kind: string, body: RowToSave) =>
  take(client.POST("/api/v1/masterdata/{kind}/rows", { params: path(kind), body }));
export const remove = (kind: string, body: { key: string; etag: string; reason: string }) =>
  take(client.POST("/api/v1/masterdata/{kind}/remove", { params: path(kind), body }));
export const changes = (kind: string, query: { key?: string; cursor?: string; state?: "" | "waiting" }) =>
  take(client.GET("/api/v1/masterdata/{kind}/changes", { params: { ...path(kind), query } }));
export const waiting = () => take(client.GET("/api/v1/masterdata/changes/waiting"));
export const undo = (change: number, reason: string) =>
  take(client.POST("/api/v1/masterdata/changes/{change_id}/undo", { params: { path: { change_id: change } }, body: { reason } }));
export const trial = (kind: string, body: { key: string; values: MasterValues }) =>
  take(client.POST("/api/v1/masterdata/{kind}/trial", { params: path(kind), body })) as unknown as Promise<Trial>;
export const trialState = (trialId: string) =>
  take(client.GET("/api/v1/masterdata/trials/{trial_id}", { params: { path: { trial_id: trialId } } })) as unknown as Promise<Trial>;
export const year = (code: string, of: number) =>
  take(client.GET("/api/v1/masterdata/calendars/{code}/years/{year}", { params: { path: { code, year: of } } }));

export const exportUrl = (kind: string, format: "xlsx" | "csv") => `${V1}/masterdata/${id(kind)}/export${queryText({ format })}`;
export function preview(kind: string, file: File): Promise<MasterPreview> {
  const form = new FormData();
  form.append("file", file, file.name);
  return upload<MasterPreview>(`${V1}/masterdata/${id(kind)}/preview`, form, () => undefined).done;
}
export const importRows = (kind: string, token: string, reason: string) =>
  take(client.POST("/api/v1/masterdata/{kind}/import", { params: path(kind), body: { token, reason } }));
