import type { MapFeature, Outline } from "@chengyun/api";
import type { LngLat } from "@/lib/crs";
import type { Bounds } from "@/lib/drawn";

/** Where the map looks. `zoom` as of MapLibre: the globe is 512 · 2^zoom px around. */
export interface MapView {
  centre: LngLat;
  zoom: number;
}
export interface Seen extends MapView {
  bounds: Bounds;
}
/** What both drawings of the map (WebGL and plain SVG) can be asked. Coordinates are WGS-84, positions are px. */
export interface MapHandle {
  project: (lng: number, lat: number) => [x: number, y: number];
  unproject: (x: number, y: number) => LngLat;
  fit: (bounds: Bounds) => void;
  go: (view: MapView) => void;
  zoomBy: (steps: number) => void;
  panBy: (x: number, y: number) => void;
}
export interface MapDrawing {
  streets: Outline[];
  communities: Outline[];
  features: MapFeature[];
  layer: "clusters" | "heat";
}
export type Picked = { feature: MapFeature; x: number; y: number };
