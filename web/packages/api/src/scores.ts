/** Assessment of units: rankings, score sheets, appeals, deductions, closed months, raters. */
import { client, take } from "./client";
import type { components } from "./schema";

type Schemas = components["schemas"];
export type Ranking = Schemas["RankingOut"];
export type RankedGroup = Schemas["GroupRanking"];
export type RankedUnit = Schemas["RankedUnit"];
export type ScorePenalty = { id: number; points: string; reason: string };
export type ScoreLine = Omit<Schemas["LineTold"], "penalties"> & { penalties: ScorePenalty[] };
export type ScoreSheet = Omit<Schemas["SheetOut"], "lines" | "penalties"> & { lines: ScoreLine[]; penalties: ScorePenalty[] };
export type ScoreAppeal = Schemas["AppealTold"];
export type ScoreAppeals = Schemas["AppealList"];
export type ScoreDeduction = Schemas["DeductionTold"];
export type ScoreMonth = Schemas["MonthTold"];
export type AppealAsked = Schemas["AppealIn"];
export type DeductionAsked = Schemas["DeductionIn"];
export type ScoreRatings = Omit<Schemas["RatingsOut"], "progress"> & { progress: RatingProgress[] };
export type RatingProgress = Omit<Schemas["RatingProgress"], "samples"> & { samples: RatingSample[] };
export interface RatingSample {
  at: string;
  who: string;
  asked: number;
  seed: number;
  strata: { unit: string; category: string; of: number; drawn: number }[];
}
export type PeerForm = Schemas["PeerForm"];
export type CaseToRate = Schemas["CaseToRate"];
export type UnitAnswers = Schemas["UnitAnswers"];
/** One unit in a dry run: what it would have had, and what it has. */
export interface TriedUnit {
  code: string;
  name: string;
  total: string | null;
  rank: number | null;
  before: string | null;
  rank_before: number | null;
  cases: number;
}
export interface SchemeTrial {
  digest: string;
  months: { month: string; closed: boolean; cases: number; units: TriedUnit[] }[];
}

const of = (month: string) => ({ path: { month } });

export const ranking = (month: string) => take(client.GET("/api/v1/appraisal/scores", { params: { query: { month } } }));
export const sheet = (month: string, unit: string) =>
  take(client.GET("/api/v1/appraisal/scores/{month}/units/{unit}", { params: { path: { month, unit } } })) as unknown as Promise<ScoreSheet>;
export const close = (month: string) => take(client.POST("/api/v1/appraisal/scores/{month}/close", { params: of(month) }));
export const publish = (month: string, circular: string, note: string) =>
  take(client.POST("/api/v1/appraisal/scores/{month}/publish", { params: of(month), body: { circular, note } }));
export const verify = (month: string) => take(client.GET("/api/v1/appraisal/scores/{month}/verify", { params: of(month) }));
export const circularUrl = (month: string) => `/api/v1/appraisal/scores/${encodeURIComponent(month)}/circular`;

export const appeals = (month: string) => take(client.GET("/api/v1/appraisal/appeals", { params: { query: { month } } }));
export const appeal = (body: AppealAsked) =>
  take(client.POST("/api/v1/appraisal/appeals", { body })) as unknown as Promise<ScoreSheet>;
export const decide = (id: number, verdict: "granted" | "refused" | "withdrawn", note: string) =>
  take(client.POST("/api/v1/appraisal/appeals/{appeal_id}/decide", { params: { path: { appeal_id: id } }, body: { verdict, note } }));
export const deduct = (body: DeductionAsked) =>
  take(client.POST("/api/v1/appraisal/deductions", { body })) as unknown as Promise<ScoreSheet>;
export const lift = (id: number, why: string) =>
  take(client.POST("/api/v1/appraisal/deductions/{deduction_id}/lift", { params: { path: { deduction_id: id } }, body: { why } })) as unknown as Promise<ScoreSheet>;

export const ratings = (month: string) =>
  take(client.GET("/api/v1/appraisal/ratings", { params: { query: { month } } })) as unknown as Promise<ScoreRatings>;
export const rateUnits = (month: string, forms: UnitAnswers[]) =>
  take(client.PUT("/api/v1/appraisal/ratings/units", { body: { month, forms } })) as unknown as Promise<ScoreRatings>;
export const draw = (month: string, by: "third" | "public", number: number) =>
  take(client.POST("/api/v1/appraisal/ratings/samples", { body: { month, by, number } })) as unknown as Promise<ScoreRatings>;
export const caseToRate = (id: number) => take(client.GET("/api/v1/appraisal/ratings/{rating_id}", { params: { path: { rating_id: id } } }));
export const rateCase = (id: number, answers: Record<string, number>, comment: string) =>
  take(client.PUT("/api/v1/appraisal/ratings/{rating_id}", { params: { path: { rating_id: id } }, body: { answers, comment } }));
