import { fileURLToPath } from "node:url";
import vue from "@vitejs/plugin-vue";
import { ElementPlusResolver } from "unplugin-vue-components/resolvers";
import Components from "unplugin-vue-components/vite";
import { defineConfig } from "vitest/config";
import { licences } from "../../scripts/licences.ts";

const server = process.env.CHENGYUN_SERVER ?? "http://127.0.0.1:8000";

/** These leave marks in what modules keep; the others share one loading of the pages, which takes most of the time. */
const ALONE = ["tests/pages.test.ts", "tests/register.test.ts"];

export default defineConfig({
  plugins: [
    vue(),
    licences(),
    Components({ dts: "src/components.d.ts", dirs: [], resolvers: [ElementPlusResolver({ importStyle: process.env.VITEST ? false : "css" })] }),
  ],
  resolve: { alias: { "@": fileURLToPath(new URL("./src", import.meta.url)) } },
  build: {
    outDir: fileURLToPath(new URL("../../../src/chengyun/web/dist", import.meta.url)),
    emptyOutDir: true,
    target: "es2022",
    reportCompressedSize: false,
    chunkSizeWarningLimit: 900,
  },
  server: {
    host: "127.0.0.1",
    port: 5173,
    proxy: { "/api": { target: server, changeOrigin: false }, "/live": server, "/map": server },
  },
  test: {
    environment: "happy-dom",
    deps: { optimizer: { client: { enabled: true, include: ["element-plus", "element-plus/es"] } } },  // hundreds of files as one
    projects: [
      { extends: true, test: { name: "shared", include: ["tests/**/*.test.ts"], exclude: ALONE, isolate: false } },
      { extends: true, test: { name: "alone", include: ALONE } },
    ],
  },
});
