import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import en from "@/i18n/en";
import zh from "@/i18n/zh";

type Tree = { [key: string]: string | string[] | Tree };

function flat(tree: Tree, prefix = ""): Map<string, string> {
  const found = new Map<string, string>();
  for (const [key, value] of Object.entries(tree)) {
    if (typeof value === "string") found.set(prefix + key, value);
    else if (Array.isArray(value)) value.forEach((item, index) => found.set(`${prefix}${key}.${index}`, item));
    else for (const [path, text] of flat(value, `${prefix}${key}.`)) found.set(path, text);
  }
  return found;
}
const chinese = flat(zh as Tree);
const english = flat(en as Tree);
const holes = (text: string) => [...new Set([...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]))].sort().join();

function sources(directory: string): string[] {
  return readdirSync(directory, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.(vue|ts)$/.test(name) && !name.includes("i18n") && !name.endsWith(".d.ts")).map((name) => join(directory, name));
}
const src = join(import.meta.dirname, "../src");
const ui = join(import.meta.dirname, "../../../packages/ui/src");

describe("words", () => {
  it("name every job of the worker", () => {
    const python = join(import.meta.dirname, "../../../../src/chengyun");
    const jobs = readdirSync(python, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".py") && !name.includes("tests"));
    const names = jobs.flatMap((name) => [...readFileSync(join(python, name), "utf8").matchAll(/@app\.task\(\s*name="([^"]+)"/g)].map((match) => match[1]));
    expect(names.length).toBeGreaterThan(50);
    expect(names.filter((name) => !chinese.has(`jobs.names.${name}`))).toEqual([]);
  });
  it("exist in English wherever they exist in Chinese", () => {
    expect([...english.keys()].sort()).toEqual([...chinese.keys()].sort());
  });
  it("take the same values in both languages", () => {
    const different = [...chinese].filter(([key, text]) => holes(text) !== holes(english.get(key) ?? "")).map(([key]) => key);
    expect(different).toEqual([]);
  });
  it("are never empty in Chinese", () => {
    expect([...chinese].filter(([, text]) => !text.trim()).map(([key]) => key)).toEqual([]);
  });
  it("stand in the i18n files and not in components", () => {
    const strayed = [...sources(src), ...sources(ui)].filter((path) => {
      const code = readFileSync(path, "utf8").replace(/\/\*[\s\S]*?\*\/|<!--[\s\S]*?-->|^\s*\/\/.*$/gm, "");
      return /[\u4e00-\u9fff]/.test(code);
    });
    expect(strayed).toEqual([]);
  });
  it("that components ask for are there", () => {
    const unknown: string[] = [];
    for (const path of sources(src)) {
      for (const [, key] of readFileSync(path, "utf8").matchAll(/\bt\("([\w.-]+)"[,)]/g)) if (key && !chinese.has(key)) unknown.push(`${path}: ${key}`);
      for (const [, key] of readFileSync(path, "utf8").matchAll(/\bt\('([\w.-]+)'[,)]/g)) if (key && !chinese.has(key)) unknown.push(`${path}: ${key}`);
    }
    expect(unknown).toEqual([]);
  });
});
