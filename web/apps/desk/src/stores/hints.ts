import { api, type CaseRow, type DispatchHint } from "@chengyun/api";
import { defineStore } from "pinia";
import { reactive } from "vue";
import { useSession } from "./session";

const TOGETHER = 120;
const MOST = 100;
const KEPT = 2_000;

/** Who is proposed for the cases of a list that nobody has yet; asked for many rows at once. */
export const useHints = defineStore("hints", () => {
  const session = useSession();
  const known = reactive(new Map<string, DispatchHint | null>());
  const wanted = new Map<string, string>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  const keyOf = (row: CaseRow) => `${row.number}:${row.version}`;
  async function ask(): Promise<void> {
    const some = [...wanted].slice(0, MOST);
    for (const [key] of some) wanted.delete(key);
    if (wanted.size) timer = setTimeout(ask, TOGETHER);
    try {
      const told = new Map((await api.dispatching.hints(some.map(([, number]) => number))).map((hint) => [hint.number, hint]));
      if (known.size > KEPT) known.clear();
      for (const [key, number] of some) known.set(key, told.get(number) ?? null);
    } catch {
      for (const [key] of some) known.set(key, null);
    }
  }
  /** The proposal for a row; undefined until it is known, and for rows that need none. */
  function of(row: CaseRow): DispatchHint | undefined {
    if (row.lead_unit || !row.open || !session.can("case.dispatch")) return undefined;
    const key = keyOf(row);
    if (!known.has(key) && !wanted.has(key)) {
      wanted.set(key, row.number);
      clearTimeout(timer);
      timer = setTimeout(ask, TOGETHER);
    }
    return known.get(key) ?? undefined;
  }
  return { of };
});
