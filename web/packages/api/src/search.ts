/** The search box, and near-identical cases while a request is typed. What is typed goes in the body: it may be personal. */
import { client, take } from "./client";
import type { components } from "./schema";
import type { CaseRow } from "./types";

type Schemas = components["schemas"];

/** `more` of a case and of a requester's case is its row in the list. */
export type SearchHit = Omit<Schemas["HitOut"], "more"> & { more: (CaseRow & Record<string, unknown>) | Record<string, unknown> | null };
export type SearchGroup = Omit<Schemas["HitGroup"], "hits"> & { hits: SearchHit[] };
export type SimilarAsk = Schemas["SimilarIn"];
export type SimilarCase = Schemas["SimilarCase"];

export const find = {
  everywhere: (q: string, limit: number, signal?: AbortSignal) =>
    take(client.POST("/api/v1/search", { body: { q, limit }, signal })) as unknown as Promise<{ q: string; groups: SearchGroup[] }>,
  similar: (body: SimilarAsk, signal?: AbortSignal) => take(client.POST("/api/v1/cases/similar", { body, signal })),
};
