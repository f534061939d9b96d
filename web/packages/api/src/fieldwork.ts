/** Field work: patrols and tracks, coverage, ranking, plans, call-ups, handsets. */
import { client, take } from "./client";
import type { components } from "./schema";

type Schemas = components["schemas"];
type Sent<T> = Promise<T>;
export type Asked = Record<string, string>;
export type Patrol = Schemas["PatrolOut"];
export type Freshness = "fresh" | "slow" | "lost" | "none";
export type OutNow = Omit<Schemas["NowRow"], "freshness"> & { freshness: Freshness };
export type PatrolsNow = Omit<Schemas["NowOut"], "items"> & { items: OutNow[] };
/** Seconds since the start, longitude, latitude. */
export type TrackPoint = [number, number, number];
export type PatrolCheck = Schemas["CheckRow"];
export type Track = Omit<Schemas["TrackOut"], "stretches" | "doubtful"> & {
  stretches: { gap: boolean; seconds: number; points: TrackPoint[] }[];
  doubtful: { at: string; lng: number; lat: number; accuracy: number | null; why: string[] }[];
};
export type CoveredGrid = {
  id: number; code: string; name: string; community: string; minutes: number; days: number; patrols: number; covered: boolean; points: number; reached: number; query: Asked;
};
export type CoveredPoint = { code: string; name: string; lng: number; lat: number; grid: string; times: number };
export type Coverage = {
  first: string; last: string; grids: CoveredGrid[]; points: CoveredPoint[];
  figures: Record<"days" | "grids" | "covered" | "points" | "reached" | "minutes" | "patrols" | "problems" | "covered_minutes", number>;
};
export type RankPartCode = "days" | "points" | "time" | "gaps" | "found";
export type RankPart = { part: RankPartCode; value: number; wanted: number; points: number; weight: number; query: Asked & { page: "patrols" | "checks" } };
export type RankRow = { code: string; name: string; under: string; score: number; place: number; km: number; patrols: number; parts: RankPart[] };
export type FieldRanking = { by: "worker" | "grid"; month: string; weights: { part: RankPartCode; weight: number; wanted: number | null }[]; items: RankRow[] };
export type PatrolPlan = Schemas["PlanOut"];
export type PatrolPlans = { items: PatrolPlan[]; figures: Record<"plans" | "done" | "behind", number> };
export type Page<T> = { items: T[]; next_cursor: string | null };

export type CallAction = "confirm" | "decline" | "respond" | "arrive" | "conclude" | "rate" | "withdraw";
export type CallState = "asked" | "called" | "handling" | "concluded" | "closed" | "declined" | "withdrawn";
export type CallPart = Schemas["CallPartOut"];
export type CallUp = Omit<Schemas["CallOut"], "state"> & { state: CallState };
export type CallStep = { at: string; received_at: string; action: CallAction | "start" | "late"; actor: string; unit: string; note: string; detail: { stars?: number; which?: string } };
export type CallDetail = Omit<Schemas["CallDetail"], "state" | "actions" | "steps"> & { state: CallState; actions: CallAction[]; steps: CallStep[] };
export type CallPage = Page<CallUp> & { figures: Record<"open" | "asked" | "called" | "handling" | "concluded" | "late", number>; may_call: boolean; direct: boolean };
export type CallStart = { id: string; matter: string; detail: string; number: string; units: number[]; urgency: "normal" | "urgent"; address: string };
export type CallAct = { id: string; action: CallAction; unit_id?: number; units?: number[]; note?: string; stars?: number; solved?: boolean };

