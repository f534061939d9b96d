/** The board: figures of a period, each with the query of the list behind it. */
import { client, queryText, take } from "./client";
import type { Coded } from "./types";

export type BoardMeasure = "received" | "received_matters" | "in_hand" | "in_hand_calls" | "closed_matters" | "due_soon" | "overdue" | "closed" | "on_time" | "satisfied" | "rated" | "dissatisfied";
export type Conditions = Record<string, unknown>;
export interface BoardFigure {
  value: number;
  query: Conditions;
  before?: { value: number; query: Conditions };
}
/** One line of a breakdown. Its cases are those of the board's filter, of a measure's query and of `where` together. */
export interface BoardLine extends Coded, Partial<Record<BoardMeasure, number>> {
  where: Conditions;
  /** Has lines of its own, one level below. */
  below?: boolean;
  /** Only what is with this unit, area or category itself. */
  direct?: boolean;
}
export interface BoardColumn {
  from: string;
  to: string;
  received: number;
  closed: number;
}
export type BoardPart = "by_hour" | "by_channel" | "by_unit" | "by_area" | "by_category" | "by_state";
export interface Board extends Record<BoardPart, BoardLine[]> {
  at: string;
  period: string;
  from: string;
  to: string;
  cut: "hour" | "day" | "month";
  compared: { with: string; from: string; to: string } | null;
  filter: Record<string, string>;
  measures: Record<BoardMeasure, Conditions>;
  figures: Record<BoardMeasure, BoardFigure>;
  series: (BoardColumn & { before?: BoardColumn })[];
}
export type PanelMeasure = "received" | "in_hand" | "due_soon" | "overdue" | "closed" | "on_time" | "satisfaction";
export interface BoardPanel {
  panel: string;
  wide: boolean;
  measure: PanelMeasure;
}

export const get = (query: Record<string, string>, signal?: AbortSignal) =>
  take(client.GET("/api/v1/board", { params: { query: query as never }, signal })) as unknown as Promise<Board>;
export const exportUrl = (query: Record<string, string>, panel: string) =>
  `/api/v1/board/export${queryText({ ...query, panel })}`;
export const layout = () => take(client.GET("/api/v1/board/layout")) as unknown as Promise<{ panels: BoardPanel[] }>;
export const keepLayout = (panels: BoardPanel[]) => take(client.PUT("/api/v1/board/layout", { body: { panels } as never }));
export const forgetLayout = () => take(client.DELETE("/api/v1/board/layout"));
