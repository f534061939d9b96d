/** Indicators of a year, what is fed to them, the reliability ledger, closed months. */
import { client, take, upload } from "./client";
import { reports } from "./reports";
import type { components } from "./schema";
import type { Query } from "./types";

type Schemas = components["schemas"];
export type IndicatorReading = Schemas["IndicatorReading"];
export type IndicatorRow = Schemas["IndicatorRow"];
export type IndicatorBoard = Schemas["IndicatorBoard"];
export type IndicatorDetail = Schemas["IndicatorDetail"];
export type FedRecord = Schemas["FedRecordOut"];
export type FedRecords = Schemas["FedRecordList"];
export type FedIndicator = Schemas["FedIndicator"];
export type FedTable = Schemas["FedTable"];
export type RecordForm = Schemas["FedRecordIn"];
export type Outage = Schemas["OutageOut"];
export type Outages = Schemas["OutageList"];
export type OutageForm = Schemas["OutageIn"];
export type OutageChange = Schemas["OutageChangeIn"];
export type Exclusion = Schemas["ExclusionOut"];
export type Exclusions = Schemas["ExclusionList"];
export type ExclusionForm = Schemas["ExclusionIn"];
export type ClosedMonth = Schemas["ClosedMonthOut"];

function formOf(file: File, evidence: string[] = []): FormData {
  const form = new FormData();
  form.append("file", file, file.name);
  for (const id of evidence) form.append("files", id);
  return form;
}

export const indicators = {
  board: (query: Query, signal?: AbortSignal) => take(client.GET("/api/v1/appraisal/indicators", { params: { query: query as never }, signal })),
  get: (code: string, query: Query, signal?: AbortSignal) =>
    take(client.GET("/api/v1/appraisal/indicators/{indicator_code}", { params: { path: { indicator_code: code }, query: query as never }, signal })),
  records: (query: Query) => take(client.GET("/api/v1/appraisal/records", { params: { query: query as never } })),
  feed: (body: RecordForm) => take(client.POST("/api/v1/appraisal/records", { body })),
  template: () => reports.file("/api/v1/appraisal/records/template"),
  previewTable: (file: File) => upload<FedTable>("/api/v1/appraisal/records/preview", formOf(file), () => undefined),
  feedTable: (file: File, evidence: string[]) => upload<{ kept: number }>("/api/v1/appraisal/records/table", formOf(file, evidence), () => undefined),
  withdrawRecord: (id: number, why: string) => take(client.POST("/api/v1/appraisal/records/{record_id}/withdraw", { params: { path: { record_id: id } }, body: { why } })),
  outages: (query: Query) => take(client.GET("/api/v1/appraisal/outages", { params: { query: query as never } })),
  addOutage: (body: OutageForm) => take(client.POST("/api/v1/appraisal/outages", { body })),
  changeOutage: (id: number, body: OutageChange) => take(client.POST("/api/v1/appraisal/outages/{outage_id}", { params: { path: { outage_id: id } }, body })),
  exclusions: () => take(client.GET("/api/v1/appraisal/exclusions")),
  exclude: (body: ExclusionForm) => take(client.POST("/api/v1/appraisal/exclusions", { body })),
  withdrawExclusion: (id: number, why: string) =>
    take(client.POST("/api/v1/appraisal/exclusions/{exclusion_id}/withdraw", { params: { path: { exclusion_id: id } }, body: { why } })),
  months: () => take(client.GET("/api/v1/appraisal/indicator-months")),
  close: (month: string, note: string) => take(client.POST("/api/v1/appraisal/indicator-months", { body: { month, note } })),
};
