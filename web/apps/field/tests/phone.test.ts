import type { CategoryMeta } from "@chengyun/api";
import { describe, expect, it } from "vitest";
import en from "@/i18n/en";
import zh from "@/i18n/zh";
import { readExif } from "@/lib/exif";
import { guess } from "@/lib/guess";
import { far, metres, navigation, order } from "@/lib/near";
import { length, pieces, worth, type Fix } from "@/lib/sampling";

const HERE = { lng: 114.3, lat: 30.6 };
const fix = (seconds: number, east = 0, accuracy = 10): Fix => ({ lng: 114.3 + east / 95_700, lat: 30.6, accuracy, at: new Date(1_767_200_000_000 + seconds * 1000).toISOString() });

describe("distance and navigation", () => {
  it("puts overdue and urgent tasks first and then the nearest", () => {
    const now = Date.parse("2026-03-02T10:00:00+08:00");
    const at = (hours: number) => new Date(now + hours * 3_600_000).toISOString();
    const tasks = [
      { id: "far", next_due_at: at(9), lng: 114.4, lat: 30.6 }, { id: "near", next_due_at: at(20), lng: 114.301, lat: 30.6 }, { id: "soon", next_due_at: at(1), lng: 114.5, lat: 30.6 },
      { id: "late", next_due_at: at(-1), lng: 114.5, lat: 30.6 }, { id: "nowhere", next_due_at: null, lng: null, lat: null },
    ];
    expect(order(tasks, HERE, now).map((one) => one.id)).toEqual(["late", "soon", "near", "far", "nowhere"]);
    expect(order(tasks, null, now).map((one) => one.id)).toEqual(["late", "soon", "far", "near", "nowhere"]);
  });

  it("hands Chinese map apps GCJ-02 and the phone's own WGS-84", () => {
    const ways = Object.fromEntries(navigation(HERE, "路口").map((one) => [one.code, one.href]));
    const [lng, lat] = /to=([\d.]+),([\d.]+)/.exec(ways.amap ?? "")?.slice(1).map(Number) ?? [0, 0];
    const shift = metres(HERE, { lng: lng ?? 0, lat: lat ?? 0 });
    expect(shift).toBeGreaterThan(300);
    expect(shift).toBeLessThan(800);
    expect(ways.phone).toContain("geo:30.600000,114.300000");
    expect([far(4), far(344), far(2345)]).toEqual(["10 m", "340 m", "2.3 km"]);
  });
});

describe("the track of a patrol", () => {
  it("keeps a point after some metres or some time, and no jitter", () => {
    expect(worth(null, fix(0))).toBe(true);
    expect(worth(fix(0), fix(5, 4))).toBe(false);
    expect(worth(fix(0), fix(5, 40))).toBe(true);
    expect(worth(fix(0), fix(5, 40, 300))).toBe(false);
    expect(worth(fix(0), fix(40, 0, 300))).toBe(true);
    expect(worth(fix(10), fix(5, 100))).toBe(false);
  });

  it("shows a gap as a gap and does not count what lies in it", () => {
    const track = [fix(0), fix(30, 30), fix(1000, 900), fix(1030, 930)];
    expect(pieces(track).map((piece) => piece.length)).toEqual([2, 2]);
    expect(Math.round(length(track))).toBeGreaterThan(55);
    expect(Math.round(length(track))).toBeLessThan(65);
  });
});

describe("words and pictures", () => {
  const categories = [
    { id: 1, name: "占道经营", keywords: ["占道", "摆摊"] }, { id: 2, name: "护栏破损", keywords: ["护栏"] }, { id: 3, name: "暴露垃圾", keywords: ["垃圾"] },
  ] as unknown as CategoryMeta[];
  it("proposes the category without a network", () => {
    expect(guess("路边护栏倒了", categories).map((one) => one.id)).toEqual([2]);
    expect(guess("有人摆摊占道，还有垃圾", categories).map((one) => one.id)).toEqual([1, 3]);
    expect(guess("好", categories)).toEqual([]);
  });

  it("reads time and place of a photo and takes nothing from what is no photo", () => {
    expect(readExif(new Uint8Array([1, 2, 3]).buffer)).toEqual({ takenAt: null, lng: null, lat: null });
    const found = readExif(picture());
    expect(found.takenAt).toBe("2026:03:02 09:10:11".replace(/^(\d+):(\d+):(\d+) /, "$1-$2-$3T") + "+08:00");
    expect([found.lat?.toFixed(2), found.lng?.toFixed(2)]).toEqual(["30.50", "114.25"]);
  });

  it("has every word in both languages", () => {
    const keys = (value: object, path = ""): string[] => Object.entries(value).flatMap(([key, inner]) => (typeof inner === "object" ? keys(inner as object, `${path}${key}.`) : [path + key]));
    const holes = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort().join();
    const of = (source: object, path: string) => path.split(".").reduce((value, key) => (value as Record<string, unknown>)[key] as object, source) as unknown as string;
    expect(keys(en)).toEqual(keys(zh));
    expect(keys(zh).filter((key) => holes(of(zh, key)) !== holes(of(en, key)))).toEqual([]);
  });
});

/** A JPEG header with the EXIF entries that count. */
function picture(): ArrayBuffer {
  const view = new DataView(new ArrayBuffer(400));
  view.setUint16(0, 0xffd8);
  view.setUint16(2, 0xffe1);
  view.setUint16(4, 300);
  view.setUint32(6, 0x45786966);
  const base = 12;
  const u16 = (at: number, value: number) => view.setUint16(base + at, value);
  const u32 = (at: number, value: number) => view.setUint32(base + at, value);
  const entry = (at: number, tag: number, type: number, count: number, value: number) => {
    u16(at, tag);
    u16(at + 2, type);
    u32(at + 4, count);
    u32(at + 8, value);
  };
  u16(0, 0x4d4d);
  u16(2, 42);
  u32(4, 8);
  u16(8, 2);
  entry(10, 0x0132, 2, 20, 100);
  entry(22, 0x8825, 4, 1, 130);
  [..."2026:03:02 09:10:11"].forEach((char, at) => view.setUint8(base + 100 + at, char.charCodeAt(0)));
  u16(130, 2);
  entry(132, 2, 5, 3, 200);
  entry(144, 4, 5, 3, 230);
  [30, 1, 30, 1, 0, 1].forEach((value, at) => u32(200 + at * 4, value));
  [114, 1, 15, 1, 0, 1].forEach((value, at) => u32(230 + at * 4, value));
  return view.buffer;
}
