/** The map: what is drawn becomes a filter, coordinates agree with the server, and without WebGL nothing is lost. */
import type { MapFeature } from "@chengyun/api";
import { flushPromises } from "@vue/test-utils";
import { beforeEach, describe, expect, it, vi } from "vitest";
import CaseMap from "@/components/map/CaseMap.vue";
import { vectorLayers } from "@/components/map/baseStyle";
import { comesApart, holds, radiusOf, ringOf, shortCount, toneOfFeature, viewOfBounds } from "@/components/map/marks";
import { handleKey } from "@/composables/keys";
import { toGround, toMap, type LngLat } from "@/lib/crs";
import { boundsOf, boxRing, contains, faultOf, readRing, writeRing } from "@/lib/drawn";
import { listQuery, parseList } from "@/lib/filter";
import ListPage from "@/pages/ListPage.vue";
import { aRow, serve, show } from "./support";

const square: LngLat[] = [[114.2, 30.5], [114.3, 30.5], [114.3, 30.6], [114.2, 30.6]];
const feature = (change: Partial<MapFeature> = {}): MapFeature => ({
  lng: 114.25, lat: 30.55, count: 1, bbox: [114.25, 30.55, 114.25, 30.55], open: 1, due_soon: 0, overdue: 0, supervised: 0, case: null, ...change,
}) as MapFeature;

describe("a drawn area", () => {
  it("is the same after it was written into the address and read again", () => {
    expect(readRing(writeRing(square))).toEqual(square);
    expect(readRing(`${writeRing(square)};114.2,30.5`)).toEqual(square);
  });
  it("survives the address of the list, and so back, reload and a saved view", () => {
    const state = { filters: { within: writeRing(square), due: "overdue" }, sort: "next_due_at", open: "" };
    expect(parseList(listQuery(state, "-received_at"), "-received_at")).toEqual(state);
  });
  it.each(["", "114.2,30.5", "114.2,30.5;114.3,30.5", "a,b;c,d;e,f", "1,2,3;4,5,6;7,8,9"])("is none when the text is %j", (text) => {
    expect(readRing(text)).toEqual([]);
  });
  it("says what is wrong before it is sent", () => {
    expect(faultOf(square.slice(0, 2))).toBe("few");
    expect(faultOf([[114.2, 30.5], [114.3, 30.6], [114.3, 30.5], [114.2, 30.6]])).toBe("crosses");
    expect(faultOf([[114.2, 30.5], [114.3, 30.5], [114.4, 30.5]])).toBe("flat");
    expect(faultOf(Array.from({ length: 201 }, (_, at): LngLat => [114 + Math.cos(at / 32), 30 + Math.sin(at / 32)]))).toBe("many");
    expect(faultOf(square)).toBe("");
  });
  it("made of two corners is a rectangle, whichever corner comes first", () => {
    expect(boundsOf(boxRing([114.3, 30.6], [114.2, 30.5]))).toEqual([114.2, 30.5, 114.3, 30.6]);
    expect(contains(boxRing([114.3, 30.6], [114.2, 30.5]), [114.25, 30.55])).toBe(true);
    expect(contains(square, [114.35, 30.55])).toBe(false);
  });
});

describe("coordinates", () => {
  it("of a GCJ-02 base map agree with the server's to a centimetre", () => {
    const [lng, lat] = toMap(114.3, 30.55, "gcj02"); // places.coordinates.wgs84_to_gcj02(114.3, 30.55)
    expect(lng).toBeCloseTo(114.3054339242, 7);
    expect(lat).toBeCloseTo(30.5475657260, 7);
  });
  it("come back from the map to where they were", () => {
    for (const at of [[114.3, 30.55], [73.6, 39.5], [131.2, 47.1]] as LngLat[]) {
      const [lng, lat] = toGround(...toMap(...at, "gcj02"), "gcj02");
      expect(Math.abs(lng - at[0]) + Math.abs(lat - at[1])).toBeLessThan(1e-7);
    }
  });
  it("stay as they are on a WGS-84 map, and outside of China", () => {
    expect(toMap(114.3, 30.55, "wgs84")).toEqual([114.3, 30.55]);
    expect(toMap(2.35, 48.85, "gcj02")).toEqual([2.35, 48.85]);
  });
});

