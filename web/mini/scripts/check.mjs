/** Reads what uni-app built for WeChat and says what its developer tools would refuse. Ends with 1 when there is anything. */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";

const BUILT = fileURLToPath(new URL("../dist/build/mp-weixin/", import.meta.url));
const PACKAGE_LIMIT = 2 * 1024 * 1024; // of a main package, by WeChat's rules
const SERVER = process.env.VITE_SERVER ?? "";
const faults = [];
const read = (name) => readFileSync(BUILT + name, "utf8");

if (!existsSync(`${BUILT}app.json`)) {
  console.error("mini: nothing was built; run `make mini`");
  process.exit(1);
}
const names = readdirSync(BUILT, { recursive: true }).map(String).filter((name) => statSync(BUILT + name).isFile());
const app = JSON.parse(read("app.json"));
for (const page of app.pages) for (const part of ["js", "json", "wxml"]) if (!names.includes(`${page}.${part}`)) faults.push(`${page}.${part} is missing`);
for (const [use, { desc }] of Object.entries(app.permission ?? {})) if (!desc) faults.push(`${use} has no reason for the resident`);

for (const name of names) {
  const text = read(name);
  if (name.endsWith(".json")) JSON.parse(text);
  if (name.endsWith(".js")) {
    const parsed = spawnSync(process.execPath, ["--check", BUILT + name], { encoding: "utf8" });
    if (parsed.status) faults.push(`${name}: ${parsed.stderr.split("\n").slice(0, 3).join(" ")}`);
    if (/\beval\(|new Function\(/.test(text)) faults.push(`${name}: code made from text is refused by WeChat`);
    if (name !== "common/vendor.js" && /\b(window|document|localStorage)\./.test(text)) faults.push(`${name}: uses a browser`);
  }
  if (name.endsWith(".wxml")) faults.push(...unbalanced(text).map((tag) => `${name}: <${tag}> is not closed`));
  for (const [address] of text.matchAll(/https?:\/\/[\w.:-]+/g)) {
    if (name !== "common/vendor.js" && !(SERVER && address.startsWith(SERVER))) faults.push(`${name}: names ${address}`);
  }
}
const size = names.reduce((sum, name) => sum + statSync(BUILT + name).size, 0);
if (size > PACKAGE_LIMIT) faults.push(`${size} bytes are more than a main package may have (${PACKAGE_LIMIT})`);

/** Tags of WXML that are opened and not closed, or the other way round. */
function unbalanced(text) {
  const open = [];
  for (const [, closing, tag, rest] of text.matchAll(/<(\/?)([a-z][\w-]*)((?:"[^"]*"|[^">])*)>/g)) {
    if (closing) {
      if (open.pop() !== tag) return [tag];
    } else if (!rest.endsWith("/")) open.push(tag);
  }
  return open;
}

console.log(`mini: ${app.pages.length} pages, ${(size / 1024).toFixed(0)} KB`);
for (const fault of faults) console.error(`mini: ${fault}`);
process.exit(faults.length ? 1 : 0);
