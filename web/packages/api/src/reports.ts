/** Reports: what is due, text beside figures, review and signing; and the query page. */
import { client, ground, queryText, take, upload } from "./client";
import type { Conditions } from "./board";
import { Problem } from "./problem";
import type { components } from "./schema";

type Schemas = components["schemas"];
export type ReportKind = "daily" | "weekly" | "monthly" | "circular" | "special" | "situation";
export type ReportState = "waiting" | "making" | "failed" | "draft" | "submitted" | "reviewed" | "signed" | "sent" | "void";
export type ReportAction = "submit" | "return" | "pass" | "sign" | "send" | "remake" | "discard";
export type ReportFormat = "docx" | "pdf" | "xlsx";
export interface ReportCell {
  t: string;
  v: number | null;
  q: Conditions | null;
}
export interface ReportTable {
  type: "table";
  code: string;
  title: string;
  note: string;
  columns: { name: string; kind: "text" | "count" | "rate" }[];
  rows: ReportCell[][];
}
export interface ReportChart {
  type: "chart";
  code: string;
  title: string;
  svg: string;
}
export type ReportBlock = ReportTable | ReportChart;
export interface ReportSection {
  code: string;
  heading: string;
  text: string;
  /** What the figures gave. */
  proposed: string;
  edited: boolean;
  shown: boolean;
  blocks: ReportBlock[];
  /** Words of a language model: offered, not taken. */
  offer?: { state: "waiting" | "done" | "failed"; text: string; message: string; by: string };
}
type Told = { kind: ReportKind; state: ReportState };
export type ReportRow = Omit<Schemas["ReportRow"], keyof Told> & Told;
export type ReportPeriod = Schemas["ReportPeriod"];
export type ReportPlan = Omit<Schemas["ReportPlanTold"], "kind"> & { kind: ReportKind };
export type ReportList = Omit<Schemas["ReportList"], "items" | "plans"> & { items: ReportRow[]; plans: ReportPlan[] };
type Rich = Told & { sections: ReportSection[]; values: Record<string, ReportCell>; can: ReportAction[] };
export type ReportDetail = Omit<Schemas["ReportDetail"], keyof Rich> & Rich;
export type ReportIn = Schemas["ReportIn"];
export type ReportTemplates = Schemas["TemplatesOf"];
export type PivotLine = Omit<Schemas["PivotLine"], "where"> & { where: Conditions | null };
export interface Pivot {
  at: string;
  measure: string;
  measure_name: string;
  /** Cells are [part, whole] instead of [number]. */
  share: boolean;
  down: string;
  across: string;
  filter: Conditions;
  measure_query: Conditions;
  rows: PivotLine[];
  columns: PivotLine[];
  cells: number[][][];
  total: number[];
  left_out: number[];
}
export type SavedQuery = Omit<Schemas["SavedQueryOut"], "query"> & { query: Record<string, string> };

const at = (report: number) => ({ params: { path: { report_id: report } } });
const told = (answer: Promise<unknown>) => answer as Promise<ReportDetail>;
const BASE = "/api/v1/insight/reports";

export const reports = {
  list: (query: { year?: number; kind?: string }) =>
    take(client.GET("/api/v1/insight/reports", { params: { query: query as never } })) as unknown as Promise<ReportList>,
  begin: (body: Partial<ReportIn>) => told(take(client.POST("/api/v1/insight/reports", { body: body as never }))),
  get: (report: number) => told(take(client.GET("/api/v1/insight/reports/{report_id}", at(report)))),
  change: (report: number, body: { version: number; title?: string; sections?: { code: string; text?: string; shown?: boolean }[] }) =>
    told(take(client.PUT("/api/v1/insight/reports/{report_id}", { ...at(report), body: body as never }))),
  act: (report: number, action: ReportAction, version: number, note = "") =>
    told(take(client.POST("/api/v1/insight/reports/{report_id}/act", { ...at(report), body: { action, version, note } }))),
  polish: (report: number, section: string, version: number) =>
    told(take(client.POST("/api/v1/insight/reports/{report_id}/polish", { ...at(report), body: { section, version } }))),
  fileUrl: (report: number, format: ReportFormat) => `${BASE}/${report}/file${queryText({ format })}`,
  templates: () => take(client.GET("/api/v1/insight/reports/templates")),
  uploadTemplate: (plan: string, file: File, note: string) => {
    const form = new FormData();
    form.append("file", file, file.name);
    form.append("note", note);
    return upload<ReportTemplates[]>(`${BASE}/templates/${encodeURIComponent(plan)}`, form, () => undefined);
  },
  useTemplate: (plan: string, number: number) =>
    take(client.PUT("/api/v1/insight/reports/templates/{plan}", { params: { path: { plan } }, body: { number } })),
  templateUrl: (plan: string, number: number, filled: boolean) => `${BASE}/templates/${encodeURIComponent(plan)}/file${queryText({ number, filled })}`,
  /** A file that takes a moment: a failure is told instead of being a file. */
  async file(url: string): Promise<{ blob: Blob; name: string }> {
    const response = await globalThis.fetch(new Request(`${location.origin}${url}`, { headers: { "Accept-Language": ground.language }, credentials: "same-origin" }));
    if (!response.ok) throw new Problem(response.status, (await response.json().catch(() => ({}))) as Record<string, unknown>);
    const name = /filename\*=UTF-8''([^;]+)/.exec(response.headers.get("content-disposition") ?? "")?.[1] ?? "";
    return { blob: await response.blob(), name: decodeURIComponent(name) };
  },
};

export const queries = {
  ask: (query: Record<string, string>, signal?: AbortSignal) =>
    take(client.GET("/api/v1/insight/query", { params: { query: query as never }, signal })) as unknown as Promise<Pivot>,
  exportUrl: (query: Record<string, string>) => `/api/v1/insight/query/export${queryText(query)}`,
  saved: () => take(client.GET("/api/v1/insight/queries")) as unknown as Promise<SavedQuery[]>,
  keep: (name: string, query: Record<string, string>, shared: boolean) =>
    take(client.PUT("/api/v1/insight/queries", { body: { name, query, shared } as never })) as unknown as Promise<SavedQuery>,
  remove: (key: number) => take(client.DELETE("/api/v1/insight/queries/{query_id}", { params: { path: { query_id: key } } })),
};
