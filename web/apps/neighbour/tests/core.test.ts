import { bodyOf, Door, emergencyIn, emptyDraft, keepDraft, mobile, moment, readDraft, Refused, type Answer } from "@chengyun/neighbour-core";
import { describe, expect, it } from "vitest";
import en from "../src/i18n/en";
import zh from "../src/i18n/zh";

const shelf = () => {
  const kept = new Map<string, string>();
  return { get: (key: string) => kept.get(key) ?? null, set: (key: string, value: string) => void kept.set(key, value), drop: (key: string) => void kept.delete(key) };
};
const keys = (table: object, before = ""): string[] => Object.entries(table).flatMap(([key, value]) => (typeof value === "object" ? keys(value as object, `${before}${key}.`) : [before + key]));

describe("what both apps share", () => {
  it("keeps a draft with its uuid until it is sent, and takes a broken one for none", () => {
    const one = shelf();
    const draft = { ...emptyDraft(), text: "路灯不亮" };
    keepDraft(one, draft);
    expect(readDraft(one)).toEqual(draft);
    expect(bodyOf(draft).uuid).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab]/);
    one.set("neighbour-draft", "{");
    expect(readDraft(one).text).toBe("");
  });

  it("knows an emergency without asking anybody", () => {
    const known = [{ number: "119", words: ["着火", "被困+电梯"], unless: ["演练"], advice: "" }];
    expect(emergencyIn("有人被困在电梯", known)?.number).toBe("119");
    expect(emergencyIn("着火演练", known)).toBeNull();
  });

  it("tells a refusal in the server's words, and no network as such", async () => {
    const door = (answer: Answer) => new Door({ ask: () => Promise.resolve(answer), upload: () => Promise.resolve(answer) });
    const error = await door({ status: 409, body: { title: "现在不能这样操作", code: "too_late", detail: "已办结" } }).request("x").catch((e: unknown) => e);
    expect(error).toMatchObject({ status: 409, code: "too_late", message: "现在不能这样操作" });
    expect(await door({ status: 0, body: null }).around().catch((e: unknown) => (e as Refused).code)).toBe("offline");
  });

  it("shows China's time and reads a phone number however it was typed", () => {
    expect(moment("2026-11-21T06:05:00Z")).toBe("2026-11-21 14:05");
    expect([mobile("+86 138-0000-0001"), mobile("12345")]).toEqual(["13800000001", ""]);
  });

  it("says everything in both languages", () => expect(keys(en)).toEqual(keys(zh)));
});
