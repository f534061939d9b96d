/**
 * Writes sw.js for an app that opens without a network: the list of its files, and a worker that keeps them. What only
 * serves with a network (`online`) is not among them.
 */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import type { Plugin } from "vite";

export function offline(base: string, publicFolder: string, worker: string, online?: RegExp): Plugin {
  return {
    name: "chengyun-offline",
    apply: "build",
    enforce: "post",
    generateBundle(_, bundle) {
      const built = Object.values(bundle).filter((file) => /\.(js|css|woff2|svg|png)$/.test(file.fileName) && !online?.test(file.fileName));
      const still = readdirSync(publicFolder);
      const names = [...built.map((file) => file.fileName), ...still].sort();
      const hash = createHash("sha256").update(names.join("\n")).update(readFileSync(worker));
      for (const file of Object.values(bundle)) hash.update(file.type === "chunk" ? file.code : file.source);
      const lines = [
        `const VERSION = ${JSON.stringify(hash.digest("hex").slice(0, 16))};`,
        `const BASE = ${JSON.stringify(base)};`,
        `const FILES = ${JSON.stringify(["", ...names])};`,
      ];
      this.emitFile({ type: "asset", fileName: "sw.js", source: `${lines.join("\n")}\n${readFileSync(worker, "utf8")}` });
    },
  };
}
