/** WGS-84 and GCJ-02, as places/coordinates.py does it: base maps of Chinese providers are shifted by up to 600 m. */
export type LngLat = [lng: number, lat: number];
export type Crs = "wgs84" | "gcj02";

const AXIS = 6378245;
const ECCENTRICITY2 = 0.00669342162296594323;
const inChina = (lng: number, lat: number) => lng >= 72.004 && lng <= 137.8347 && lat >= 0.8293 && lat <= 55.8271;

function offset(lng: number, lat: number): LngLat {
  const { sin, cos, sqrt, abs, PI } = Math;
  const x = lng - 105;
  const y = lat - 35;
  const wave = ((20 * sin(6 * x * PI) + 20 * sin(2 * x * PI)) * 2) / 3;
  let north = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * sqrt(abs(x)) + wave;
  north += ((20 * sin(y * PI) + 40 * sin((y / 3) * PI)) * 2) / 3;
  north += ((160 * sin((y / 12) * PI) + 320 * sin((y * PI) / 30)) * 2) / 3;
  let east = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * sqrt(abs(x)) + wave;
  east += ((20 * sin(x * PI) + 40 * sin((x / 3) * PI)) * 2) / 3;
  east += ((150 * sin((x / 12) * PI) + 300 * sin((x / 30) * PI)) * 2) / 3;
  const radians = (lat * PI) / 180;
  const magic = 1 - ECCENTRICITY2 * sin(radians) ** 2;
  const meridian = (AXIS * (1 - ECCENTRICITY2)) / (magic * sqrt(magic));
  const parallel = (AXIS / sqrt(magic)) * cos(radians);
  return [((east / parallel) * 180) / PI, ((north / meridian) * 180) / PI];
}

/** A point of the ground on a map of that system. */
export function toMap(lng: number, lat: number, crs: Crs): LngLat {
  if (crs === "wgs84" || !inChina(lng, lat)) return [lng, lat];
  const [east, north] = offset(lng, lat);
  return [lng + east, lat + north];
}

/** The ground under a point of a map of that system. */
export function toGround(lng: number, lat: number, crs: Crs): LngLat {
  if (crs === "wgs84" || !inChina(lng, lat)) return [lng, lat];
  let [x, y] = [lng, lat];
  for (let round = 0; round < 10; round++) {
    const [east, north] = offset(x, y);
    const done = Math.abs(lng - east - x) < 1e-9 && Math.abs(lat - north - y) < 1e-9;
    [x, y] = [lng - east, lat - north];
    if (done) break;
  }
  return [x, y];
}
