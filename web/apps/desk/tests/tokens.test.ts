import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const css = readFileSync(join(import.meta.dirname, "../../../packages/ui/src/styles/tokens.css"), "utf8");
function tokens(block: string): Record<string, string> {
  return Object.fromEntries([...block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/g)].map((match) => [match[1], match[2]]));
}
const [light = "", dark = ""] = css.split(':root[data-theme="dark"]');

function luminance(hex: string): number {
  const parts = [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16) / 255).map((c) => (c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * parts[0]! + 0.7152 * parts[1]! + 0.0722 * parts[2]!;
}
function contrast(a: string, b: string): number {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (high + 0.05) / (low + 0.05);
}
const states = ["neutral", "progress", "warning", "danger", "supervised", "done"];
const pairs: [string, string][] = [
  ...["text", "text-2", "text-3", "primary"].flatMap((text) => ["ground", "surface", "surface-2"].map((ground): [string, string] => [text, ground])),
  ["text", "primary-soft"], ["text-2", "primary-soft"], ["primary", "primary-soft"], ["on-primary", "primary"], ["text-2", "surface-3"],
  ...states.flatMap((state): [string, string][] => [[`state-${state}`, `state-${state}-bg`], [`state-${state}`, "surface"]]),
];

describe.each([["light", tokens(light)], ["dark", { ...tokens(light), ...tokens(dark) }]])("colours of the %s theme", (_, theme) => {
  it.each(pairs)("%s is legible on %s", (text, ground) => {
    expect(contrast(theme[text]!, theme[ground]!)).toBeGreaterThanOrEqual(4.5);
  });
});
