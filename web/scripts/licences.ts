/** Writes licences.json beside the pages: the packages that the bundle is made of, with their licences. */
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Plugin } from "vite";

interface Manifest {
  name?: string;
  version?: string;
  license?: string | { type?: string };
  private?: boolean;
}

function manifestOf(file: string): Manifest | null {
  for (let folder = dirname(file); folder.includes("node_modules"); folder = dirname(folder)) {
    const path = join(folder, "package.json");
    if (!existsSync(path)) continue;
    const found = JSON.parse(readFileSync(path, "utf8")) as Manifest;
    if (found.name && found.version) return found;
  }
  return null;
}

export function licences(): Plugin {
  return {
    name: "chengyun-licences",
    apply: "build",
    generateBundle() {
      const found = new Map<string, { name: string; version: string; licence: string }>();
      for (const id of this.getModuleIds()) {
        const file = id.replace(/^\0/, "").split("?")[0] ?? "";
        const manifest = file.includes("node_modules") ? manifestOf(file) : null;
        if (!manifest?.name || manifest.private || manifest.name.startsWith("@chengyun/")) continue;
        const licence = typeof manifest.license === "string" ? manifest.license : manifest.license?.type ?? "";
        found.set(manifest.name, { name: manifest.name, version: manifest.version ?? "", licence });
      }
      const rows = [...found.values()].sort((a, b) => a.name.localeCompare(b.name));
      this.emitFile({ type: "asset", fileName: "licences.json", source: `${JSON.stringify(rows, null, 1)}\n` });
    },
  };
}
