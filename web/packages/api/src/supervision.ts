/** Supervision: orders up the ladder, programmes, business-environment cases, quality samples. */
import { client, take } from "./client";
import type { components } from "./schema";

type Schemas = components["schemas"];
type Asked = Record<string, string>;
type Figure = { value: number; query: Asked };
export type OrderState = "waiting" | "replied" | "done" | "escalated" | "withdrawn";
export type OrderAction = "reply" | "accept" | "send_back" | "escalate" | "withdraw" | "withdraw_card";
export type SupervisionOrder = Omit<Schemas["OrderOut"], "query"> & { query: Asked };
export type SupervisionStep = Omit<Schemas["OrderStepOut"], "detail"> & {
  detail: { step?: string; late?: boolean; to?: string; colour?: string; previous?: string };
};
export type OrderPart = Schemas["OrderPartOut"];
export type SupervisionCard = Schemas["CardOut"];
export type SupervisionOrderDetail = Omit<Schemas["OrderDetail"], "query" | "steps" | "actions"> & {
  query: Asked; steps: SupervisionStep[]; actions: OrderAction[];
};
export type OrderPage = { items: SupervisionOrder[]; next_cursor: string | null; figures: Schemas["OrderFigures"]; at: string };
export type LadderStep = Schemas["LadderStep"];
export type OrderIn = Partial<Schemas["OrderIn"]> & { step: string; requirement: string };
export type OrderAct = { action: OrderAction; version?: number; note?: string; part_id?: number; card_id?: number; step?: string };

export type Programme = Omit<Schemas["ProgrammeOut"], "figures" | "orders"> & {
  figures: Record<"cases" | "closed" | "overdue", Figure>; orders: Record<"all" | "done" | "open" | "overdue", number>;
};
export type ProgrammeDetail = Programme & Omit<Schemas["ProgrammeDetail"], keyof Schemas["ProgrammeOut"]>;
export type ProgrammeIn = Partial<Schemas["ProgrammeIn"]> & { name: string; aim: string; starts: string; ends: string };
export type ProgrammeMove = { version: number; state: "running" | "finished" | "stopped"; text?: string };
export type ProgrammeReportIn = { unit_id?: number | null; percent: number; text: string; goals?: Record<string, number> };

export type BusinessUnit = Omit<Schemas["BusinessUnit"], "figures"> & { figures: Record<"open" | "overdue" | "closed" | "on_time", Figure> };
export type BusinessBoard = Omit<Schemas["BusinessBoard"], "figures" | "units"> & { figures: Record<string, Figure>; units: BusinessUnit[] };
export type Cue = Schemas["CueOut"];

export type QualitySample = Omit<Schemas["SampleOut"], "query"> & { query: Asked };
export type QualitySampleDetail = Omit<Schemas["SampleDetail"], "query"> & { query: Asked };
export type SampleItem = Schemas["SampleItemOut"];
export type SampleIn = { name: string; closed_from: string; closed_to: string; size: number; seed?: number; pass_mark?: number };
export type ReviewAnswer = "yes" | "no" | "na";

const path = <K extends string>(key: K, value: number) => ({ params: { path: { [key]: value } as Record<K, number> } });

export const supervision = {
  list: (query: Record<string, string | number>, signal?: AbortSignal) =>
    take(client.GET("/api/v1/supervision/orders", { params: { query: query as never }, signal })) as unknown as Promise<OrderPage>,
  get: (id: number) =>
    take(client.GET("/api/v1/supervision/orders/{order_id}", path("order_id", id))) as unknown as Promise<SupervisionOrderDetail>,
  ladder: () => take(client.GET("/api/v1/supervision/ladder")),
  start: (body: OrderIn) => take(client.POST("/api/v1/supervision/orders", { body: body as never })),
  act: (id: number, body: OrderAct) =>
    take(client.POST("/api/v1/supervision/orders/{order_id}/act", { ...path("order_id", id), body: body as never })) as unknown as Promise<SupervisionOrderDetail>,
  /** The order as PDF; opening it is recorded. */
  printAddress: (id: number) => `/api/v1/supervision/orders/${id}/print`,
};

export const programmes = {
  list: (state: string) =>
    take(client.GET("/api/v1/supervision/programmes", { params: { query: { state: state as never } } })) as unknown as Promise<{ items: Programme[]; may_manage: boolean }>,
  get: (id: number) =>
    take(client.GET("/api/v1/supervision/programmes/{programme_id}", path("programme_id", id))) as unknown as Promise<ProgrammeDetail>,
  make: (body: ProgrammeIn) => take(client.POST("/api/v1/supervision/programmes", { body: body as never })) as unknown as Promise<ProgrammeDetail>,
  change: (id: number, body: ProgrammeIn) =>
    take(client.PUT("/api/v1/supervision/programmes/{programme_id}", { ...path("programme_id", id), body: body as never })) as unknown as Promise<ProgrammeDetail>,
  report: (id: number, body: ProgrammeReportIn) =>
    take(client.POST("/api/v1/supervision/programmes/{programme_id}/reports", { ...path("programme_id", id), body: body as never })) as unknown as Promise<ProgrammeDetail>,
  move: (id: number, body: ProgrammeMove) =>
    take(client.POST("/api/v1/supervision/programmes/{programme_id}/state", { ...path("programme_id", id), body: body as never })) as unknown as Promise<ProgrammeDetail>,
};

export const business = {
  board: (days: string) =>
    take(client.GET("/api/v1/supervision/business", { params: { query: { days: days as never } } })) as unknown as Promise<BusinessBoard>,
  cues: (state: "open" | "all") => take(client.GET("/api/v1/supervision/cues", { params: { query: { state } } })),
  cue: (body: { number?: string; order_id?: number; note: string }) => take(client.POST("/api/v1/supervision/cues", { body: body as never })),
  answer: (id: number, text: string) => take(client.POST("/api/v1/supervision/cues/{cue_id}/answer", { ...path("cue_id", id), body: { text } })),
};

export const samples = {
  list: () => take(client.GET("/api/v1/supervision/samples")) as unknown as Promise<{ items: QualitySample[]; questions: number }>,
  get: (id: number) => take(client.GET("/api/v1/supervision/samples/{sample_id}", path("sample_id", id))) as unknown as Promise<QualitySampleDetail>,
  draw: (body: SampleIn) => take(client.POST("/api/v1/supervision/samples", { body: body as never })),
  review: (id: number, item: number, answers: Record<string, ReviewAnswer>, note: string) =>
    take(
      client.POST("/api/v1/supervision/samples/{sample_id}/items/{item_id}/review", { params: { path: { sample_id: id, item_id: item } }, body: { answers, note } }),
    ) as unknown as Promise<QualitySampleDetail>,
};
