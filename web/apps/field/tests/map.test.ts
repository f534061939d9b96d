import type { CategoryMeta } from "@chengyun/api";
import { holding, moved, nearer, offSquare, onSquare } from "@chengyun/ui/map/view";
import { PhoneMap } from "@chengyun/ui/map";
import { mount } from "@vue/test-utils";
import { describe, expect, it } from "vitest";
import { merged } from "@/lib/proposed";

const category = (id: number, name: string): CategoryMeta => ({ id, name }) as CategoryMeta;

describe("the categories that are proposed", () => {
  const [rail, hole, lamp, waste] = [category(1, "护栏"), category(2, "井盖"), category(3, "路灯"), category(4, "垃圾")] as [CategoryMeta, CategoryMeta, CategoryMeta, CategoryMeta];
  it("are the centre's first, then the phone's own, three in all and none twice", () => {
    expect(merged([3, 99], [rail, lamp, hole, waste], [rail, hole, lamp, waste])).toEqual([lamp, rail, hole]);
  });
  it("are the phone's own when nobody answers", () => {
    expect(merged([], [hole], [rail, hole])).toEqual([hole]);
  });
});

describe("the map under the fingers", () => {
  const view = { x: 0.8175, y: 0.41, zoom: 15 };
  it("knows a point again", () => {
    const [lng, lat] = offSquare(...onSquare(114.3011, 30.6002));
    expect([lng, lat].map((value) => Number(value.toFixed(6)))).toEqual([114.3011, 30.6002]);
  });
  it("keeps what lies under two fingers where it is, and goes with one", () => {
    const [size, near] = [512 * 2 ** 15, nearer(view, 1, 60, -40)];
    expect(near.x + 60 / (size * 2)).toBeCloseTo(view.x + 60 / size, 12);
    expect(near.y - 40 / (size * 2)).toBeCloseTo(view.y - 40 / size, 12);
    expect((moved(view, 32, 0).x - view.x) * size).toBeCloseTo(-32, 5);
  });
  it("holds all that is drawn", () => {
    const seen = holding([onSquare(114.2, 30.5), onSquare(114.4, 30.7)], 358, 420);
    expect(seen?.zoom).toBeGreaterThan(9);
    expect(seen?.zoom).toBeLessThan(11.5);
    expect(holding([], 358, 420)).toBeNull();
  });
});

describe("the map itself", () => {
  const ring = [[114.2, 30.5], [114.4, 30.5], [114.4, 30.7], [114.2, 30.7], [114.2, 30.5]];
  const outlines = [{ id: 1, name: "演示街道", level: "subdistrict", bbox: [114.2, 30.5, 114.4, 30.7], geometry: { type: "Polygon", coordinates: [ring] } }];
  const words = { map: "地图", zoomIn: "放大", zoomOut: "缩小", fit: "看全部" };
  const tap = async (over: { trigger: (name: string, more: object) => Promise<void> }, x: number, y: number) => {
    await over.trigger("pointerdown", { pointerId: 1, clientX: x, clientY: y });
    await over.trigger("pointerup", { pointerId: 1, clientX: x, clientY: y });
  };

  it("sets the pin where it is tapped, in WGS-84, and takes a point under the finger first", async () => {
    const shown = mount(PhoneMap, { props: { outlines, words, setting: true, points: [{ key: "A1", name: "路灯", lng: 114.38, lat: 30.6 }] } });
    await tap(shown.get(".over"), 179, 210);
    const [{ lng, lat }] = shown.emitted("pin")?.[0] as [{ lng: number; lat: number }];
    expect([lng, Math.round(lat * 1000) / 1000]).toEqual([114.3, 30.6]);
    const [x, y] = /translate\(([\d.]+) ([\d.]+)\)/.exec(shown.get(".point").attributes("transform") ?? "")?.slice(1).map(Number) as [number, number];
    await tap(shown.get(".over"), x + 10, y + 10);
    expect(shown.emitted("pick")).toEqual([["A1"]]);
    expect(shown.emitted("pin")).toHaveLength(1);
    expect(shown.text()).toContain("演示街道");
    shown.unmount();
  });
});
