import { fileURLToPath } from "node:url";
import vue from "@vitejs/plugin-vue";
import { defineConfig } from "vitest/config";
import { licences } from "../../scripts/licences.ts";
import { offline } from "../../scripts/offline.ts";

const server = process.env.CHENGYUN_SERVER ?? "http://127.0.0.1:8000";
const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  base: "/field/",
  // Vant's icon font is in its style sheet; the second address of it is on a foreign server and must never be asked.
  css: { postcss: { plugins: [{ postcssPlugin: "own-font-only", Declaration: { src: (one: { value: string }) => void (one.value = one.value.replace(/,?\s*url\(["']?(?:https?:)?\/\/[^)]*\)\s*format\([^)]*\)/g, "")) } }] } },
  plugins: [vue(), licences(), offline("/field/", here("./public"), here("./src/worker.js"), /assets\/(gl|baseStyle|maplibre-gl|pmtiles)-/)],
  resolve: { alias: { "@": here("./src") } },
  build: {
    outDir: here("../../../src/chengyun/web/dist/field"),
    emptyOutDir: true,
    target: "es2022",
    reportCompressedSize: false,
    chunkSizeWarningLimit: 900,
  },
  server: { host: "127.0.0.1", port: 5174, proxy: { "/api": { target: server, changeOrigin: false }, "/live": server, "/map": server } },
  test: { environment: "happy-dom", include: ["tests/**/*.test.ts"], server: { deps: { inline: ["vant"] } } },
});
