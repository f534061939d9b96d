/** Web Mercator for a small map: the globe is 512 · 2^zoom px around, as with MapLibre. Pure. */
export interface View {
  x: number;
  y: number;
  zoom: number;
}
const clamp = (value: number, low: number, high: number): number => Math.max(low, Math.min(high, value));
export const LEAST = 4;
export const MOST = 19;

/** A point of the map on the unit square. */
export function onSquare(lng: number, lat: number): [number, number] {
  const up = Math.sin((clamp(lat, -85, 85) * Math.PI) / 180);
  return [lng / 360 + 0.5, 0.5 - Math.log((1 + up) / (1 - up)) / (4 * Math.PI)];
}
export function offSquare(x: number, y: number): [number, number] {
  return [(x - 0.5) * 360, (Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180) / Math.PI];
}

/** The view that holds all points in a picture of that size. */
export function holding(points: readonly (readonly [number, number])[], width: number, height: number, closest = 17): View | null {
  if (!points.length) return null;
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const [west, east, north, south] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const share = Math.max((east - west) / Math.max(width - 40, 40), (south - north) / Math.max(height - 40, 40), 1e-9);
  return { x: (west + east) / 2, y: (north + south) / 2, zoom: clamp(-Math.log2(share * 512), LEAST, closest) };
}

/** Nearer or farther, with the point under the fingers where it was (offset from the middle in px). */
export function nearer(view: View, steps: number, dx = 0, dy = 0): View {
  const zoom = clamp(view.zoom + steps, LEAST, MOST);
  const [before, after] = [512 * 2 ** view.zoom, 512 * 2 ** zoom];
  return { x: view.x + dx / before - dx / after, y: view.y + dy / before - dy / after, zoom };
}
export function moved(view: View, dx: number, dy: number): View {
  const size = 512 * 2 ** view.zoom;
  return { ...view, x: view.x - dx / size, y: clamp(view.y - dy / size, 0, 1) };
}
