/** Knowledge: articles, their search and suggestions, corrections, figures; the centre's own rules. */
import { client, download, take, upload } from "./client";
import { reports } from "./reports";
import type { Query } from "./types";

export interface Named {
  id: number;
  code: string;
  name: string;
}
export interface Marked {
  text: string;
  mark: boolean;
}
export interface ArticlePhone {
  name: string;
  number: string;
}
export interface ArticleSource {
  name: string;
  url?: string;
  date?: string | null;
}
export interface ArticleHit {
  id: number;
  number: string;
  /** The edition that is shown, to cite. */
  version: number;
  title: string;
  heading: string;
  passage: Marked[];
  /** May be given as an answer today. */
  answer: boolean;
  state: string;
  state_name: string;
  tone: string;
  audience: string;
  audience_name: string;
  unit: Named;
  categories: Named[];
  areas: Named[];
  phones: ArticlePhone[];
  valid_until: string | null;
  review_on: string | null;
  published_at: string | null;
  useful: number;
  useless: number;
  cited: number;
}
export interface SuggestedArticle extends ArticleHit {
  /** What one key inserts. */
  cite: string;
  /** What the action records. */
  ref: string;
}
export interface ArticleRow extends ArticleHit {
  row_version: number;
  updated_at: string;
  updated_by: string;
  draft_state: string;
  draft_state_name: string;
  waiting_since: string | null;
}
export interface ArticleVersion {
  number: number;
  state: string;
  state_name: string;
  at: string;
  by: string;
  note: string;
  reason: string;
}
export interface Correction {
  id: number;
  article: Named;
  version: number;
  row_version: number;
  text: string;
  passage: string;
  by: string;
  at: string;
  due_at: string;
  limit: string;
  late: boolean;
  unit: Named;
  state: string;
  state_name: string;
  tone: string;
  answer: string;
  answered_at: string | null;
  answered_by: string;
  may_answer: boolean;
}
export interface ArticleAction {
  code: string;
  name: string;
  tone: string;
  needs_note: boolean;
}
export interface ArticleIn {
  title: string;
  question: string;
  text: string;
  keywords: string[];
  audience: string;
  unit_id: number | null;
  category_ids: number[];
  area_ids: number[];
  phones: ArticlePhone[];
  sources: ArticleSource[];
  attachment_ids: string[];
  valid_from: string | null;
  valid_until: string | null;
  review_on: string | null;
  note: string;
}
export interface Article extends ArticleRow {
  text: string;
  question: string;
  keywords: string[];
  sources: { name: string; url: string; date: string }[];
  attachments: { id: string; name: string; size: number; mime: string; url: string }[];
  valid_from: string | null;
  current: boolean;
  versions: ArticleVersion[];
  steps: { at: string; by: string; action: string; action_name: string; version: number; note: string }[];
  corrections: Correction[];
  marked: string;
  cited_query: Query;
  may_write: boolean;
  actions: ArticleAction[];
}
export interface KnowledgeStart {
  audiences: { code: string; name: string }[];
  states: { code: string; name: string; tone: string }[];
  rule_states: { code: string; name: string; tone: string }[];
  categories: (Named & { path: string; articles: number })[];
  lists: { code: string; name: string; count: number; late: number }[];
  may: string[];
  articles: number;
  upward: boolean;
}
export interface SearchAsk {
  q: string;
  category_id?: number | null;
  area_id?: number | null;
  unit_id?: number | null;
  audience?: string;
  fresh?: string;
  limit?: number;
  cursor?: string;
}
export interface KnowledgeFound {
  items: ArticleHit[];
  next_cursor: string | null;
  corrected: string;
  more: boolean;
}
export interface SuggestKnowledge {
  text: string;
  title: string;
  category_id: number | null;
  area_id: number | null;
  use: "call" | "reply";
}
export interface KnowledgeFigure {
  value: number;
  /** `articles`, `cases`, `corrections` or `rules`: the query of the list that shows what is counted. */
  opens: Record<string, unknown>;
}
export interface KnowledgeBoard {
  first: string;
  last: string;
  totals: Record<string, KnowledgeFigure>;
  coverage: (Record<"articles" | "asked" | "direct" | "uncited", KnowledgeFigure> & { category: Named })[];
  freshness: { code: string; name: string; tone: string; figure: KnowledgeFigure }[];
  contribution: (Record<"published" | "waiting" | "due" | "corrections" | "late", KnowledgeFigure> & { unit: Named })[];
  searches: { words: string; times: number; empty: number; place: string; last: string }[];
  searched: number;
  found: number;
}

