import { api, type WarningCounts } from "@chengyun/api";
import { defineStore } from "pinia";
import { shallowRef } from "vue";
import { useSession } from "./session";

/** How many warnings wait: counted in the rail, and told by the page whenever it has read anew. */
export const useWarnings = defineStore("warnings", () => {
  const open = shallowRef<WarningCounts | null>(null);

  async function refresh(): Promise<void> {
    if (!useSession().can("warning.view")) {
      open.value = null;
      return;
    }
    open.value = await api.warnings.open().catch(() => open.value);
  }
  return { open, refresh };
});
