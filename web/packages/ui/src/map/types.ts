/** What lies under a map, as the settings say (places/basemap.py). */
export interface BaseMap {
  tiles: string[];
  file: string | null;
  crs: string;
  zoom: number;
  attribution: string;
}
export interface PhoneOutline {
  id: number;
  name: string;
  level: string;
  bbox: number[];
  geometry: { type: string; coordinates: unknown };
}
export interface PhonePoint {
  key: string;
  name: string;
  lng: number;
  lat: number;
}
