/** The schematic map: longitude and latitude on a flat sheet, true in shape at the latitude of the district. */
import type { Outline } from "@chengyun/api";

export interface View {
  west: number;
  south: number;
  east: number;
  north: number;
}
export const WIDTH = 600;
export const HEIGHT = 420;

/** The smallest view that holds all outlines, widened to the shape of the sheet. */
export function viewOf(outlines: readonly Outline[]): View | null {
  const boxes = outlines.map((outline) => outline.bbox).filter((box) => box?.length === 4);
  if (!boxes.length) return null;
  return widen({
    west: Math.min(...boxes.map((box) => box[0])), south: Math.min(...boxes.map((box) => box[1])),
    east: Math.max(...boxes.map((box) => box[2])), north: Math.max(...boxes.map((box) => box[3])),
  });
}

/** How many degrees of longitude look as long as one of latitude. */
const stretch = (view: View) => 1 / Math.cos((((view.south + view.north) / 2) * Math.PI) / 180);

export function widen(view: View, margin = 0.04): View {
  const middle = { x: (view.west + view.east) / 2, y: (view.south + view.north) / 2 };
  let height = (view.north - view.south) * (1 + 2 * margin);
  let width = (view.east - view.west) * (1 + 2 * margin);
  const wanted = (WIDTH / HEIGHT) * stretch(view);
  if (width / height < wanted) width = height * wanted;
  else height = width / wanted;
  return { west: middle.x - width / 2, east: middle.x + width / 2, south: middle.y - height / 2, north: middle.y + height / 2 };
}

export function zoomed(view: View, factor: number, at: [number, number]): View {
  return {
    west: at[0] + (view.west - at[0]) * factor, east: at[0] + (view.east - at[0]) * factor,
    south: at[1] + (view.south - at[1]) * factor, north: at[1] + (view.north - at[1]) * factor,
  };
}

export function toSheet(view: View, lng: number, lat: number): [number, number] {
  return [((lng - view.west) / (view.east - view.west)) * WIDTH, ((view.north - lat) / (view.north - view.south)) * HEIGHT];
}
export function toGround(view: View, x: number, y: number): [number, number] {
  return [view.west + (x / WIDTH) * (view.east - view.west), view.north - (y / HEIGHT) * (view.north - view.south)];
}

export function pathOf(view: View, outline: Outline): string {
  const { geometry } = outline;
  const polygons = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
  return polygons
    .flatMap((rings) => rings.map((ring) =>
      ring.map(([lng, lat], position) => {
        const [x, y] = toSheet(view, lng ?? 0, lat ?? 0);
        return `${position ? "L" : "M"}${x.toFixed(1)} ${y.toFixed(1)}`;
      }).join("") + "Z",
    ))
    .join("");
}
