/** The department budget: documents, what the check found, execution, self-evaluation. */
import { client, queryText, take, upload } from "./client";
import { reports } from "./reports";
import type { components } from "./schema";

type Schemas = components["schemas"];
export type BudgetSummary = Schemas["BudgetSummary"];
export type BudgetPlace = Schemas["BudgetPlace"];
export type BudgetFinding = Omit<Schemas["BudgetFinding"], "severity"> & { severity: "E" | "W" | "r" };
export type BudgetPreview = Omit<Schemas["BudgetPreview"], "findings"> & { findings: BudgetFinding[] };
export type BudgetTable = Schemas["BudgetTableOut"];
export type BudgetTableRow = Schemas["BudgetTableRow"];
export type BudgetDetail = Omit<Schemas["BudgetDetail"], "findings"> & { findings: BudgetFinding[] };
export type BudgetFormat = "xlsx" | "csv" | "docx" | "pdf" | "txt";
export type Spending = Schemas["SpendingOut"];
export type SpendingLine = Schemas["SpendingLine"];
export type Evaluation = Schemas["EvaluationOut"];
export type EvaluationRow = Schemas["EvaluationRow"];
export interface EvaluationEntry {
  name: string;
  actual: string;
  quality: string;
  explanation: string;
  evidence: string;
}

/** Names of places as the server writes them in findings. */
export const budgetNames = {
  whole: "整体绩效", total: "合计", now: "当年", share: "占比", sum: "金额", subject: "科目名称",
  year: (year: string) => `${year}年`,
  figures: /合计|预算|支出|经费|费|收入|资金|小计|年|当年|占比|金额|数量|单价/,
};

const BASE = "/api/v1/budget";
const at = (document: number) => ({ params: { path: { document_id: document } } });
function formOf(file: File, more: Record<string, string> = {}): FormData {
  const form = new FormData();
  form.append("file", file, file.name);
  for (const [name, value] of Object.entries(more)) if (value) form.append(name, value);
  return form;
}

export const budget = {
  list: () => take(client.GET("/api/v1/budget/documents")) as Promise<{ items: BudgetSummary[] }>,
  get: (document: number) => take(client.GET("/api/v1/budget/documents/{document_id}", at(document))) as Promise<BudgetDetail>,
  preview: (file: File) => upload<BudgetPreview>(`${BASE}/preview`, formOf(file), () => undefined),
  keep: (file: File, year: string, name: string) => upload<{ id: number; version: number }>(`${BASE}/documents`, formOf(file, { year, name }), () => undefined),
  change: (document: number, table: string, version: number, rows: { code: string; name: string; cells: Record<string, string> }[]) =>
    take(client.PUT("/api/v1/budget/documents/{document_id}/tables/{table}", { params: { path: { document_id: document, table } }, body: { version, rows } })) as Promise<BudgetDetail>,
  remove: (document: number) => take(client.DELETE("/api/v1/budget/documents/{document_id}", at(document))),
  fileUrl: (document: number, format: BudgetFormat) => `${BASE}/documents/${document}/file${queryText({ format })}`,
  templateUrl: `${BASE}/template`,
  file: (url: string) => reports.file(url),
  publish: (document: number) => take(client.POST("/api/v1/budget/documents/{document_id}/targets", at(document))),
  spending: (document: number) => take(client.GET("/api/v1/budget/documents/{document_id}/execution", at(document))) as Promise<Spending>,
  takeSpending: (document: number, file: File) => upload<{ rows: number }>(`${BASE}/documents/${document}/execution`, formOf(file), () => undefined),
  evaluation: (document: number, form: string) =>
    take(client.GET("/api/v1/budget/documents/{document_id}/evaluation", { params: { path: { document_id: document }, query: { form } } })) as Promise<Evaluation>,
  evaluate: (document: number, form: string, version: number, executed: string, rows: EvaluationEntry[]) =>
    take(
      client.PUT("/api/v1/budget/documents/{document_id}/evaluation", {
        params: { path: { document_id: document }, query: { form } }, body: { version, executed, rows } as never,
      }),
    ) as Promise<Evaluation>,
  evaluationUrl: (document: number, form: string, format: "docx" | "pdf" | "xlsx") => `${BASE}/documents/${document}/evaluation/file${queryText({ form, format })}`,
};
