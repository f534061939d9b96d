import { describe, expect, it } from "vitest";
import { kept, lengthText, linePath, meanOf, monthSpan, opensPart, RECORD_FILTERS, trackBounds } from "@/lib/fieldwork";

describe("patrols on the desk", () => {
  it("a list takes only its own words from the address", () => {
    expect(kept({ worker: "w", page: "x", gaps: "", first: ["a"] }, RECORD_FILTERS)).toEqual({ worker: "w" });
  });
  it("a part of a rank opens its rows", () => {
    const part = { part: "found" as const, value: 1, wanted: 5, points: 2, weight: 10, query: { page: "checks" as const, worker: "w", result: "problem" } as never };
    expect(opensPart(part)).toEqual({ name: "patrols", params: { tab: "checks" }, query: { worker: "w", result: "problem" } });
  });
  it("a time is told in the unit in which people think of it", () => {
    expect([lengthText(20), lengthText(600), lengthText(9000)].map(({ key, n }) => `${n} ${key}`)).toEqual(["20 seconds", "10 minutes", "2.5 hours"]);
  });
  it("a track is drawn through its points and seen whole", () => {
    expect(linePath([[0, 1, 2], [5, 3, 4]], (lng, lat) => [lng, lat])).toBe("M1.0 2.0L3.0 4.0");
    expect(trackBounds({ stretches: [], doubtful: [] })).toBeNull();
  });
  it("a month ends today at the latest", () => {
    expect(monthSpan("2026-11", "2026-11-21")).toEqual({ first: "2026-11-01", last: "2026-11-21" });
    expect(monthSpan("2026-02", "2026-11-21").last).toBe("2026-02-28");
    expect(meanOf({ a: 4, b: 5 })).toBe("4.5");
  });
});
