import { describe, expect, it } from "vitest";
import { added, foundIn, type KeptArticle } from "@/lib/know";

const article = (id: number, text: string): KeptArticle => ({ id, title: `知识 ${id}`, text, question: "没水了", phones: [], state: "published", state_name: "已发布", tone: "done", answer: true, valid_until: null, unit: "示例单位", keptAt: "2026-11-22T10:00:00+08:00" });

describe("articles read lately", () => {
  it("stay on the phone, each once, thirty at most, and are found by their words without a network", () => {
    const list = Array.from({ length: 31 }, (_, at) => article(at, at === 30 ? "# 停水\n先看公告，再打供水热线。" : "别的")).reduce<KeptArticle[]>(added, []);
    expect(list).toHaveLength(30);
    expect(added(list, article(30, "新的"))).toHaveLength(30);
    const [line, ...rest] = foundIn(list, "供水 没水");
    expect(rest).toEqual([]);
    expect(line).toMatchObject({ id: 30, kept: true });
    expect(line?.passage[0]?.text).toContain("供水热线");
    expect(foundIn(list, "")).toHaveLength(30);
  });
});
