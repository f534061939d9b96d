/** Knowledge: articles, their search and suggestions, corrections, figures; the centre's own rules. */
import { client, download, take, upload } from "./client";
import { reports } from "./reports";
import type { components } from "./schema";
import type { Query } from "./types";

type Schemas = components["schemas"];
export type Marked = Schemas["PassagePart"];
export type ArticlePhone = Schemas["PhoneLine"];
export type ArticleSource = Schemas["ArticleSourceIn"];
export type ArticleHit = Schemas["ArticleHit"];
export type SuggestedArticle = Schemas["SuggestedArticle"];
export type ArticleRow = Schemas["ArticleRow"];
export type ArticleVersion = Schemas["ArticleVersion"];
export type ArticleAction = Schemas["ArticleAction"];
export type Article = Schemas["ArticleOut"];
export type ArticleIn = Required<Schemas["ArticleIn"]>;
export type Correction = Schemas["CorrectionOut"];
export type KnowledgeStart = Schemas["KnowledgeStart"];
export type KnowledgeFound = Schemas["ArticleHits"];
export type KnowledgeFigure = Schemas["KnowledgeFigure"];
export type KnowledgeBoard = Schemas["KnowledgeBoard"];
export type SearchAsk = Partial<Schemas["ArticleSearchIn"]>;
export type SuggestKnowledge = Required<Schemas["ArticleSuggestIn"]>;
export type CentreRule = Schemas["InstitutionRuleOut"];
export type CentreRuleIn = Required<Schemas["InstitutionRuleIn"]>;
export type ImportedArticles = Schemas["ImportPreview"];
export type UpwardReports = Schemas["UpwardOut"];
type Step = "submit" | "publish" | "return" | "drop" | "confirm" | "withdraw" | "restore";

const article = (id: number) => ({ params: { path: { article_id: id } } });

export const knowledge = {
  start: () => take(client.GET("/api/v1/knowledge")),
  search: (body: SearchAsk, signal?: AbortSignal) => take(client.POST("/api/v1/knowledge/search", { body: body as never, signal })),
  suggest: (body: SuggestKnowledge, signal?: AbortSignal) => take(client.POST("/api/v1/knowledge/suggest", { body, signal })),
  list: (query: Query, cursor = "") => take(client.GET("/api/v1/knowledge/articles", { params: { query: { ...query, ...(cursor && { cursor }) } as never } })),
  get: (id: number, version?: number) =>
    take(client.GET("/api/v1/knowledge/articles/{article_id}", { params: { path: { article_id: id }, ...(version && { query: { version } }) } })),
  make: (body: ArticleIn) => take(client.POST("/api/v1/knowledge/articles", { body })),
  change: (id: number, body: ArticleIn & { row_version: number }) => take(client.PUT("/api/v1/knowledge/articles/{article_id}", { ...article(id), body })),
  act: (id: number, step: string, body: { row_version: number; note: string }) =>
    take(client.POST("/api/v1/knowledge/articles/{article_id}/actions/{step}", { params: { path: { article_id: id, step: step as Step } }, body })),
  mark: (id: number, useful: boolean | null) => take(client.POST("/api/v1/knowledge/articles/{article_id}/useful", { ...article(id), body: { useful } })),
  report: (id: number, text: string, passage: string) =>
    take(client.POST("/api/v1/knowledge/articles/{article_id}/corrections", { ...article(id), body: { text, passage } })),
  corrections: (query: Query, cursor = "") => take(client.GET("/api/v1/knowledge/corrections", { params: { query: { ...query, ...(cursor && { cursor }) } as never } })),
  answer: (id: number, body: { decision: "accepted" | "refused"; answer: string; row_version: number }) =>
    take(client.POST("/api/v1/knowledge/corrections/{correction_id}", { params: { path: { correction_id: id } }, body })),
  board: (days: string) => take(client.GET("/api/v1/knowledge/board", { params: { query: { days: days as never } } })),
  rules: (query: Query) => take(client.GET("/api/v1/knowledge/rules", { params: { query: query as never } })),
  makeRule: (body: CentreRuleIn) => take(client.POST("/api/v1/knowledge/rules", { body })),
  changeRule: (id: number, body: CentreRuleIn & { row_version: number }) =>
    take(client.PUT("/api/v1/knowledge/rules/{rule_id}", { params: { path: { rule_id: id } }, body })),
  upward: () => take(client.GET("/api/v1/knowledge/upward")),
  push: (all: boolean) => take(client.POST("/api/v1/knowledge/upward", { body: { way: "push", all } })) as unknown as Promise<UpwardReports>,
  upwardFile: (all: boolean) => download("/api/v1/knowledge/upward", { way: "file", all }, () => undefined),
  template: () => reports.file("/api/v1/knowledge/imports/template"),
  /** A preview; with `keep` all of it becomes articles, or nothing. */
  take: (file: File, more: { keep: boolean; unit: number | null; then: string }, onProgress: (share: number) => void = () => undefined) => {
    const form = new FormData();
    form.append("file", file, file.name);
    form.append("keep", String(more.keep));
    form.append("then", more.then);
    if (more.unit) form.append("unit_id", String(more.unit));
    return upload<ImportedArticles>("/api/v1/knowledge/imports", form, onProgress).done;
  },
};
