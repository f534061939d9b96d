/** Who should handle a case: proposals, the model that learns, acting alone, how often the first dispatch was right. */
import { client, take } from "./client";
import type { components } from "./schema";

type Schemas = components["schemas"];
/** A figure with the query of the list behind it. */
export interface OpenFigure {
  value: number;
  query: Record<string, string>;
}
export type Proposal = Schemas["ProposalOut"];
export type ProposedUnit = Schemas["ProposedUnit"];
export type ProposalReason = Schemas["ReasonOut"];
export type SuggestAsk = Partial<Schemas["SuggestIn"]>;
export type DispatchHint = Schemas["HintOut"];
type Figures<T, K extends keyof T> = Omit<T, K> & Record<K, OpenFigure>;
export type CardRow = Figures<Schemas["CardRow"], "asked" | "right" | "wrong">;
export type ModelCard = Omit<Figures<Schemas["Card"], "asked" | "right" | "wrong">, "by_category"> & { by_category: CardRow[] };
export type ModelVersion = Omit<Schemas["VersionOut"], "card"> & { card: ModelCard | null };
export type ModelVersions = Omit<Schemas["VersionsOut"], "versions"> & { versions: ModelVersion[] };
export type ActingRow = Figures<Schemas["ActingRow"], "sure" | "right" | "wrong" | "alone">;
export type ActingAlone = Omit<Schemas["ActingOut"], "rows"> & { rows: ActingRow[] };
export type DispatchMeasure = "all" | "wrong" | "proposed" | "accepted" | "corrected" | "alone" | "alone_wrong";
export type DispatchRow = Record<DispatchMeasure, OpenFigure>;
export interface DispatchFigures {
  since: string;
  until: string;
  months: (DispatchRow & { month: string })[];
  categories: (DispatchRow & { id: number; name: string })[];
  units: (DispatchRow & { id: number; name: string })[];
}

export const proposal = (number: string, signal?: AbortSignal): Promise<Proposal> =>
  take(client.GET("/api/v1/cases/{number}/proposal", { params: { path: { number } }, signal }));
export const suggest = (asked: SuggestAsk, signal?: AbortSignal): Promise<Proposal> =>
  take(client.POST("/api/v1/dispatching/suggest", { body: asked as never, signal }));
export const hints = (numbers: string[], signal?: AbortSignal): Promise<DispatchHint[]> =>
  take(client.GET("/api/v1/dispatching/hints", { params: { query: { numbers: numbers.join(",") } }, signal }));

export const models = () => take(client.GET("/api/v1/dispatching/models")) as unknown as Promise<ModelVersions>;
export const train = () => take(client.POST("/api/v1/dispatching/models/train")) as unknown as Promise<ModelVersions>;
export const promote = (version: number) =>
  take(client.POST("/api/v1/dispatching/models/{version_id}/promote", { params: { path: { version_id: version } } })) as unknown as Promise<ModelVersions>;
export const acting = () => take(client.GET("/api/v1/dispatching/acting")) as unknown as Promise<ActingAlone>;
export const switchActing = (category: number, active: boolean) =>
  take(client.PUT("/api/v1/dispatching/acting/{category_id}", { params: { path: { category_id: category } }, body: { active } })) as unknown as Promise<ActingAlone>;
export const figures = (query: { months?: number; month?: string }) =>
  take(client.GET("/api/v1/dispatching/figures", { params: { query } })) as unknown as Promise<DispatchFigures>;
