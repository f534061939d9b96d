/** What the case page asks for besides the case: related cases, its paper. */
import { client, download, take, type Downloaded } from "./client";
import type { components } from "./schema";

type Schemas = components["schemas"];

export type RelatedGroup = Schemas["RelatedGroup"];

export const casework = {
  related: (number: string, signal?: AbortSignal) =>
    take(client.GET("/api/v1/cases/{number}/related", { params: { path: { number } }, signal })),
  /** The case as PDF. */
  print: (number: string, personal: boolean, reason: string, signal?: AbortSignal): Promise<Downloaded> =>
    download(`/api/v1/cases/${encodeURIComponent(number)}/print`, { personal, reason }, () => undefined, signal),
};
