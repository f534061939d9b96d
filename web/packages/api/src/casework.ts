/** What the case page asks for besides the case: related cases, its paper. */
import { client, download, take, type Downloaded } from "./client";
import type { components } from "./schema";

type Schemas = components["schemas"];

export type RelatedGroup = Schemas["RelatedGroup"];
export type Mentionable = Schemas["MentionList"];
export type NoticeGroup = "" | "limits" | "work" | "mention" | "digest";
export interface DigestFigure {
  value: number;
  query: Record<string, unknown>;
  before?: { value: number; query: Record<string, unknown> };
}
export interface DigestLine {
  name: string;
  value: number;
  query: Record<string, unknown>;
}
export type Digest = Omit<Schemas["DigestOut"], "figures" | "worst"> & { figures: Record<string, DigestFigure>; worst: Record<string, DigestLine[]> };

export interface NoticesWanted {
  unread?: boolean;
  group?: NoticeGroup;
  cursor?: string;
  limit?: number;
}

export const casework = {
  related: (number: string, signal?: AbortSignal) =>
    take(client.GET("/api/v1/cases/{number}/related", { params: { path: { number } }, signal })),
  /** Colleagues and units that a note can name. */
  mentionable: (number: string, q: string, signal?: AbortSignal) =>
    take(client.GET("/api/v1/cases/{number}/mentionable", { params: { path: { number }, query: { q } }, signal })),
  /** The case as PDF. */
  print: (number: string, personal: boolean, reason: string, signal?: AbortSignal): Promise<Downloaded> =>
    download(`/api/v1/cases/${encodeURIComponent(number)}/print`, { personal, reason }, () => undefined, signal),
};

export const notices = {
  list: (wanted: NoticesWanted = {}) => take(client.GET("/api/v1/notices", { params: { query: { limit: 50, ...wanted } } })),
  read: (ids: number[]) => take(client.POST("/api/v1/notices/read", { body: { ids } })),
  readAll: (until: string) => take(client.POST("/api/v1/notices/read-all", { body: { until } })),
};

export const digests = {
  list: () => take(client.GET("/api/v1/digests")) as unknown as Promise<Digest[]>,
  get: (key: number) => take(client.GET("/api/v1/digests/{digest_id}", { params: { path: { digest_id: key } } })) as unknown as Promise<Digest>,
};
