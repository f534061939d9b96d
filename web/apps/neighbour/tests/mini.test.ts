/** The mini-program's source, read; what is built of it is read by web/mini/scripts/check.mjs (decision 0062). */
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { parse } from "vue/compiler-sfc";
import { describe, expect, it } from "vitest";

const ROOT = join(__dirname, "../../../mini/src");
const files = readdirSync(ROOT, { recursive: true }).map(String).filter((name) => /\.(vue|ts)$/.test(name));

describe("the mini-program", () => {
  it("has every page that it names, and names every page that it has", () => {
    const pages = (JSON.parse(readFileSync(join(ROOT, "pages.json"), "utf8")) as { pages: { path: string }[] }).pages.map((page) => page.path);
    expect(pages.every((page) => existsSync(join(ROOT, `${page}.vue`)))).toBe(true);
    expect(files.filter((name) => name.startsWith("pages")).map((name) => name.replace(/\.vue$/, "")).sort()).toEqual([...pages].sort());
  });

  it.each(files)("%s parses, uses nothing of a browser and names no server", (name) => {
    const source = readFileSync(join(ROOT, name), "utf8");
    if (name.endsWith(".vue")) expect(parse(source).errors).toEqual([]);
    expect(source).not.toMatch(/\b(window|document|localStorage|XMLHttpRequest|fetch)\b[.(]|https?:\/\//);
    expect(source).not.toContain("/api/v1");
  });

  it("goes only to pages that are there", () => {
    for (const name of files) {
      for (const [, path] of readFileSync(join(ROOT, name), "utf8").matchAll(/["'`]\/(pages\/[a-z/]+)/g)) expect(existsSync(join(ROOT, `${path}.vue`)), path).toBe(true);
    }
  });
});
