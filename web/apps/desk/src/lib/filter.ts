import type { Query } from "@chengyun/api";
import type { LocationQuery } from "vue-router";

/** How the value of a filter is chosen and told. */
export type FilterKind = "coded" | "category" | "unit" | "area" | "flag3" | "moment" | "hour" | "words" | "drawn" | "related" | "gathered";

export interface FilterField {
  name: string;
  kind: FilterKind;
  /** Which vocabulary names its values (see stores/meta). */
  vocabulary?: string;
}

/** Every filter of the list, in the order in which they are offered. */
export const filterFields: FilterField[] = [
  { name: "state", kind: "coded", vocabulary: "state" },
  { name: "due", kind: "coded", vocabulary: "due" },
  { name: "category", kind: "category", vocabulary: "category" },
  { name: "unit", kind: "unit", vocabulary: "unit" },
  { name: "area", kind: "area", vocabulary: "area" },
  { name: "kind", kind: "coded", vocabulary: "kind" },
  { name: "channel", kind: "coded", vocabulary: "channel" },
  { name: "urgency", kind: "coded", vocabulary: "urgency" },
  { name: "flag", kind: "coded", vocabulary: "flag" },
  { name: "outcome", kind: "coded", vocabulary: "outcome" },
  { name: "satisfaction", kind: "coded", vocabulary: "satisfaction" },
  { name: "pending", kind: "coded", vocabulary: "pending" },
  { name: "lifecycle", kind: "coded", vocabulary: "lifecycle" },
  { name: "open", kind: "flag3" },
  { name: "supervised", kind: "flag3" },
  { name: "was_overdue", kind: "flag3" },
  { name: "joined", kind: "flag3" },
  { name: "matter", kind: "flag3" },
  { name: "open_matter", kind: "flag3" },
  { name: "likely", kind: "flag3" },
  { name: "received_from", kind: "moment" },
  { name: "received_to", kind: "moment" },
  { name: "closed_from", kind: "moment" },
  { name: "closed_to", kind: "moment" },
  { name: "hour", kind: "hour" },
  { name: "unset", kind: "coded" },
  { name: "direct", kind: "coded" },
  { name: "within", kind: "drawn" },
  { name: "placed", kind: "flag3" },
  { name: "related", kind: "related" },
  { name: "gathered", kind: "gathered" },
  { name: "q", kind: "words" },
];
const known = new Map(filterFields.map((field) => [field.name, field]));

export interface ListState {
  filters: Query;
  sort: string;
  open: string;
}

/** The list that an address means. Unknown names are left out. */
export function parseList(query: LocationQuery, defaultSort: string): ListState {
  const filters: Query = {};
  for (const [name, raw] of Object.entries(query)) {
    const value = Array.isArray(raw) ? raw.filter(Boolean).join(",") : raw;
    if (known.has(name) && value) filters[name] = value;
  }
  const one = (value: unknown) => (typeof value === "string" ? value : "");
  return { filters, sort: one(query.sort) || defaultSort, open: one(query.case) };
}

/** The address of a list; what is the default is left out. */
export function listQuery(state: ListState, defaultSort: string): Query {
  const query: Query = { ...state.filters };
  if (state.sort && state.sort !== defaultSort) query.sort = state.sort;
  if (state.open) query.case = state.open;
  return query;
}

/** A figure's query, whatever its value types, as the text of an address. */
export function asQuery(query: Record<string, unknown>): Query {
  const text: Query = {};
  for (const [name, value] of Object.entries(query)) if (value !== null && value !== undefined) text[name] = String(value);
  return text;
}

export const fieldOf = (name: string) => known.get(name);
