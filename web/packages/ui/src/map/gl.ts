/** MapLibre, loaded with the first map: its worker comes from our own origin, PMTiles only when a file is configured. */
import type { BaseMap } from "./types";
import { addProtocol, Map as GlMap, setWorkerUrl } from "maplibre-gl";
import workerUrl from "maplibre-gl/dist/maplibre-gl-worker.mjs?url";
import "maplibre-gl/dist/maplibre-gl.css";

setWorkerUrl(new URL(workerUrl, location.href).href);
let registered = false;

export { GlMap };

/** What a PMTiles file holds: the names of its vector layers, or none when it is images. Null when there is no file. */
export async function openFile(base: BaseMap): Promise<{ vector: string[] } | null> {
  if (!base.file) return null;
  const { PMTiles, Protocol, TileType } = await import("pmtiles");
  if (!registered) {
    addProtocol("pmtiles", new Protocol().tile as never);
    registered = true;
  }
  const file = new PMTiles(`${location.origin}${base.file}`);
  const { tileType } = await file.getHeader();
  if (tileType !== TileType.Mvt) return { vector: [] };
  const about = (await file.getMetadata()) as { vector_layers?: { id: string }[] };
  return { vector: (about.vector_layers ?? []).map((layer) => layer.id) };
}