describe("marks", () => {
  it("tell the worst of their cases", () => {
    expect(toneOfFeature(feature({ overdue: 1, supervised: 1 }))).toBe("danger");
    expect(toneOfFeature(feature({ supervised: 1, due_soon: 1 }))).toBe("supervised");
    expect(toneOfFeature(feature({ due_soon: 1 }))).toBe("warning");
    expect(toneOfFeature(feature({ open: 0 }))).toBe("done");
    expect(toneOfFeature(feature())).toBe("progress");
  });
  it("grow with the number of cases, and the number stays short", () => {
    expect([1, 5, 50, 500, 5000].map(radiusOf)).toEqual([9, 14, 17, 21, 26]);
    expect([999, 9_999, 12_345].map(shortCount)).toEqual(["999", "9,999", "12k"]);
  });
  it("come apart when coming closer, unless the cases lie on one spot or the map is as close as it gets", () => {
    const wide = feature({ count: 9, bbox: [114.2, 30.5, 114.3, 30.6] });
    expect(comesApart(wide, 12)).toBe(true);
    expect(comesApart(wide, 17)).toBe(false);
    expect(comesApart(feature({ count: 9 }), 12)).toBe(false);
    expect(contains(ringOf(feature()), [114.25, 30.55])).toBe(true);
  });
  it("are seen whole in the view of their box", () => {
    const view = viewOfBounds([114.2, 30.5, 114.3, 30.6], 500, 400);
    const pixels = (0.1 * 512 * 2 ** view.zoom) / 360;
    expect(pixels).toBeLessThanOrEqual(452.01);
    expect(pixels / Math.cos((30.55 * Math.PI) / 180)).toBeLessThanOrEqual(352.01);
    expect(viewOfBounds([114.2, 30.5, 114.2, 30.5], 500, 400).zoom).toBe(18);
  });
  it("lie in an outline but not in its holes", () => {
    const ring = (a: number, b: number): LngLat[] => boxRing([a, a], [b, b]);
    const outline = { bbox: [0, 0, 9, 9], geometry: { type: "Polygon", coordinates: [ring(0, 9), ring(4, 5)] } };
    expect([[1, 1], [4.5, 4.5], [10, 1]].map((at) => holds(outline, at as LngLat))).toEqual([true, false, false]);
  });
});

it("a vector base map is drawn by the layers that it has, whoever made it", () => {
  expect(vectorLayers(["water", "transportation", "place"]).map((layer) => layer.id)).toEqual(["base-water", "base-transportation", "base-names-place"]);
  expect(vectorLayers(["roads", "buildings"]).map((layer) => layer.id)).toEqual(["base-buildings", "base-roads", "base-names-roads"]);
});

it("Enter presses the button that has the focus, whatever Enter does on the page", () => {
  const opened = vi.fn();
  const enter = (target: HTMLElement) => {
    const event = new KeyboardEvent("keydown", { key: "Enter", cancelable: true });
    Object.defineProperty(event, "target", { value: target });
    handleKey(event, { Enter: opened });
    return event.defaultPrevented;
  };
  expect(enter(document.createElement("button"))).toBe(false);
  expect(opened).not.toHaveBeenCalled();
  expect(enter(document.createElement("div"))).toBe(true);
  expect(opened).toHaveBeenCalledOnce();
});

