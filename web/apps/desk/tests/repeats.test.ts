/** Side by side: which passages agree, who leads, how long a join can be undone. */
import { describe, expect, it } from "vitest";
import { canUndo, leadOf, passages } from "@/lib/compare";

const said = (text: string, other: string) => passages(text, other).filter((part) => part.same).map((part) => part.text);

describe("two texts side by side", () => {
  it("mark what both say, whatever stands between the characters", () => {
    expect(said("小学门口水管爆裂，路面积水很深", "路面 积水；听说小学门口，水管爆裂了")).toEqual(["小学门口水管爆裂", "路面积水"]);
    expect(said("路灯不亮", "自来水停了")).toEqual([]);
    expect(passages("", "路灯")).toEqual([]);
  });
  it("lose no character", () => {
    const text = "１２３号 路灯😀不亮！";
    expect(passages(text, "123号路灯").map((part) => part.text).join("")).toBe(text);
  });
});

describe("a matter", () => {
  const row = (number: string, more = {}) => ({ number, callers: 1, lead_unit: null, received_at: "2026-11-21T10:00:00+08:00", ...more });
  it("is led by what others joined, then by what a unit has, then by what came first", () => {
    expect(leadOf([row("B"), row("A")])?.number).toBe("A");
    expect(leadOf([row("A"), row("B", { lead_unit: { id: 1, name: "水务局" } })])?.number).toBe("B");
    expect(leadOf([row("A", { lead_unit: {} }), row("B", { callers: 2 })])?.number).toBe("B");
    expect(leadOf([])).toBeUndefined();
  });
  it("can be taken apart for an hour", () => {
    const joined = { state: "joined", closed_at: "2026-11-21T10:00:00+08:00" };
    expect(canUndo(joined, new Date("2026-11-21T10:59:00+08:00"))).toBe(true);
    expect(canUndo(joined, new Date("2026-11-21T11:00:00+08:00"))).toBe(false);
    expect(canUndo({ ...joined, state: "closed" }, new Date("2026-11-21T10:01:00+08:00"))).toBe(false);
  });
});
