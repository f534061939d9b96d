/** What a form of an action shows and sends. Pure: the offer, the values, the vocabulary in; decisions out. */
import type { Field, Meta } from "@chengyun/api";

export type Values = Record<string, unknown>;

export function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === "" || (Array.isArray(value) && value.length === 0);
}

/** The values that a new form starts with. */
export function startValues(fields: readonly Field[], initial: Values = {}): Values {
  const values: Values = {};
  for (const field of fields) {
    if (!isEmpty(initial[field.name])) values[field.name] = initial[field.name];
    else if (field.default !== undefined && field.default !== null) values[field.name] = field.default;
    else if (field.type === "parts") values[field.name] = [{ title: "", text: "", category_id: null }];
    else values[field.name] = ["units", "choices", "files", "cases"].includes(field.type) ? [] : null;
  }
  return values;
}

/**
 * Fields that this answer makes needless: reasons of dissatisfaction when satisfied, the review date of an outcome
 * that has none … They are hidden, unless the server has named them in an error.
 */
export function hiddenFields(fields: readonly Field[], values: Values, meta: Meta | null, named: ReadonlySet<string>): Set<string> {
  const hidden = new Set<string>();
  const has = (name: string) => fields.some((field) => field.name === name);
  const hide = (name: string) => { if (has(name) && !named.has(name)) hidden.add(name); };
  if (has("outcome")) {
    const outcome = meta?.outcomes.find((item) => item.code === values.outcome);
    if (!outcome?.needs_reason) hide("outcome_reason");
    if (!outcome?.needs_review_date) hide("review_date");
    if (isEmpty(values.without_co)) hide("without_co");
  }
  if (has("contacted") && has("solved")) {
    if (values.contacted === false) ["unit_contacted", "solved", "satisfaction", "reasons"].forEach(hide);
    else if (values.satisfaction !== "dissatisfied") hide("reasons");
  }
  if (has("lng") && has("lat")) hidden.add("lat");
  return hidden;
}

/**
 * Fields that this answer makes necessary, though the offer cannot say so: how a callback ended once somebody was
 * reached, the reasons of dissatisfaction, the reason and review date that an outcome asks for.
 */
export function neededFields(fields: readonly Field[], values: Values, hidden: ReadonlySet<string>): Set<string> {
  const needed = new Set(fields.filter((field) => field.required).map((field) => field.name));
  const has = (name: string) => fields.some((field) => field.name === name);
  if (has("contacted") && has("solved") && values.contacted !== false) ["solved", "satisfaction", "reasons"].forEach((name) => needed.add(name));
  if (has("outcome")) ["outcome_reason", "review_date", "without_co"].forEach((name) => needed.add(name));
  return new Set([...needed].filter((name) => has(name) && !hidden.has(name)));
}

/** Names of needed fields that still have no value. */
export function missingFields(fields: readonly Field[], values: Values, hidden: ReadonlySet<string>): string[] {
  return [...neededFields(fields, values, hidden)].filter((name) => isEmpty(values[name]));
}

const same = (a: unknown, b: unknown) => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

/** The body of the action: filled fields that are shown, without those that repeat what the case already says. */
export function bodyOf(fields: readonly Field[], values: Values, hidden: ReadonlySet<string>, initial: Values = {}): Values {
  const body: Values = {};
  for (const field of fields) {
    const value = values[field.name];
    const paired = field.name === "lat" && !isEmpty(values.lng);
    if ((hidden.has(field.name) && !paired) || isEmpty(value)) continue;
    if (!field.required && field.name in initial && same(value, initial[field.name])) continue;
    body[field.name] = value;
  }
  return body;
}
