import { describe, expect, it } from "vitest";
import { suggestAsk } from "@/composables/suggestion";
import { readDispatchPart, shareText } from "@/lib/dispatchWords";
import type { DraftData } from "@/lib/drafts";

const form = (more: Partial<DraftData>) => ({
  text: "", title: "", address: "", kind: "", channel: "phone", lng: null, lat: null, area_id: null, category_id: null, ...more,
}) as DraftData;

describe("what a figure of dispatching counts", () => {
  it("is read from the filter it opens", () => {
    expect(readDispatchPart("wrong.m202609.c12.u5")).toEqual({ kind: "wrong", month: "2026-09", category: 12, unit: 5 });
    expect(readDispatchPart("alone_wrong.s202606")).toEqual({ kind: "alone_wrong", since: "2026-06" });
    expect(readDispatchPart("v3.kept.c0")).toEqual({ kind: "kept", version: "3", category: 0 });
    expect(readDispatchPart("sure.c7.d60")).toEqual({ kind: "sure", category: 7, days: "60" });
  });
});

describe("a confidence", () => {
  it("is told in whole percent and never rounded up to certainty", () => {
    expect([0.3, 0.876, 0.996, 1].map(shareText)).toEqual(["30%", "88%", "99%", "100%"]);
  });
});

describe("who should handle what is being typed", () => {
  it("is not asked before something is written", () => {
    expect(suggestAsk(form({ text: "路灯" }), "request")).toBeNull();
  });
  it("is asked with what is known, and without who calls", () => {
    const asked = suggestAsk(form({ text: "小区门口路灯不亮了", phone: "13800000000", category_id: 3 }), "request");
    expect(asked).toMatchObject({ text: "小区门口路灯不亮了", category_id: 3, lifecycle: "request" });
    expect(JSON.stringify(asked)).not.toContain("138");
  });
});
