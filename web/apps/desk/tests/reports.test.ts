import { describe, expect, it } from "vitest";
import type { Pivot, ReportDetail } from "@chengyun/api";
import { changesOf, clashes, leftUnsaved, linkOf, listOfCell, parseQuery, periodOf, periodShort } from "@/lib/reports";

const section = (code: string, text: string, shown = true) => ({ code, heading: code, text, proposed: text, edited: false, shown, blocks: [] });

describe("a report on the page", () => {
  it("opens the cases of a figure, and no page that is not there", () => {
    const all = () => true;
    expect(linkOf({ received_from: "2026-02-01", open: true }, all)).toEqual({ name: "cases", query: { received_from: "2026-02-01", open: "true" } });
    expect(linkOf({ page: "outages", kind: "major" }, (page) => page === "indicators")).toMatchObject({ name: "indicators" });
    expect(linkOf({ page: "outages" }, () => false)).toBeNull();
    expect(linkOf(null, all)).toBeNull();
    expect(linkOf({}, all)).toBeNull();
  });
  it("sends only what was changed", () => {
    const report = { sections: [section("a", "旧"), section("b", "旧"), section("c", "旧", false)] } as unknown as ReportDetail;
    expect(changesOf(report, { a: "新", b: "旧" }, { a: true, b: false, c: false })).toEqual([{ code: "a", text: "新" }, { code: "b", shown: false }]);
  });
  it("knows the week and the month of a day", () => {
    expect(periodOf("weekly", "2026-03-01")).toEqual({ first: "2026-02-23", last: "2026-03-01" });
    expect(periodOf("monthly", "2028-02-10")).toEqual({ first: "2028-02-01", last: "2028-02-29" });
    expect(periodOf("daily", "2026-02-10")).toEqual({ first: "2026-02-10", last: "2026-02-10" });
    const period = { first: "2026-02-01", last: "2026-02-28", due: "", state: "due", report: null };
    expect(periodShort({ kind: "monthly" }, period, (n) => `${n}月`)).toBe("2月");
    expect(periodShort({ kind: "daily" }, period, String)).toBe("2/1");
  });
});

describe("the query page", () => {
  it("takes from an address what it knows", () => {
    expect(parseQuery({})).toEqual({ period: "month", rows: "unit", measure: "received" });
    expect(parseQuery({ rows: "area", columns: "area", measure: "luck", period: "year" })).toEqual({ period: "year", rows: "area", measure: "received" });
    expect(parseQuery({ period: "today", rows: "hour", columns: "unit", unit: "D-1" })).toEqual({ period: "today", rows: "hour", columns: "unit", measure: "received", unit: "D-1" });
  });
  it("opens a cell with the filter, the measure and both lines together", () => {
    const told = { filter: { channel: "phone" }, measure_query: { received_from: "a", received_to: "z" } } as unknown as Pivot;
    const line = (where: Record<string, unknown> | null) => ({ code: "x", name: "x", below: false, direct: false, total: [1], where });
    expect(listOfCell(told, line({ unset: "unit" }), line({ unset: "area" }))).toMatchObject({ query: { channel: "phone", unset: "unit,area" } });
    expect(listOfCell(told, line({ unit: "D-1" }), line({ received_from: "b", received_to: "c" }))).toMatchObject({ query: { received_from: "b", received_to: "c", unit: "D-1" } });
    expect(listOfCell(told, line(null))).toBeNull();
  });
});

describe("two people on one report", () => {
  const report = (may_edit: boolean, ...texts: string[]) => ({ may_edit, sections: texts.map((text, at) => section("abc"[at]!, text)) }) as unknown as ReportDetail;
  it("are told where both wrote, and neither loses a word", () => {
    const before = report(true, "旧", "旧", "旧");
    expect(clashes(before, report(true, "她的", "她的", "旧"), { a: "我的", b: "旧", c: "我的" })).toEqual({ a: { kind: "theirs", text: "她的" } });
    expect(clashes(before, report(true, "一样", "旧", "旧"), { a: "一样", b: "旧", c: "旧" })).toEqual({});
    expect(leftUnsaved(before, report(false, "旧", "旧", "旧"), { a: "我的", b: "旧", c: "旧" })).toEqual({ a: { kind: "mine", text: "我的" } });
    expect(leftUnsaved(before, report(true, "旧", "旧", "旧"), { a: "我的" })).toEqual({});
  });
});
