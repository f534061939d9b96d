import type { GridOperation } from "@chengyun/api";
import { computed, ref, watch, type Ref } from "vue";
import type { LngLat } from "@/lib/crs";
import { asPolygon, cornersOf, type DrawnGrid } from "@/lib/gridMap";

export type GridTool = "" | "draw" | "split" | "merge" | "boundary" | "change" | "retire";
export const GRID_TOOLS = ["draw", "split", "merge", "boundary", "change", "retire"] as const;

/** Which tool is in hand, what was drawn with it, and the operation that it makes. */
export function useGridTools(grids: Ref<readonly DrawnGrid[]>, chosen: Ref<string[]>) {
  const tool = ref<GridTool>("");
  const points = ref<LngLat[]>([]);
  const drawn = ref(false);
  const form = ref({ name: "", names: ["", ""], parent: "", kind: "base" as "base" | "special" | "micro", unit: "", into: "", neighbours: true });
  const one = computed(() => grids.value.find((grid) => grid.key === chosen.value.at(-1)) ?? null);
  /** What the map lets the pointer do. */
  const drawing = computed(() => (drawn.value && tool.value !== "boundary" ? "" : tool.value === "draw" ? "area" : tool.value === "split" && one.value ? "line" : tool.value === "boundary" && points.value.length ? "corners" : ""));
  const cannot = computed(() => tool.value === "boundary" && one.value !== null && cornersOf(one.value.geometry) === null);

  function take(next: GridTool): void {
    tool.value = tool.value === next ? "" : next;
    prepare();
  }
  function prepare(): void {
    points.value = [];
    drawn.value = false;
    const grid = one.value;
    form.value = {
      name: tool.value === "change" ? grid?.name ?? "" : "", names: grid ? [grid.name, ""] : ["", ""], parent: form.value.parent, unit: "", neighbours: true,
      kind: tool.value === "change" && grid?.kind ? grid.kind : "base", into: chosen.value[0] ?? "",
    };
    if (tool.value === "boundary" && grid) points.value = cornersOf(grid.geometry) ?? [];
  }
  watch(() => one.value?.key, () => { if (tool.value && tool.value !== "draw" && tool.value !== "merge") prepare(); });
  watch(chosen, (now) => { if (tool.value === "merge" && !now.includes(form.value.into)) form.value.into = now[0] ?? ""; });

  /** The operation as it stands, or null while something is missing. */
  const operation = computed<GridOperation | null>(() => {
    const { name, names, parent, kind, unit, into, neighbours } = form.value;
    const code = one.value?.key;
    if (tool.value === "draw") return drawn.value && name.trim() && parent ? { op: "draw", parent, name: name.trim(), kind, fit: true, geometry: asPolygon(points.value) } : null;
    if (tool.value === "merge") return chosen.value.length > 1 && into ? { op: "merge", codes: [...chosen.value], into, ...(name.trim() ? { name: name.trim() } : {}) } : null;
    if (!code) return null;
    if (tool.value === "split") return drawn.value ? { op: "split", code, line: points.value, names: names.map((text) => text.trim()) } : null;
    if (tool.value === "boundary") return points.value.length > 2 ? { op: "boundary", code, fit: true, neighbours, geometry: asPolygon(points.value) } : null;
    if (tool.value === "change") return name.trim() ? { op: "change", code, name: name.trim(), ...(kind !== one.value?.kind ? { kind } : {}), ...(unit.trim() ? { managed_by: unit.trim() } : {}) } : null;
    return tool.value === "retire" ? { op: "retire", code } : null;
  });
  return { tool, points, drawn, form, one, drawing, cannot, operation, take, prepare };
}
