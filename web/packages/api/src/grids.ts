/** Grids: the map of a day, plans that change it, outlines from files. */
import { client, take, upload } from "./client";
import type { components } from "./schema";

type Schemas = components["schemas"];
export type GridLevel = "district" | "subdistrict" | "community" | "grid";
export type GridKind = "" | "base" | "special" | "micro";
export interface GridGeometry {
  type: "Polygon" | "MultiPolygon";
  coordinates: number[][][] | number[][][][];
}
export interface GridOutline {
  type: "Feature";
  bbox: [number, number, number, number];
  geometry: GridGeometry;
  properties: { id: number; code: string; name: string; kind: GridKind; parent: string; source: string; valid_from: string | null; valid_to: string | null };
}
export type GridPlanState = "draft" | "submitted" | "approved" | "applied" | "withdrawn";
export type GridPlanHead = Omit<Schemas["GridPlanHead"], "state"> & { state: GridPlanState };
export type GridChange = Omit<Schemas["GridChange"], "what"> & { what: "new" | "changes" | "ends" };
export type GridFault = Omit<Schemas["GridFault"], "geometry"> & { geometry: GridGeometry | null };
export type GridEffect = Schemas["GridEffect"];
export type GridOp = Schemas["GridOperation"]["op"];
export interface GridOperation {
  op: GridOp;
  code?: string;
  codes?: string[];
  into?: string;
  parent?: string;
  name?: string;
  names?: string[];
  kind?: "base" | "special" | "micro";
  managed_by?: string;
  geometry?: GridGeometry;
  line?: [number, number][];
  fit?: boolean;
  neighbours?: boolean;
}
export type KeptOperation = Omit<GridOperation, "op"> & { id: number; op: GridOp | "restore" };
export type GridPlan = Omit<Schemas["GridPlanDetail"], "state" | "operations" | "changes" | "faults" | "outlines" | "may"> & {
  state: GridPlanState;
  operations: KeptOperation[];
  changes: GridChange[];
  faults: GridFault[];
  outlines: { key: string; geometry: GridGeometry; bbox: [number, number, number, number] }[];
  may: ("edit" | "submit" | "approve" | "return" | "withdraw" | "undo")[];
};
export interface GridPlanEdit {
  version: number;
  title?: string;
  note?: string;
  effective_on?: string;
  add?: GridOperation[];
  remove?: number[];
}
export type GridAction = Schemas["GridDecision"]["action"];
export type OutlineFile = Omit<Schemas["OutlineFile"], "rows"> & { rows: (Omit<Schemas["OutlineRow"], "operation"> & { operation: GridOperation | null })[] };

const one = (id: number) => ({ params: { path: { grid_plan_id: id } } });
type Sent<T> = Promise<T>;

export const grids = {
  outlines: (level: GridLevel, at?: string, signal?: AbortSignal) =>
    take(client.GET("/api/v1/places/outlines", { params: { query: { level, at } }, signal })) as unknown as Sent<{ features: GridOutline[] }>,
  topology: (parent = "", at?: string) =>
    take(client.GET("/api/v1/places/topology", { params: { query: { parent, at } } })) as unknown as Sent<GridFault[]>,
  plans: () => take(client.GET("/api/v1/places/plans")) as unknown as Sent<GridPlanHead[]>,
  plan: (id: number) => take(client.GET("/api/v1/places/plans/{grid_plan_id}", one(id))) as unknown as Sent<GridPlan>,
  begin: (body: { title: string; effective_on: string; note: string }) => take(client.POST("/api/v1/places/plans", { body })) as unknown as Sent<GridPlan>,
  edit: (id: number, body: GridPlanEdit) =>
    take(client.POST("/api/v1/places/plans/{grid_plan_id}/edit", { ...one(id), body: body as never })) as unknown as Sent<GridPlan>,
  decide: (id: number, version: number, action: GridAction, note: string) =>
    take(client.POST("/api/v1/places/plans/{grid_plan_id}/decide", { ...one(id), body: { version, action, note } })) as unknown as Sent<GridPlan>,
  readFile: (file: File, crs: string, parent: string) => {
    const form = new FormData();
    form.append("file", file);
    form.append("crs", crs);
    form.append("parent", parent);
    return upload<OutlineFile>("/api/v1/places/read-file", form, () => undefined).done;
  },
};
