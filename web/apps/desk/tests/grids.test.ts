import { describe, expect, it } from "vitest";
import type { GridOutline, GridPlan } from "@chengyun/api";
import { asPolygon, cornersOf, gridAt, snapped, treeOf, withPlan, type DrawnGrid } from "@/lib/gridMap";

const square = (west: number, size = 1) => asPolygon([[west, 0], [west + size, 0], [west + size, size], [west, size]]);
const outline = (code: string, west: number, parent = "C"): GridOutline => ({
  type: "Feature", bbox: [west, 0, west + 1, 1], geometry: square(west),
  properties: { id: 1, code, name: `网格${code}`, kind: "base", parent, source: "", valid_from: null, valid_to: null },
});
const side = (name: string) => ({ name, kind: "base", parent: "C", parent_name: "", managed_by: "", square_metres: 9 });

describe("the map of grids", () => {
  it("shows what a plan makes of it: new, changed, and the former borders", () => {
    const plan = {
      state: "draft",
      changes: [
        { key: "A", code: "A", what: "changes", level: "grid", before: side("甲"), after: side("甲"), moved: true, goes_to: [] },
        { key: "*1.1", code: "A9", what: "new", level: "grid", before: null, after: side("新"), moved: false, goes_to: [] },
        { key: "B", code: "B", what: "ends", level: "grid", before: side("乙"), after: null, moved: false, goes_to: ["A"] },
      ],
      outlines: [{ key: "A", geometry: square(0, 0.5), bbox: [0, 0, 0.5, 0.5] }, { key: "*1.1", geometry: square(0.5), bbox: [0.5, 0, 1.5, 1] }],
    } as unknown as GridPlan;
    const { grids, ended } = withPlan([outline("A", 0), outline("B", 1), outline("C", 2)], plan);
    expect(grids.map((grid) => [grid.key, grid.state])).toEqual([["C", "same"], ["A", "changed"], ["*1.1", "new"]]);
    expect(ended.map((grid) => grid.key)).toEqual(["A", "B"]);
  });
  it("finds the smallest grid around a point, so that a micro grid can be chosen", () => {
    const { grids } = withPlan([outline("A", 0)], null);
    const micro: DrawnGrid = { ...grids[0]!, key: "A01", kind: "micro", geometry: square(0.2, 0.2), bbox: [0.2, 0, 0.4, 0.2] };
    expect(gridAt([...grids, micro], [0.3, 0.1])?.key).toBe("A01");
    expect(gridAt([...grids, micro], [0.8, 0.8])?.key).toBe("A");
    expect(gridAt(grids, [5, 5])).toBeNull();
  });
  it("lets corners be moved of one ring only, and snaps to a neighbour's corner", () => {
    expect(cornersOf(square(0))).toHaveLength(4);
    expect(cornersOf({ type: "MultiPolygon", coordinates: [square(0).coordinates, square(3).coordinates] as number[][][][] })).toBeNull();
    const px = ([x, y]: [number, number]) => [x * 100, y * 100] as const;
    expect(snapped([0.97, 0.02], [[1, 0]], px)).toEqual([1, 0]);
    expect(snapped([0.8, 0.2], [[1, 0]], px)).toEqual([0.8, 0.2]);
  });
  it("is a tree of subdistricts, communities and grids", () => {
    const [street] = treeOf([outline("S", 0, "")], [outline("C", 0, "S")], withPlan([outline("A", 0), outline("B", 1)], null).grids);
    expect(street?.children[0]?.children.map((node) => node.code)).toEqual(["A", "B"]);
  });
});
