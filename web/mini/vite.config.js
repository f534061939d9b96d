import { fileURLToPath } from "node:url";
import uniPlugin from "@dcloudio/vite-plugin-uni";
import { defineConfig } from "vite";

const uni = uniPlugin.default ?? uniPlugin;

export default defineConfig({
  plugins: [uni()],
  resolve: { alias: { "@chengyun/neighbour-core": fileURLToPath(new URL("../packages/neighbour/src/index.ts", import.meta.url)) } },
});
