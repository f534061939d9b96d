import { describe, expect, it } from "vitest";
import type { CloudWord } from "@chengyun/api";
import { changeOf, dayAfter, layWords, legend, ofDay, step, together } from "@/lib/analysis";
import { askedOf, oneIn, parseWarnings, replaced, strongest, warningQuery } from "@/lib/warnings";

const word = (text: string, cases: number, before: number | null = null): CloudWord => ({ word: text, cases, before, where: {} });

describe("analysis", () => {
  it("joins the conditions of a row and a column", () => {
    expect(together({ category: "Q01" }, { area: "S1" })).toEqual({ category: "Q01", area: "S1" });
    expect(together({ unset: "category" }, { unset: "area" }, { unset: "area" })).toEqual({ unset: "category,area" });
  });
  it("asks for one day in Shanghai, over the end of a year too", () => {
    expect(dayAfter("2026-12-31")).toBe("2027-01-01");
    expect(ofDay("2028-02-28")).toEqual({ received_from: "2028-02-28T00:00:00+08:00", received_to: "2028-02-29T00:00:00+08:00" });
  });
  it("gives every number the step that the legend says", () => {
    for (const most of [1, 2, 7, 10, 11, 40, 5000]) {
      const rows = legend(most);
      expect(rows[0]?.from).toBe(1);
      expect(rows.at(-1)?.to).toBe(most);
      for (const row of rows) for (const value of [row.from, row.to]) expect([most, value, step(value, most)]).toEqual([most, value, row.step]);
    }
    expect(step(0, 10)).toBe(0);
  });
  it("marks words by their share, not by their number alone", () => {
    expect(changeOf(word("停水", 10, 4), 100, 100)).toBe("up");
    expect(changeOf(word("停水", 10, 5), 200, 100)).toBe("");
    expect(changeOf(word("停水", 3, 9), 100, 100)).toBe("down");
    expect(changeOf(word("停水", 3, 0), 100, 100)).toBe("new");
    expect(changeOf(word("停水", 3, null), 100, null)).toBe("");
  });
  it("lays words in rows within the width, the most said first and largest", () => {
    const words = [word("停水", 40), word("路灯", 20), word("占道经营", 10), word("噪声", 3)];
    const { placed, height } = layWords(words, 200, (text, size) => text.length * size);
    expect(placed.map((one) => one.word.word)).toEqual(["停水", "路灯", "占道经营", "噪声"]);
    expect(placed.every((one, at) => at === 0 || one.size <= (placed[at - 1]?.size ?? 0))).toBe(true);
    expect(placed.every((one) => one.x >= 0 && one.x + one.width <= 216)).toBe(true);
    expect(height).toBeGreaterThan(40);
  });
});

describe("warnings", () => {
  it("keeps what is asked in the address and leaves out what it does not know", () => {
    const view = parseWarnings({ state: "decided", level: "urgent", weather: "rain", rule: "gas_leak" });
    expect(view).toEqual({ tab: "decided", filters: { level: "urgent", rule: "gas_leak" } });
    expect(parseWarnings(warningQuery(view))).toEqual(view);
    expect(parseWarnings({ state: "strange" }).tab).toBe("open");
    expect(askedOf({ tab: "all", filters: {} })).toEqual({ state: "" });
  });
  it("says a chance as one in a round number", () => {
    expect(oneIn(0.00033)).toBe(3000);
    expect(oneIn(0.5)).toBe(2);
    expect(oneIn(1e-9)).toBeNull();
  });
  it("replaces only the warning that was read anew and finds the strongest evidence", () => {
    const rows = [{ id: 1, cases: 2 }, { id: 2, cases: 3 }] as never[];
    expect(replaced(rows, { id: 2, cases: 5 } as never)).toEqual([{ id: 1, cases: 2 }, { id: 2, cases: 5 }]);
    expect(strongest([{ count: 2 }, { count: 7 }, { count: 3 }] as never[])?.count).toBe(7);
  });
});