export interface CentreRuleIn {
  name: string;
  number: string;
  edition: string;
  state: string;
  unit_id: number | null;
  issued_on: string | null;
  effective_on: string | null;
  repealed_on: string | null;
  summary: string;
  file_id: string | null;
  replaced_by_id: number | null;
}
export interface CentreRule {
  id: number;
  name: string;
  number: string;
  edition: string;
  state: string;
  state_name: string;
  tone: string;
  unit: Named;
  issued_on: string | null;
  effective_on: string | null;
  repealed_on: string | null;
  summary: string;
  file: { id: string; name: string; size: number; mime: string; url: string } | null;
  replaced_by: Named | null;
  row_version: number;
  changed_at: string;
  changed_by: string;
  history: { at: string; by: string; what: string }[];
}
export interface ImportedArticles {
  kind: string;
  rows: { line: number; title: string; head: string; categories: string[]; audience: string; errors: { column: string; message: string }[] }[];
  count: number;
  wrong: number;
  kept: number;
}
export interface UpwardReports {
  configured: boolean;
  address: string;
  waiting: number;
  items: { way: string; way_name: string; state: string; state_name: string; tone: string; title: string; articles: number; at: string; by: string; tries: number; fault: string }[];
}

const V1 = "/api/v1/knowledge";
/** Until the schema knows these addresses. */
const ask = <T>(verb: "GET" | "POST" | "PUT", path: string, more: { body?: unknown; query?: Record<string, unknown>; signal?: AbortSignal } = {}): Promise<T> => {
  const { query, ...rest } = more;
  const sent = (client as unknown as Record<string, (path: string, more: unknown) => Promise<never>>)[verb]!(V1 + path, { ...rest, ...(query && { params: { query } }) });
  return take(sent) as Promise<T>;
};

export const knowledge = {
  start: () => ask<KnowledgeStart>("GET", ""),
  search: (body: SearchAsk, signal?: AbortSignal) => ask<KnowledgeFound>("POST", "/search", { body, signal }),
  suggest: (body: SuggestKnowledge, signal?: AbortSignal) => ask<{ items: SuggestedArticle[] }>("POST", "/suggest", { body, signal }),
  list: (query: Query, cursor = "") => ask<{ items: ArticleRow[]; next_cursor: string | null }>("GET", "/articles", { query: { ...query, ...(cursor && { cursor }) } }),
  get: (id: number, version?: number) => ask<Article>("GET", `/articles/${id}`, { query: version ? { version } : undefined }),
  make: (body: ArticleIn) => ask<Article>("POST", "/articles", { body }),
  change: (id: number, body: ArticleIn & { row_version: number }) => ask<Article>("PUT", `/articles/${id}`, { body }),
  act: (id: number, action: string, body: { row_version: number; note: string }) => ask<Article>("POST", `/articles/${id}/actions/${action}`, { body }),
  mark: (id: number, useful: boolean | null) => ask<{ useful: number; useless: number }>("POST", `/articles/${id}/useful`, { body: { useful } }),
  report: (id: number, text: string, passage: string) => ask<Correction>("POST", `/articles/${id}/corrections`, { body: { text, passage } }),
  corrections: (query: Query, cursor = "") => ask<{ items: Correction[]; next_cursor: string | null }>("GET", "/corrections", { query: { ...query, ...(cursor && { cursor }) } }),
  answer: (id: number, body: { decision: string; answer: string; row_version: number }) => ask<Correction>("POST", `/corrections/${id}`, { body }),
  board: (days: string) => ask<KnowledgeBoard>("GET", "/board", { query: { days } }),
  rules: (query: Query) => ask<{ items: CentreRule[]; may_manage: boolean; in_force: number }>("GET", "/rules", { query }),
  makeRule: (body: CentreRuleIn) => ask<CentreRule>("POST", "/rules", { body }),
  changeRule: (id: number, body: CentreRuleIn & { row_version: number }) => ask<CentreRule>("PUT", `/rules/${id}`, { body }),
  upward: () => ask<UpwardReports>("GET", "/upward"),
  push: (all: boolean) => ask<UpwardReports>("POST", "/upward", { body: { way: "push", all } }),
  upwardFile: (all: boolean) => download(`${V1}/upward`, { way: "file", all }, () => undefined),
  template: () => reports.file(`${V1}/imports/template`),
  /** A preview; with `keep` all of it becomes articles, or nothing. */
  take: (file: File, more: { keep: boolean; unit: number | null; then: string }, onProgress: (share: number) => void = () => undefined) => {
    const form = new FormData();
    form.append("file", file, file.name);
    form.append("keep", String(more.keep));
    form.append("then", more.then);
    if (more.unit) form.append("unit_id", String(more.unit));
    return upload<ImportedArticles>(`${V1}/imports`, form, onProgress).done;
  },
};
