import type { ProposedUnit } from "@chengyun/api";
import type { ComputedRef, InjectionKey } from "vue";

/** Who is proposed for the case that is open: forms that ask for a unit show them first. */
export const proposedUnits: InjectionKey<ComputedRef<readonly ProposedUnit[]>> = Symbol("proposedUnits");
