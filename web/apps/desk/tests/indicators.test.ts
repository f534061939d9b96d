import { describe, expect, it } from "vitest";
import type { IndicatorRow } from "@chengyun/api";
import { bar, byTopic, choiceOf, daysOf, figure, opens, ratio, tally, withUnit } from "@/lib/indicators";

const row = (topic: string, state: string, target = true) => ({ topic, state, target: target ? {} : null }) as unknown as IndicatorRow;

describe("figures of indicators", () => {
  it("keep their digits, thousands apart", () => {
    expect(figure("266.04")).toBe("266.04");
    expect(figure("150000")).toBe("150,000");
    expect(figure("0")).toBe("0");
    expect(figure(null)).toBe("");
    expect(withUnit("93.72", "%")).toBe("93.72%");
    expect(withUnit("12", "期")).toBe("12 期");
    expect(ratio({ numerator: "911", denominator: "972" })).toBe("911 / 972");
    expect(ratio({ numerator: "911", denominator: null })).toBe("");
  });
  it("open cases, records, the ledger and pages of other rooms", () => {
    expect(opens({ gathered: "indicator:a.numerator.2026-01-01.2027-01-01", unit: "A" })).toEqual({ name: "cases", query: { gathered: "indicator:a.numerator.2026-01-01.2027-01-01", unit: "A" } });
    expect(opens({ page: "records", indicator: "attendance_rate", from: "2026-01-01" })).toEqual({ name: "indicators", query: { tab: "records", indicator: "attendance_rate" } });
    expect(opens({ page: "outages", kind: "major" })).toEqual({ name: "indicators", query: { tab: "ledger", kind: "major" } });
    expect(opens({ page: "supervision-programmes", state: "all" })).toEqual({ name: "supervision-programmes", query: { state: "all" } });
    expect(opens({ page: "grid-staff", tab: "training", state: "held", first: "2026-01-01", last: "2026-12-31" })).toEqual({
      name: "grid-staff", params: { tab: "training" }, query: { state: "held", first: "2026-01-01", last: "2026-12-31" },
    });
    expect(opens({ page: "unknown" })).toBeNull();
    expect(opens(undefined)).toBeNull();
    expect(opens({})).toBeNull();
  });
  it("are grouped by topic, and only targets are counted by state", () => {
    const rows = [row("cases", "met"), row("urban", "lost"), row("cases", "met", false)];
    expect(tally(rows)).toEqual({ met: 1, lost: 1 });
    expect(byTopic(rows, [{ code: "urban", name: "" }, { code: "money", name: "" }, { code: "cases", name: "" }]).map((group) => [group.code, group.rows.length])).toEqual([["urban", 1], ["cases", 2]]);
  });
  it("have bars within their frame", () => {
    expect([bar("50", 100), bar("120", 100), bar(null, 100), bar("1", 0)]).toEqual([50, 100, 0, 0]);
  });
});

describe("the days of figures", () => {
  it("are a year, its quarters and months, or any days", () => {
    expect(daysOf(2026, "q1")).toEqual({ first: "2026-01-01", last: "2026-03-31" });
    expect(daysOf(2028, "2")).toEqual({ first: "2028-02-01", last: "2028-02-29" });
    expect(daysOf(2026, "")).toBeNull();
    expect(choiceOf(2026, {})).toBe("");
    expect(choiceOf(2026, { first: "2026-10-01", last: "2026-12-31" })).toBe("q4");
    expect(choiceOf(2026, { first: "2026-12-01", last: "2026-12-31" })).toBe("12");
    expect(choiceOf(2026, { first: "2025-12-01", last: "2026-01-31" })).toBe("days");
  });
});
