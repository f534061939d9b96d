import { describe, expect, it } from "vitest";
import { kept } from "@/composables/schemeEditor";
import { bandsOf, bandsText, earned, moved, points, weightSum } from "@/lib/scores";

describe("points", () => {
  it("are told without zeros that say nothing", () => {
    expect(["15.00", "4.50", "0.00", "100", null].map(points)).toEqual(["15", "4.5", "0", "100", "—"]);
  });
  it("say how far a unit moved since the month before, and nothing when there was none", () => {
    expect([moved("91.54", "90.5"), moved("80", "80.00"), moved("79.1", "80"), moved("80", null)]).toEqual(["+1.04", "0", "−0.9", ""]);
  });
  it("fill no more of a bar than there is", () => {
    expect([earned({ points: "6", weight: "15" }), earned({ points: null, weight: "15" }), earned({ points: "3", weight: "0" })]).toEqual([0.4, 0, 0]);
  });
});

describe("a scheme", () => {
  it("takes bands as people type them and shows them the same way", () => {
    expect(bandsOf("85：60； 95:100;\n")).toEqual(["85:60", "95:100"]);
    expect(bandsOf(bandsText(["0:0", "100:100"]))).toEqual(["0:0", "100:100"]);
  });
  it("adds weights to exactly a hundred", () => {
    expect(weightSum([{ weight: 33.3 }, { weight: 33.3 }, { weight: 33.4 }, { weight: null }])).toBe(100);
  });
  it("sends an item without what it does not say", () => {
    const item = { code: "redone", name: "重办", kind: "deduct" as const, weight: 5, hit: "redone", each: 1, questions: "", bands: "", line: false, less: false, double: true };
    expect(kept(item)).toEqual({ code: "redone", name: "重办", kind: "deduct", weight: 5, hit: "redone", each: 1, double: true });
  });
});
