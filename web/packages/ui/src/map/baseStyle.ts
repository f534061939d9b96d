/** What lies under the cases: outlines drawn by us, and tiles of the district's own when the settings name some. */
import type { BaseMap } from "./types";
import type { LayerSpecification, SourceSpecification, StyleSpecification } from "maplibre-gl";

const token = (name: string) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
export const fonts = () => token("--font").split(",").map((name) => name.trim().replaceAll('"', ""));

/** Outlines and names; over tiles only the lines. Colours are those of the page, so it is made anew with the theme. */
export function outlineLayers(tiles: boolean): LayerSpecification[] {
  const names = (source: string, size: number, zooms: { minzoom?: number; maxzoom?: number }, overlap: "always" | "never" = "never"): LayerSpecification => ({
    id: `${source}-names`, type: "symbol", source: `${source}-names`, ...zooms,
    layout: { "text-field": ["get", "name"], "text-font": fonts(), "text-size": size, "text-max-width": 8, "text-padding": 2,
      "text-variable-anchor-offset": ["center", [0, 0], "bottom", [0, -1.6], "top", [0, 1.6], "bottom", [0, -3], "top", [0, 3]],
      "text-overlap": overlap,
    },
    paint: { "text-color": token("--text-2"), "text-halo-color": token("--surface"), "text-halo-width": 1.5 },
  });
  return [
    ...(tiles ? [] : [{ id: "streets-fill", type: "fill", source: "streets", paint: { "fill-color": token("--surface") } } as LayerSpecification]),
    {
      id: "communities-line", type: "line", source: "communities", minzoom: 11,
      paint: { "line-color": token("--line-strong"), "line-width": 0.8, "line-dasharray": [3, 2] },
    },
    { id: "streets-line", type: "line", source: "streets", paint: { "line-color": token(tiles ? "--primary" : "--text-3"), "line-width": 1.4 } },
    ...(tiles ? [] : [names("streets", 14, { maxzoom: 13.5 }, "always"), names("communities", 12, { minzoom: 13.5 })]),
  ];
}

/** Names that the usual vector tiles (OpenMapTiles, Protomaps) have for what we draw of them. */
const WATER = ["water", "ocean", "waterway"];
const GREEN = ["landcover", "park", "natural"];
const ROADS = ["transportation", "roads"];
const HOUSES = ["building", "buildings"];
const NAMES = ["transportation_name", "roads", "place", "places", "poi", "pois"];

export function vectorLayers(present: readonly string[]): LayerSpecification[] {
  const of = (names: string[], make: (layer: string) => LayerSpecification) => names.filter((name) => present.includes(name)).map(make);
  const base = { source: "base" };
  const name: ["coalesce", ...["get", string][]] = ["coalesce", ["get", "name:zh"], ["get", "name:zh-Hans"], ["get", "name"]];
  return [
    ...of(GREEN, (layer) => ({ ...base, id: `base-${layer}`, type: "fill", "source-layer": layer, paint: { "fill-color": token("--state-done-bg"), "fill-opacity": 0.5 } })),
    ...of(WATER, (layer) => ({ ...base, id: `base-${layer}`, type: "fill", "source-layer": layer, paint: { "fill-color": token("--state-progress-bg") } })),
    ...of(HOUSES, (layer) => ({ ...base, id: `base-${layer}`, type: "fill", "source-layer": layer, minzoom: 14, paint: { "fill-color": token("--surface-3") } })),
    ...of(ROADS, (layer) => ({
      ...base, id: `base-${layer}`, type: "line", "source-layer": layer,
      paint: { "line-color": token("--line-strong"), "line-width": ["interpolate", ["linear"], ["zoom"], 10, 0.4, 18, 6] },
    })),
    ...of(NAMES, (layer) => ({
      ...base, id: `base-names-${layer}`, type: "symbol", "source-layer": layer, minzoom: 12,
      layout: { "text-field": name, "text-font": fonts(), "text-size": 12, "text-max-width": 8 },
      paint: { "text-color": token("--text-3"), "text-halo-color": token("--surface"), "text-halo-width": 1 },
    })),
  ] as LayerSpecification[];
}

const nothing = { type: "FeatureCollection", features: [] } as const;

/** The whole style below the cases. `file` is what is inside a PMTiles file: images, or the names of vector layers. */
export function styleOf(base: BaseMap, file: { vector: string[] } | null): StyleSpecification {
  const attribution = base.attribution || undefined;
  const sources: Record<string, SourceSpecification> = {};
  const layers: LayerSpecification[] = [{ id: "ground", type: "background", paint: { "background-color": token("--surface-2") } }];
  const scheme = { maxzoom: base.zoom, ...(attribution ? { attribution } : {}) };
  if (file?.vector.length) {
    sources.base = { type: "vector", url: `pmtiles://${location.origin}${base.file}`, ...(attribution ? { attribution } : {}) };
    layers.push(...vectorLayers(file.vector));
  } else if (file) {
    sources.base = { type: "raster", url: `pmtiles://${location.origin}${base.file}`, tileSize: 256, ...(attribution ? { attribution } : {}) };
    layers.push({ id: "base", type: "raster", source: "base" });
  }
  base.tiles.forEach((template, at) => {
    sources[`tiles-${at}`] = { type: "raster", tiles: [template], tileSize: 256, ...scheme };
    layers.push({ id: `tiles-${at}`, type: "raster", source: `tiles-${at}` });
  });
  for (const name of ["streets", "communities", "streets-names", "communities-names"]) sources[name] = { type: "geojson", data: nothing };
  return { version: 8, sources, layers: [...layers, ...outlineLayers(base.tiles.length > 0 || (file !== null && !file.vector.length))] };
}