describe("the map beside the list, without WebGL", () => {
  const outline = { properties: { id: 1, code: "1", name: "示例街道" }, bbox: [114.2, 30.5, 114.3, 30.6], geometry: { type: "Polygon", coordinates: [[...square, square[0]]] } };
  const answer = {
    layer: "clusters", total: 4, bbox: [114.21, 30.51, 114.26, 30.56], unplaced: 2, unplaced_capped: false,
    features: [
      feature({ case: { number: "TS-20261121-000001", title: "示例路路灯不亮", state: "handling", state_name: "办理中", tone: "progress" } as MapFeature["case"], overdue: 1 }),
      feature({ lng: 114.22, lat: 30.52, count: 3, bbox: [114.22, 30.52, 114.22, 30.52], open: 3 }),
    ],
  };
  let asked: ReturnType<typeof serve>;
  beforeEach(() => {
    localStorage.clear();
    vi.stubGlobal("ResizeObserver", class { observe() {} unobserve() {} disconnect() {} });
    asked = serve({
      "GET /cases/map": () => ({ body: answer }), "GET /places/outlines": () => ({ body: { features: [outline] } }),
      "GET /places/basemap": () => ({ body: { tiles: [], file: null, crs: "wgs84", zoom: 18, attribution: "", missing: false } }),
      "GET /cases": () => ({ body: { items: [aRow()], next_cursor: null } }),
    });
  });
  async function shown(query: Record<string, string> = {}) {
    const wrapper = await show(CaseMap, { query });
    for (let at = 0; at < 4; at++) {
      await flushPromises();
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    return wrapper;
  }

  async function listPage(path: string) {
    const wrapper = await show(ListPage, {}, { path });
    await import("@/components/map/CaseMap.vue");
    for (let at = 0; at < 6; at++) {
      await flushPromises();
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
    return { wrapper, router: wrapper.vm.$router };
  }

  it("shows the same cases as plain SVG and says so", async () => {
    const wrapper = await shown({ due: "overdue" });
    expect(wrapper.findAll(".mark")).toHaveLength(2);
    expect(wrapper.text()).toContain("浏览器不能用三维绘图");
    expect(wrapper.text()).toContain("图上 4 件");
    expect(wrapper.get("footer a").attributes("href")).toContain("placed=false");
    const map = asked.find((seen) => seen.path === "/cases/map");
    expect(map?.query.get("due")).toBe("overdue");
    expect(map?.query.get("bbox")?.split(",")).toHaveLength(4);
  });
  it("opens a single case, and lists those that lie on one spot", async () => {
    const wrapper = await shown();
    await wrapper.findAll(".mark")[0]!.trigger("click");
    expect(wrapper.emitted("open")).toEqual([["TS-20261121-000001"]]);
    await wrapper.findAll(".mark")[1]!.trigger("click");
    await flushPromises();
    expect(wrapper.get(".cases").text()).toContain("示例路路灯不亮");
    expect(asked.findLast((seen) => seen.path === "/cases")?.query.get("within")).toContain("114.21999");
  });
  it("is drawn on by keyboard alone: two corners make a rectangle that filters", async () => {
    const wrapper = await shown();
    await wrapper.findAll(".bar .tool")[1]!.trigger("click");
    await flushPromises();
    const overlay = wrapper.get(".draw");
    for (const key of [" ", "ArrowRight", "ArrowRight", "ArrowDown", "ArrowDown"]) await overlay.trigger("keydown", { key });
    expect(wrapper.emitted("within")).toBeUndefined();
    vi.spyOn(overlay.element, "getBoundingClientRect").mockReturnValue({ left: 0, top: 0, width: 400, height: 300 } as DOMRect);
    for (const key of ["ArrowRight", "ArrowRight", "ArrowDown", "ArrowDown", " "]) await overlay.trigger("keydown", { key });
    const [text] = wrapper.emitted("within")![0] as [string];
    expect(readRing(text)).toHaveLength(4);
    expect(wrapper.find(".draw.on").exists()).toBe(false);
  });
  it("has a table that says where how many cases lie", async () => {
    const wrapper = await shown();
    await wrapper.findAll(".bar .tool").find((button) => button.text() === "表格")!.trigger("click");
    const rows = wrapper.findAll("tbody tr");
    expect(rows.map((row) => row.text())).toEqual([expect.stringContaining("示例街道"), expect.stringContaining("示例路路灯不亮")]);
    await rows[0]!.get("button").trigger("click");
    expect(wrapper.find(".cases").exists()).toBe(true);
  });
  it("stands beside the list, follows its filter, and what is drawn on it goes into the address", async () => {
    const { wrapper, router } = await listPage("/cases?due=overdue&map=1");
    expect(wrapper.find(".case-map").exists()).toBe(true);
    expect(asked.find((seen) => seen.path === "/cases/map")?.query.get("due")).toBe("overdue");
    await wrapper.findAll(".bar .tool").find((button) => button.text() === "当前视野")!.trigger("click");
    await flushPromises();
    expect(router.currentRoute.value.query.due).toBe("overdue");
    expect(readRing(String(router.currentRoute.value.query.within))).toHaveLength(4);
    expect(asked.findLast((seen) => seen.path === "/cases")?.query.get("within")).toBe(router.currentRoute.value.query.within);
  });
  it("filters by what is in view", async () => {
    const wrapper = await shown();
    await wrapper.findAll(".bar .tool").find((button) => button.text() === "当前视野")!.trigger("click");
    expect(readRing((wrapper.emitted("within")![0] as [string])[0])).toHaveLength(4);
  });
});
