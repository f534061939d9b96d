import { describe, expect, it } from "vitest";
import { entranceOf, readAs } from "@/i18n/addresses";
import { dueLook } from "@/lib/visits";

describe("visits and addresses", () => {
  it("say overdue before today before later", () => {
    expect(dueLook(3, "2026-11-18", "2026-11-21").word).toBe("overdue");
    expect(dueLook(0, "2026-11-21", "2026-11-21").word).toBe("today");
    expect(dueLook(0, "2026-11-25", "2026-11-21").word).toBe("dueOn");
  });
  it("find the entrance in a room", () => {
    expect(entranceOf("2单元501")).toEqual({ unit: "2单元", room: "501" });
    expect(entranceOf("501")).toBeNull();
  });
  it("tell how an address was read", () => {
    expect(readAs({ estate: "演示花园", building: "3", unit: "", room: "501" })).toBe("演示花园 3栋 501室");
  });
});
