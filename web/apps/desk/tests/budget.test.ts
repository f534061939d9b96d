/** A finding marks its figures, and only those. */
import { expect, it } from "vitest";
import { amount, isAt } from "@/lib/budget";

const place = { table: "5-1", row: "2080505 养老", column: "人员经费", line: 195 };

it("a place of a finding is the figure of its table, line and column", () => {
  expect(isAt(place, { table: "5-1", row: "另一行", column: "人员经费", line: 195 })).toBe(true);
  expect(isAt(place, { table: "5-1", row: place.row, column: "公用经费", line: 195 })).toBe(false);
  expect(isAt(place, { table: "3", row: place.row, column: "人员经费", line: 195 })).toBe(false);
});

it("what was typed has no line and is found by its row", () => {
  expect(isAt({ ...place, line: 0 }, { table: "5-1", row: place.row, column: "人员经费", line: 0 })).toBe(true);
  expect(isAt({ ...place, line: 0 }, { table: "5-1", row: "别的", column: "人员经费", line: 0 })).toBe(false);
});

it("amounts are grouped and keep what was printed", () => {
  expect([amount("1234567.50"), amount("178"), amount(null), amount("-74.47")]).toEqual(["1,234,567.50", "178", "", "-74.47"]);
});
