/** An area drawn on the map, as it stands in an address: "lng,lat;lng,lat;…", closed by itself (places/rings.py). */
import type { LngLat } from "./crs";

export const MOST_CORNERS = 200;
export type Bounds = [west: number, south: number, east: number, north: number];
export type RingFault = "few" | "many" | "crosses" | "flat";

const short = (value: number) => String(Math.round(value * 1e6) / 1e6);

export function writeRing(points: readonly LngLat[]): string {
  return points.map(([lng, lat]) => `${short(lng)},${short(lat)}`).join(";");
}

/** The corners of a text; none when it is no ring. */
export function readRing(text: string): LngLat[] {
  const points: LngLat[] = [];
  for (const part of text.split(";").filter((piece) => piece.trim())) {
    const [lng, lat, more] = part.split(",").map(Number);
    if (lng === undefined || lat === undefined || more !== undefined || !Number.isFinite(lng) || !Number.isFinite(lat)) return [];
    points.push([lng, lat]);
  }
  const [first, last] = [points[0], points.at(-1)];
  if (points.length > 1 && first && last && first[0] === last[0] && first[1] === last[1]) points.pop();
  return points.length >= 3 ? points : [];
}

export function boxRing(from: LngLat, to: LngLat): LngLat[] {
  const [west, east] = [Math.min(from[0], to[0]), Math.max(from[0], to[0])];
  const [south, north] = [Math.min(from[1], to[1]), Math.max(from[1], to[1])];
  return [[west, south], [east, south], [east, north], [west, north]];
}
export const boundsRing = ([west, south, east, north]: Bounds) => boxRing([west, south], [east, north]);

export function boundsOf(points: readonly LngLat[]): Bounds | null {
  if (!points.length) return null;
  const lngs = points.map((point) => point[0]);
  const lats = points.map((point) => point[1]);
  return [Math.min(...lngs), Math.min(...lats), Math.max(...lngs), Math.max(...lats)];
}

const turn = (a: LngLat, b: LngLat, c: LngLat) => Math.sign((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]));
const crosses = (a: LngLat, b: LngLat, c: LngLat, d: LngLat) => turn(a, b, c) !== turn(a, b, d) && turn(c, d, a) !== turn(c, d, b);

/** Why a drawing is no area yet, or "" when it is one. The server has the last word. */
export function faultOf(points: readonly LngLat[]): RingFault | "" {
  if (points.length < 3) return "few";
  if (points.length > MOST_CORNERS) return "many";
  const edges = points.map((point, at) => [point, points[(at + 1) % points.length] as LngLat] as const);
  for (let i = 0; i < edges.length; i++) {
    for (let j = i + 2; j < edges.length; j++) {
      if (i === 0 && j === edges.length - 1) continue;
      const [one, other] = [edges[i]!, edges[j]!];
      if (crosses(one[0], one[1], other[0], other[1])) return "crosses";
    }
  }
  const area = edges.reduce((sum, [a, b]) => sum + (a[0] - points[0]![0]) * (b[1] - points[0]![1]) - (b[0] - points[0]![0]) * (a[1] - points[0]![1]), 0);
  return Math.abs(area) < 1e-12 ? "flat" : "";
}

export function contains(points: readonly LngLat[], [lng, lat]: LngLat): boolean {
  let inside = false;
  for (let i = 0, j = points.length - 1; i < points.length; j = i++) {
    const [x1, y1] = points[i]!;
    const [x2, y2] = points[j]!;
    if (y1 > lat !== y2 > lat && lng < ((x2 - x1) * (lat - y1)) / (y2 - y1) + x1) inside = !inside;
  }
  return inside;
}
