import type { CaseRow } from "@chengyun/api";
import { useMeta } from "@/stores/meta";

/** The state of a case in the language of the page; in the server's words when the vocabulary does not know it. */
export function useStateName(): (row: CaseRow) => string {
  const meta = useMeta();
  return (row) => {
    const name = meta.nameOf(`state:${row.lifecycle}`, row.state);
    return name === row.state ? row.state_name : name;
  };
}