export type UsageName = "sms" | "minutes" | "connected" | "normal" | "cost";
export type HandsetMonth = { month: string; sms: number; minutes: number; calls: number; connected: number; connected_rate: number | null; normal: boolean; cost: number; short: UsageName[] };
export type HandsetState = "store" | "used" | "lost" | "repair" | "scrapped";
export type HandsetAction = "hand_over" | "give_back" | "lose" | "find" | "repair" | "repaired" | "scrap" | "plan";
export type HandsetRow = Omit<Schemas["HandsetRow"], "state" | "usage"> & { state: HandsetState; usage: HandsetMonth | null };
export type HandsetDetail = Omit<Schemas["HandsetDetail"], "state" | "usage" | "actions" | "history" | "months"> & {
  state: HandsetState; actions: HandsetAction[]; months: HandsetMonth[];
  history: { at: string; action: HandsetAction; holder: string; by: string; note: string }[];
};
export type HandsetPage = Page<HandsetRow> & { figures: Record<HandsetState | "replace", number>; may: boolean };
export type HandsetUsage = {
  month: string; months: string[]; handsets: number;
  figures: { code: UsageName; value: number | null; wanted: number; unit: string; short: number | null; met: boolean | null; query: Asked }[];
};
export type HandsetSurvey = {
  period: string; periods: string[]; questions: { code: string; name: string }[]; answered: number; satisfied: number; may: boolean;
  areas: { code: string; name: string; answers: Record<string, number> | null; satisfied: boolean | null; note: string; at: string | null; by: string }[];
};

const asked = (query: Record<string, string | number>) => ({ params: { query: query as never } });
const of = <K extends string, V>(key: K, value: V) => ({ params: { path: { [key]: value } as Record<K, V> } });

export const fieldwork = {
  now: () => take(client.GET("/api/v1/fieldwork/now")) as unknown as Sent<PatrolsNow>,
  patrols: (query: Record<string, string | number>) => take(client.GET("/api/v1/fieldwork/patrols", asked(query))) as unknown as Sent<Page<Patrol>>,
  /** Every look is recorded. */
  track: (id: string) => take(client.GET("/api/v1/fieldwork/patrols/{patrol_id}/track", of("patrol_id", id))) as unknown as Sent<Track>,
  checks: (query: Record<string, string | number>) => take(client.GET("/api/v1/fieldwork/checks", asked(query))) as unknown as Sent<Page<PatrolCheck>>,
  coverage: (first: string, last: string) => take(client.GET("/api/v1/fieldwork/coverage", asked({ first, last }))) as unknown as Sent<Coverage>,
  ranking: (by: "worker" | "grid", month: string) => take(client.GET("/api/v1/fieldwork/ranking", asked({ by, month }))) as unknown as Sent<FieldRanking>,
  plans: () => take(client.GET("/api/v1/fieldwork/plans")) as unknown as Sent<PatrolPlans>,
};
export const callups = {
  list: (query: Record<string, string | number>) => take(client.GET("/api/v1/fieldwork/calls", asked(query))) as unknown as Sent<CallPage>,
  get: (id: number) => take(client.GET("/api/v1/fieldwork/calls/{call_id}", of("call_id", String(id)))) as unknown as Sent<CallDetail>,
  start: (body: CallStart) => take(client.POST("/api/v1/fieldwork/calls", { body: body as never })) as unknown as Sent<CallDetail>,
  act: (id: number, body: CallAct) => take(client.POST("/api/v1/fieldwork/calls/{call_id}/act", { ...of("call_id", String(id)), body: body as never })) as unknown as Sent<CallDetail>,
};
export const handsets = {
  list: (query: Record<string, string | number>) => take(client.GET("/api/v1/fieldwork/handsets", asked(query))) as unknown as Sent<HandsetPage>,
  get: (id: number) => take(client.GET("/api/v1/fieldwork/handsets/{handset_id}", of("handset_id", id))) as unknown as Sent<HandsetDetail>,
  act: (id: number, body: { action: HandsetAction; version: number; username?: string; on?: string; note?: string }) =>
    take(client.POST("/api/v1/fieldwork/handsets/{handset_id}/act", { ...of("handset_id", id), body: body as never })) as unknown as Sent<HandsetDetail>,
  usage: (month: string) => take(client.GET("/api/v1/fieldwork/handsets/usage", asked(month ? { month } : {}))) as unknown as Sent<HandsetUsage>,
  survey: (period: string) => take(client.GET("/api/v1/fieldwork/handsets/survey", asked(period ? { period } : {}))) as unknown as Sent<HandsetSurvey>,
  answer: (body: { period: string; area: string; answers: Record<string, number>; note: string }) =>
    take(client.POST("/api/v1/fieldwork/handsets/survey", { body: body as never })) as unknown as Sent<HandsetSurvey>,
};
