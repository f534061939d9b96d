// After the build: a .br and a .gz beside every text file, so that the server never compresses anything itself.
// "node compress.mjs" for the desk, "node compress.mjs field" for an app in a folder of its own.
import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const app = process.argv[2] ?? "";
const dist = join(dirname(fileURLToPath(import.meta.url)), "../../src/chengyun/web/dist", app);
const TEXT = new Set([".js", ".mjs", ".css", ".html", ".svg", ".json"]);

for (const name of readdirSync(dist, { recursive: true })) {
  const path = join(dist, name);
  if (!TEXT.has(extname(path)) || statSync(path).size < 1024) continue;
  const bytes = readFileSync(path);
  writeFileSync(`${path}.gz`, gzipSync(bytes, { level: 9 }));
  const quality = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  writeFileSync(`${path}.br`, brotliCompressSync(bytes, { params: quality }));
}

const html = readFileSync(join(dist, "index.html"), "utf8");
const first = [...html.matchAll(/(?:src|href)="(?:\/[a-z]+)?(\/assets\/[^"]+\.js)"/g)].map((match) => match[1]);
const size = first.reduce((sum, path) => sum + gzipSync(readFileSync(join(dist, path)), { level: 9 }).length, 0);
console.log(`${app || "desk"}: first JavaScript ${(size / 1024).toFixed(1)} KB gzip in ${first.length} file(s)`);
if (!first.length || size > 300 * 1024) {
  console.error("the first JavaScript is missing or more than the 300 KB that one page may ask for first");
  process.exit(1);
}
