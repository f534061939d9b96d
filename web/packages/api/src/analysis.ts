/** The analysis of a period, part by part; every figure carries the conditions of its list. */
import { client, queryText, take } from "./client";
import type { Conditions } from "./board";

export type AnalysisPart = "words" | "trend" | "matrix" | "calendar" | "hexagons";
interface Head {
  part: AnalysisPart;
  at: string;
  from: string;
  to: string;
  compared: { from: string; to: string } | null;
  filter: Conditions;
  measure: Conditions;
  measure_before: Conditions | null;
}
export interface CloudWord {
  word: string;
  cases: number;
  before: number | null;
  where: Conditions;
}
export interface AnalysisLine {
  code: string;
  name: string;
  below: boolean;
  direct: boolean;
  total: number;
  where: Conditions;
}
export interface TrendLine extends AnalysisLine {
  before: number | null;
  values: number[];
}
export interface Hexagon {
  q: number;
  r: number;
  cases: number;
  corners: [number, number][];
  where: Conditions;
}
export interface AnalysisParts {
  words: Head & { words: CloudWord[]; cases: number; cases_before: number | null; since: string | null; span: Conditions };
  trend: Head & { cut: "hour" | "day" | "month"; columns: { from: string; to: string }[]; lines: TrendLine[]; others: number };
  matrix: Head & { rows: AnalysisLine[]; columns: AnalysisLine[]; cells: number[][] };
  calendar: Head & { year: number; span: Conditions; days: { day: string; cases: number }[]; total: number };
  hexagons: Head & { size: number | null; cells: Hexagon[]; placed: number; unplaced: number; bbox: [number, number, number, number] | null };
}

export const analysis = {
  get: <P extends AnalysisPart>(part: P, query: Record<string, string>, signal?: AbortSignal) =>
    take(client.GET("/api/v1/insight/analysis", { params: { query: { ...query, part } as never }, signal })) as unknown as Promise<AnalysisParts[P]>,
  exportUrl: (part: AnalysisPart, query: Record<string, string>) => `/api/v1/insight/analysis/export${queryText({ ...query, part })}`,
};
