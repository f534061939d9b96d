import { fileURLToPath } from "node:url";
import vue from "@vitejs/plugin-vue";
import { defineConfig } from "vitest/config";
import { licences } from "../../scripts/licences.ts";

const server = process.env.CHENGYUN_SERVER ?? "http://127.0.0.1:8000";
const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  base: "/neighbour/",
  plugins: [vue(), licences()],
  resolve: { alias: { "@": here("./src") } },
  build: {
    outDir: here("../../../src/chengyun/web/dist/neighbour"),
    emptyOutDir: true,
    target: "es2020",
    reportCompressedSize: false,
    chunkSizeWarningLimit: 900,
  },
  server: { host: "127.0.0.1", port: 5175, proxy: { "/api": { target: server, changeOrigin: false }, "/map": server } },
  test: { environment: "happy-dom", include: ["tests/**/*.test.ts"] },
});
