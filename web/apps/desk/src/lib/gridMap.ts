/** The map of grids on the page: what a plan makes of it, faults, editing of corners. Pure. */
import type { GridChange, GridFault, GridGeometry, GridKind, GridOutline, GridPlan } from "@chengyun/api";
import type { LngLat } from "./crs";
import { boundsOf, contains, type Bounds } from "./drawn";

export type GridState = "same" | "new" | "changed";
/** A grid as the page draws it. `key` is its code, or "*…" while a plan has not named it. */
export interface DrawnGrid {
  key: string;
  code: string;
  name: string;
  kind: GridKind;
  parent: string;
  level: string;
  state: GridState;
  geometry: GridGeometry;
  bbox: Bounds;
}

export const polygonsOf = (geometry: GridGeometry): LngLat[][][] =>
  (geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates) as LngLat[][][];

export function boundsOfGeometry(geometry: GridGeometry): Bounds {
  return boundsOf(polygonsOf(geometry).flatMap(([outer]) => outer ?? [])) ?? [0, 0, 0, 0];
}
export function around(all: readonly Bounds[]): Bounds | null {
  if (!all.length) return null;
  return [Math.min(...all.map((b) => b[0])), Math.min(...all.map((b) => b[1])), Math.max(...all.map((b) => b[2])), Math.max(...all.map((b) => b[3]))];
}

const drawn = ({ properties, geometry, bbox }: GridOutline, level: string): DrawnGrid => ({
  key: properties.code, code: properties.code, name: properties.name, kind: properties.kind, parent: properties.parent, level, state: "same", geometry, bbox,
});

/** The grids of a day with what a plan changes; `ended` are those that the plan takes away. */
export function withPlan(outlines: readonly GridOutline[], plan: Pick<GridPlan, "changes" | "outlines" | "state"> | null): { grids: DrawnGrid[]; ended: DrawnGrid[] } {
  const grids = new Map(outlines.map((outline) => [outline.properties.code, drawn(outline, "grid")]));
  const ended: DrawnGrid[] = [];
  if (!plan || plan.state === "applied" || plan.state === "withdrawn") {
    for (const change of plan?.state === "applied" ? plan.changes : []) {
      const grid = grids.get(change.key);
      if (grid) grid.state = change.what === "new" ? "new" : "changed";
    }
    return { grids: [...grids.values()], ended };
  }
  const shapes = new Map(plan.outlines.map((outline) => [outline.key, outline]));
  for (const change of plan.changes) {
    if (change.level !== "grid") continue;
    const before = grids.get(change.key);
    if (before && (change.what === "ends" || change.moved)) ended.push({ ...before, state: "same" });
    grids.delete(change.key);
    const shape = shapes.get(change.key);
    if (change.after && shape) grids.set(change.key, made(change, shape));
  }
  return { grids: [...grids.values()], ended };
}
function made(change: GridChange, { geometry, bbox }: GridPlan["outlines"][number]): DrawnGrid {
  return {
    key: change.key, code: change.code, name: change.after?.name ?? "", kind: (change.after?.kind ?? "") as GridKind, parent: change.after?.parent ?? "",
    level: change.level, state: change.what === "new" ? "new" : "changed", geometry, bbox,
  };
}

export function holdsPoint(grid: { geometry: GridGeometry; bbox: Bounds | number[] }, at: LngLat): boolean {
  const [west = 0, south = 0, east = 0, north = 0] = grid.bbox;
  if (at[0] < west || at[0] > east || at[1] < south || at[1] > north) return false;
  return polygonsOf(grid.geometry).some(([outer, ...holes]) => outer !== undefined && contains(outer, at) && !holes.some((hole) => contains(hole, at)));
}
/** The smallest grid around a point: a micro grid before the grid that it lies in. */
export function gridAt(grids: readonly DrawnGrid[], at: LngLat): DrawnGrid | null {
  const found = grids.filter((grid) => holdsPoint(grid, at));
  const size = ({ bbox }: DrawnGrid) => (bbox[2] - bbox[0]) * (bbox[3] - bbox[1]);
  return found.sort((a, b) => size(a) - size(b))[0] ?? null;
}

/** The corners of a grid of one ring without holes, which is what can be moved by hand; null for others. */
export function cornersOf(geometry: GridGeometry): LngLat[] | null {
  const polygons = polygonsOf(geometry);
  const outer = polygons[0]?.[0];
  if (polygons.length !== 1 || polygons[0]?.length !== 1 || !outer || outer.length > 400) return null;
  return outer.slice(0, -1).map(([x, y]) => [x, y]);
}
export function asPolygon(corners: readonly LngLat[]): GridGeometry {
  const [first] = corners;
  return { type: "Polygon", coordinates: [[...corners, ...(first ? [first] : [])].map(([x, y]) => [round(x), round(y)])] };
}
export const round = (value: number) => Math.round(value * 1e7) / 1e7;

/** Corners that lie on this one in the outlines of neighbours snap: within so many px. */
export function snapped(at: LngLat, others: readonly LngLat[], px: (point: LngLat) => readonly [number, number], reach = 8): LngLat {
  const [x, y] = px(at);
  let best: LngLat | null = null;
  let nearest = reach;
  for (const other of others) {
    const [ox, oy] = px(other);
    const far = Math.hypot(ox - x, oy - y);
    if (far < nearest) [best, nearest] = [other, far];
  }
  return best ?? at;
}

export function faultBounds(fault: GridFault, grids: readonly DrawnGrid[]): Bounds | null {
  if (fault.geometry) return boundsOfGeometry(fault.geometry);
  const codes = new Set(fault.areas.map((area) => area.code));
  return around(grids.filter((grid) => codes.has(grid.code) || codes.has(grid.key)).map((grid) => grid.bbox));
}

/** "1,234 m²", or "1.23 km²" from a square kilometre on. */
export function areaText(squareMetres: number): string {
  if (squareMetres >= 1e6) return `${(squareMetres / 1e6).toFixed(2)} km²`;
  return `${Math.round(squareMetres).toLocaleString("en-US")} m²`;
}

/** Subdistrict → community → grids (→ micro grids), by code. */
export interface TreeNode {
  code: string;
  name: string;
  level: string;
  kind: GridKind;
  bbox: Bounds | null;
  state: GridState;
  children: TreeNode[];
}
export function treeOf(streets: readonly GridOutline[], communities: readonly GridOutline[], grids: readonly DrawnGrid[]): TreeNode[] {
  const nodes = new Map<string, TreeNode>();
  const rows = [...streets.map((o) => drawn(o, "subdistrict")), ...communities.map((o) => drawn(o, "community")), ...grids];
  for (const row of rows) nodes.set(row.key, { code: row.key, name: row.name, level: row.level, kind: row.kind, bbox: row.bbox, state: row.state, children: [] });
  const roots: TreeNode[] = [];
  for (const row of rows) {
    const node = nodes.get(row.key);
    const above = nodes.get(row.parent);
    if (node) (above && above !== node ? above.children : roots).push(node);
  }
  return roots;
}
