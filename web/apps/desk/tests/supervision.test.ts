import { describe, expect, it } from "vitest";
import { lookOf, numbersIn, orderQuery, parseOrders } from "@/lib/supervision";

describe("an order", () => {
  it("looks overdue before it looks as if it waited", () => {
    expect(lookOf({ state: "waiting", overdue: true, due_soon: true })).toBe("overdue");
    expect(lookOf({ state: "waiting", overdue: false, due_soon: true })).toBe("due_soon");
    expect(lookOf({ state: "waiting", overdue: false, reply_required: false })).toBe("handling");
    expect(lookOf({ state: "replied", overdue: true })).toBe("replied");
  });
});

describe("the list of orders", () => {
  it("is an address, and what it does not know is left out", () => {
    const view = parseOrders({ state: "overdue", step: "order", colour: "red", q: "" });
    expect(view).toEqual({ tab: "overdue", filters: { step: "order" } });
    expect(orderQuery(view)).toEqual({ state: "overdue", step: "order" });
    expect(orderQuery(parseOrders({}))).toEqual({});
  });
});

describe("numbers of cases", () => {
  it("are read as people paste them, each once", () => {
    expect(numbersIn(" ts-20261121-000001，TS-20261121-000002\nTS-20261121-000001 ")).toEqual(["TS-20261121-000001", "TS-20261121-000002"]);
    expect(numbersIn("")).toEqual([]);
  });
});
