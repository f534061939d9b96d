/** How cases look on the map: a dot with a word for one case, a disc with its count for many. Pure. */
import type { MapFeature } from "@chengyun/api";
import type { LngLat } from "@/lib/crs";
import { boundsRing, contains, type Bounds } from "@/lib/drawn";
import type { MapView } from "./types";

export type MarkTone = "danger" | "warning" | "supervised" | "progress" | "done";
export const markTones: MarkTone[] = ["danger", "warning", "supervised", "progress", "done"];

/** The worst that can be said of the cases of a feature. */
export function toneOfFeature(feature: MapFeature): MarkTone {
  if (feature.overdue) return "danger";
  if (feature.supervised) return "supervised";
  if (feature.due_soon) return "warning";
  return feature.open ? "progress" : "done";
}

/** Radius in px: a single case, then tens, hundreds, thousands. */
export function radiusOf(count: number): number {
  if (count <= 1) return 9;
  return count < 10 ? 14 : count < 100 ? 17 : count < 1000 ? 21 : 26;
}

/** "3,456" as it fits on a disc: 3.4k only from ten thousand on. */
export function shortCount(count: number): string {
  return count < 10_000 ? count.toLocaleString("en-US") : `${Math.floor(count / 1000)}k`;
}

const CLOSE = 17;
/** Whether coming closer would take a cluster apart; else its cases are listed. */
export function comesApart(feature: MapFeature, zoom: number): boolean {
  const [west, south, east, north] = feature.bbox ?? [];
  if (zoom >= CLOSE || west === undefined || south === undefined || east === undefined || north === undefined) return false;
  return east - west > 4e-5 || north - south > 4e-5;
}

/** The drawn area around the cases of one feature, for the list of them. */
export function ringOf(feature: MapFeature): LngLat[] {
  const [west = 0, south = 0, east = 0, north = 0] = feature.bbox ?? [];
  return boundsRing([west - 2e-6, south - 2e-6, east + 2e-6, north + 2e-6]);
}

/** The view that holds a box in a picture of that size. */
export function viewOfBounds([west, south, east, north]: Bounds, width: number, height: number, most = 18): MapView {
  const centre: LngLat = [(west + east) / 2, (south + north) / 2];
  const flat = Math.cos((centre[1] * Math.PI) / 180);
  const across = Math.max(1e-9, (east - west) / 360 / (Math.max(width - 48, 40) / 512));
  const up = Math.max(1e-9, (north - south) / flat / 360 / (Math.max(height - 48, 40) / 512));
  return { centre, zoom: Math.max(2, Math.min(most, -Math.log2(Math.max(across, up)))) };
}

interface Shape {
  bbox: number[];
  geometry: { type: string; coordinates: unknown };
}
/** Whether an outline holds a point; holes count as outside. */
export function holds(outline: Shape, at: LngLat): boolean {
  const [west = 0, south = 0, east = 0, north = 0] = outline.bbox;
  if (at[0] < west || at[0] > east || at[1] < south || at[1] > north) return false;
  const polygons = (outline.geometry.type === "Polygon" ? [outline.geometry.coordinates] : outline.geometry.coordinates) as LngLat[][][];
  return polygons.some(([outer, ...holes]) => outer !== undefined && contains(outer, at) && !holes.some((hole) => contains(hole, at)));
}
