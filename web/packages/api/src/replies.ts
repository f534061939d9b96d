/** Replies: checked while written, good ones to learn from, quality by unit, drafts of a language model. */
import { client, take } from "./client";
import type { components } from "./schema";

type Schemas = components["schemas"];
export type ReplyCheck = Schemas["ReplyCheckOut"];
export type ReplyHint = Schemas["ReplyHint"];
export type ReplyElement = Schemas["ReplyElement"];
export type SentReply = Schemas["SentReply"];
export type GoodReply = Schemas["GoodReply"];
export type ReplyQuality = Schemas["ReplyQualityOut"];
export type ReplyQualityRow = Schemas["ReplyQualityRow"];
export type LanguageModel = Schemas["LanguageModelOut"];
export type LanguageModelCheck = Schemas["LanguageModelCheck"];
export type ModelDraft = Schemas["ModelDraftOut"];
export type DraftTask = "summary" | "title" | "reply";
export type QualityDays = "7" | "30" | "90";

const of = (number: string) => ({ path: { number } });

export const check = (number: string, text: string, assignment: number | null, signal?: AbortSignal) =>
  take(client.POST("/api/v1/cases/{number}/replies/check", { params: of(number), body: { text, assignment_id: assignment }, signal }));
export const sent = (number: string, signal?: AbortSignal) =>
  take(client.GET("/api/v1/cases/{number}/replies", { params: of(number), signal }));
export const good = (number: string, signal?: AbortSignal) =>
  take(client.GET("/api/v1/cases/{number}/replies/similar", { params: of(number), signal }));
export const quality = (days: QualityDays) => take(client.GET("/api/v1/replies/quality", { params: { query: { days } } }));
export const model = () => take(client.GET("/api/v1/replies/model"));
export const order = (number: string, task: DraftTask) =>
  take(client.POST("/api/v1/cases/{number}/replies/drafts", { params: of(number), body: { task } }));
export const draft = (key: number, signal?: AbortSignal) =>
  take(client.GET("/api/v1/replies/drafts/{asked_id}", { params: { path: { asked_id: key } }, signal }));
export const checkModel = () => take(client.POST("/api/v1/replies/model/check"));
