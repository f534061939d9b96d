/** Components (部件): the register, its map, and the cases about them. */
import { client, take } from "./client";
import type { components as made } from "./schema";

type Schemas = made["schemas"];
export type ComponentState = "normal" | "damaged" | "missing" | "repair" | "scrapped";
export type StreetComponent = Omit<Schemas["StreetComponentOut"], "state"> & { state: ComponentState };
export type StreetComponentDetail = Omit<Schemas["StreetComponentDetail"], "state"> & { state: ComponentState };
export type ComponentFeature = Schemas["ComponentFeature"];
export type ComponentsOfCase = Schemas["ComponentsOfCase"];
export interface ComponentFilter {
  words?: string;
  kind?: string;
  state?: ComponentState | "";
  area?: string;
}

export const components = {
  list: (filter: ComponentFilter, after = "", limit = 50) =>
    take(client.GET("/api/v1/components", { params: { query: { ...filter, after, limit } } })) as unknown as Promise<{ items: StreetComponent[]; next: string | null }>,
  map: (filter: ComponentFilter, bbox: string, zoom: number, signal?: AbortSignal) =>
    take(client.GET("/api/v1/components/map", { params: { query: { ...filter, bbox, zoom } }, signal })),
  get: (id: number) => take(client.GET("/api/v1/components/{component_id}", { params: { path: { component_id: id } } })) as unknown as Promise<StreetComponentDetail>,
  ofCase: (number: string) => take(client.GET("/api/v1/components/of-case/{number}", { params: { path: { number } } })),
  tie: (number: string, component_id: number, remove = false) => take(client.POST("/api/v1/components/tie", { body: { number, component_id, remove } })),
};
