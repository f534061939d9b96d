/** What repeats: cases that may be one matter, two of them side by side, joining and undoing it. */
import { client, take } from "./client";
import type { components } from "./schema";

type Schemas = components["schemas"];

export type Comparison = Schemas["Comparison"];
export type CompareSide = Schemas["Side"];
export type LikelyCase = Schemas["LikelyCase"];

const two = (number: string, other: string) => ({ params: { path: { number, other } } });

export const repeats = {
  likely: (number: string, signal?: AbortSignal) =>
    take(client.GET("/api/v1/cases/{number}/likely", { params: { path: { number } }, signal })),
  compare: (number: string, other: string, signal?: AbortSignal) =>
    take(client.GET("/api/v1/cases/{number}/compare/{other}", { ...two(number, other), signal })),
  different: (number: string, other: string) => take(client.PUT("/api/v1/cases/{number}/different/{other}", two(number, other))),
  perhapsSame: (number: string, other: string) => take(client.DELETE("/api/v1/cases/{number}/different/{other}", two(number, other))),
};
