// npm run api: write src/schema.ts from the OpenAPI document of this checkout (`chengyun openapi`) or from a file.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import openapiTS, { astToString } from "openapi-typescript";

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, "../../../..");

// `make api` leaves the document here; it is not kept in git.
const left = join(here, "../openapi.json");

function document() {
  const given = process.argv[2] ?? (existsSync(left) ? left : "");
  if (given) return readFileSync(given, "utf8");
  const own = join(root, ".venv/bin/chengyun");
  return execFileSync(existsSync(own) ? own : "chengyun", ["openapi"], { encoding: "utf8", maxBuffer: 64 << 20 });
}

const tree = await openapiTS(JSON.parse(document()), { alphabetize: true, defaultNonNullable: false });
const head = "/** Generated from the server's OpenAPI document by `npm run api`. Do not edit. */\n";
const target = join(here, "../src/schema.ts");
writeFileSync(target, head + astToString(tree));
console.log(`wrote ${target}`);
