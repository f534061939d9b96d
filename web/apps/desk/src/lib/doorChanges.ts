import type { DoorEditing, FieldError } from "@chengyun/api";

/** A district's changes of a door's declaration: what is sent ↔ the rows of the form. Pure. */
export type Changes = Record<string, unknown>;
export const WAYS = ["column", "template", "constant"] as const;
export type Way = (typeof WAYS)[number];
export interface Source { way: Way; what: string; default: string; labels: string }
/** `base`: as declared, null when the district added it. `profile`: the district's profile changed it. `rest`: what the form does not show. */
export interface FieldRow extends Source { name: string; base: Source | null; source: string; profile: boolean; open: boolean; rest: Changes }
/** In: theirs → ours; out: ours → theirs. A declared row without a value is taken away. */
export interface CodeRow { key: string; value: string; base: string | null; profile: boolean }
export interface CodeTable { name: string; source: string; rows: CodeRow[] }
export interface Told { name: string; message: string; path: string; enabled: boolean }
export interface StepRow extends Told { code: string; base: Told; onNames: string[]; source: string; profile: boolean; rest: Changes }
export interface Plain<T> { value: T; base: T; profile: boolean }
export interface ChangesForm {
  fields: FieldRow[];
  codes: CodeTable[];
  codes_out: CodeTable[];
  steps: StepRow[];
  items: Plain<string>;
  transports: Plain<string[]>;
  role: Plain<string>;
  contact: Plain<string>;
  note: Plain<string>;
  operator: Changes;
}

const PARTS = ["fields", "codes", "codes_out", "items", "transports", "write_back", "operator", "note"];
const FACT = /^facts\.[a-z][a-z0-9_]{0,39}$/;
const isTable = (value: unknown): value is Changes => value !== null && typeof value === "object" && !Array.isArray(value);
const table = (value: unknown): Changes => (isTable(value) ? value : {});
const words = (value: unknown, other = "") => (typeof value === "string" ? value : other);
const without = (from: Changes, names: readonly string[]) => Object.fromEntries(Object.entries(from).filter(([name]) => !names.includes(name)));
const texts = (value: unknown): value is string[] => Array.isArray(value) && value.every((one) => typeof one === "string");
const filled = (made: Changes) => Object.keys(made).length > 0;

/** Words before a value in a copied message, as one line and back. */
export const joined = (labels: readonly string[]) => labels.join("、");
export const parted = (text: string) => text.split(/[、,，;；]/).map((one) => one.trim()).filter(Boolean);
export const isFact = (name: string) => FACT.test(name);

/** Whether the form can show these changes without losing any; else they stay JSON. */
export function fits(editing: DoorEditing, changes: Changes): boolean {
  const every = (value: unknown, test: (one: unknown, name: string) => boolean) => value === undefined || (isTable(value) && Object.entries(value).every(([name, one]) => test(one, name)));
  const allWords = (value: unknown) => every(value, (one) => typeof one === "string");
  const steps = editing.declared.write_back.map((step) => step.code);
  const known = new Set(editing.fields.map((one) => one.code));
  const given = changes as { [part: string]: unknown };
  return Object.keys(changes).every((name) => PARTS.includes(name))
    && every(given.fields, (one, name) => isTable(one) && (known.has(name) || isFact(name)) && WAYS.filter((way) => way in one).length <= 1
      && [...WAYS, "default"].every((key) => one[key] === undefined || typeof one[key] === "string") && (one.labels === undefined || texts(one.labels)))
    && every(given.codes, allWords) && every(given.codes_out, allWords)
    && ["items", "note"].every((name) => given[name] === undefined || typeof given[name] === "string")
    && (given.transports === undefined || texts(given.transports)) && allWords(given.operator)
    && every(given.write_back, (one, code) => isTable(one) && steps.includes(code) && ["name", "message", "path"].every((key) => one[key] === undefined || typeof one[key] === "string")
      && (one.enabled === undefined || typeof one.enabled === "boolean"));
}

function fieldRow(name: string, base: Source | null, source: string, profile: boolean, given: unknown): FieldRow {
  const new_ = table(given);
  const way = WAYS.find((one) => one in new_) ?? base?.way ?? "column";
  const what = words(new_[way], base?.way === way ? base.what : "");
  const labels = texts(new_.labels) ? joined(new_.labels) : base?.labels ?? "";
  return { name, base, source, profile, way, what, default: words(new_.default, base?.default), labels, open: given !== undefined, rest: without(new_, [...WAYS, "default", "labels"]) };
}

function codeTables(declared: DoorEditing["declared"]["codes"], profile: unknown, given: unknown): CodeTable[] {
  const brought = table(profile), changed = table(given);
  const tables = declared.map((one) => ({ name: one.name, source: one.source, base: one.rows as Record<string, string> }));
  for (const name of Object.keys(changed)) if (!tables.some((one) => one.name === name)) tables.push({ name, source: "", base: {} });
  return tables.map(({ name, source, base }) => {
    const rows = table(changed[name]);
    const old = Object.entries(base).map(([key, text]) => ({ key, value: words(rows[key], text), base: text, profile: key in table(brought[name]) }));
    const added = Object.entries(rows).filter(([key, text]) => !(key in base) && text !== "");
    return { name, source, rows: [...old, ...added.map(([key, text]) => ({ key, value: words(text), base: null, profile: false }))] };
  });
}

/** The rows of the form. */
export function toForm(editing: DoorEditing, changes: Changes): ChangesForm {
  const { declared, profile } = editing;
  const given = table(changes.fields), steps = table(changes.write_back), operator = table(changes.operator), brought = table(profile);
  const plain = <T>(name: string, base: T, value: T | undefined): Plain<T> => ({ value: value ?? base, base, profile: name in brought });
  const names = declared.fields.map((one) => one.name);
  return {
    fields: [
      ...declared.fields.map((one) => fieldRow(one.name, { way: one.way as Way, what: one.what, default: one.default, labels: joined(one.labels) }, one.source, one.changed, given[one.name])),
      ...Object.keys(given).filter((name) => !names.includes(name)).map((name) => fieldRow(name, null, "", false, given[name])),
    ],
    codes: codeTables(declared.codes, brought.codes, changes.codes),
    codes_out: codeTables(declared.codes_out, brought.codes_out, changes.codes_out),
    steps: declared.write_back.map((one) => {
      const base = { name: one.name, message: one.message, path: one.path, enabled: one.enabled }, new_ = table(steps[one.code]);
      const told = { name: words(new_.name, base.name), message: words(new_.message, base.message), path: words(new_.path, base.path), enabled: typeof new_.enabled === "boolean" ? new_.enabled : base.enabled };
      return { ...told, code: one.code, base, onNames: one.on_names, source: one.source, profile: one.code in table(brought.write_back), rest: without(new_, Object.keys(base)) };
    }),
    items: plain("items", declared.items, changes.items as string | undefined),
    transports: plain("transports", [...declared.transports], texts(changes.transports) ? [...changes.transports] : undefined),
    role: { ...plain("operator", declared.operator.role ?? "", operator.role as string | undefined), profile: "role" in table(brought.operator) },
    contact: { ...plain("operator", declared.operator.contact ?? "", operator.contact as string | undefined), profile: "contact" in table(brought.operator) },
    note: plain("note", declared.note, (changes.note as string | undefined) || undefined),
    operator: without(operator, ["role", "contact"]),
  };
}

/** What a field's row changes; {} when nothing. */
export function fieldChange(row: FieldRow): Changes {
  const { base } = row, made: Changes = { ...row.rest };
  if (!row.open) return {};
  if (!base || row.way !== base.way || row.what.trim() !== base.what) made[row.way] = row.what.trim();
  if (row.default.trim() !== (base?.default ?? "")) made.default = row.default.trim();
  if (joined(parted(row.labels)) !== (base?.labels ?? "")) made.labels = parted(row.labels);
  return made;
}
export function stepChange(row: StepRow): Changes {
  const made: Changes = { ...row.rest };
  for (const name of ["name", "message", "path"] as const) if (row[name].trim() !== row.base[name]) made[name] = row[name].trim();
  if (row.enabled !== row.base.enabled) made.enabled = row.enabled;
  return made;
}
export const rowChanged = (row: CodeRow) => row.base !== row.value.trim();
export const plainChanged = (one: Plain<unknown>) => JSON.stringify(one.value) !== JSON.stringify(one.base);

function fromTables(tables: CodeTable[]): Changes {
  const made: Changes = {};
  for (const one of tables) {
    const rows = Object.fromEntries(one.rows.filter((row) => rowChanged(row) && row.key.trim() && (row.base !== null || row.value.trim())).map((row) => [row.base === null ? row.key.trim() : row.key, row.value.trim()]));
    if (filled(rows)) made[one.name] = rows;
  }
  return made;
}

/** What is sent: only what differs from the declaration. */
export function fromForm(form: ChangesForm): Changes {
  const made: Changes = {};
  const put = (name: string, part: Changes) => { if (filled(part)) made[name] = part; };
  put("fields", Object.fromEntries(form.fields.map((row) => [row.name, fieldChange(row)] as const).filter(([, one]) => filled(one))));
  put("codes", fromTables(form.codes));
  put("codes_out", fromTables(form.codes_out));
  if (form.items.value.trim() !== form.items.base) made.items = form.items.value.trim();
  if (plainChanged(form.transports)) made.transports = form.transports.value;
  put("write_back", Object.fromEntries(form.steps.map((row) => [row.code, stepChange(row)] as const).filter(([, one]) => filled(one))));
  const person = (name: "role" | "contact") => (form[name].value.trim() !== form[name].base ? { [name]: form[name].value.trim() } : {});
  put("operator", { ...form.operator, ...person("role"), ...person("contact") });
  if (form.note.value.trim() && form.note.value.trim() !== form.note.base) made.note = form.note.value.trim();
  return made;
}

/** How many places are changed: a field, a row of codes, a step, or one of the rest. */
export function countChanges(changes: Changes): number {
  const size = (value: unknown) => Object.keys(table(value)).length;
  const inside = (value: unknown) => Object.values(table(value)).reduce<number>((sum, rows) => sum + size(rows), 0);
  const single = ["items", "transports", "note"].filter((name) => name in changes).length;
  return size(changes.fields) + inside(changes.codes) + inside(changes.codes_out) + size(changes.write_back) + size(changes.operator) + single;
}

export type Faults = Record<string, string[]>;
/** What is missing in rows, before anything is sent: place → kinds of faults. */
export function missing(form: ChangesForm): Record<string, "empty" | "twice" | "half"> {
  const found: Record<string, "empty" | "twice" | "half"> = {};
  for (const row of form.fields) if (row.open && !row.what.trim()) found[`fields.${row.name}`] = "empty";
  for (const part of ["codes", "codes_out"] as const) {
    for (const one of form[part]) {
      const seen = new Set<string>();
      one.rows.forEach((row, at) => {
        const key = row.key.trim();
        if (row.base === null && !key !== !row.value.trim()) found[`${part}.${one.name}#${at}`] = "half";
        else if (key && seen.has(key)) found[`${part}.${one.name}#${at}`] = "twice";
        seen.add(key);
      });
    }
  }
  return found;
}

/** The server's faults of `changes.…` by the row that they mean; "" for those that mean none. */
export function placed(form: ChangesForm, errors: readonly FieldError[]): Faults {
  const found: Faults = {};
  for (const error of errors.filter((one) => one.field.startsWith("changes."))) (found[place(form, error.field.slice(8))] ??= []).push(error.message);
  return found;
}
function place(form: ChangesForm, where: string): string {
  const field = where.startsWith("incoming.fields.") ? where.slice(16).replace(/\.source$/, "") : "";
  if (form.fields.some((row) => row.name === field)) return `fields.${field}`;
  for (const part of ["codes_out", "codes"] as const) {
    if (!where.startsWith(`${part}.`)) continue;
    const one = form[part].find((other) => where === `${part}.${other.name}` || where.startsWith(`${part}.${other.name}.`));
    if (!one) return "";
    const key = where.slice(part.length + one.name.length + 2), at = one.rows.findIndex((row) => key !== "" && row.key.trim() === key);
    return at < 0 ? `${part}.${one.name}` : `${part}.${one.name}#${at}`;
  }
  const step = /^write_back\[(\d+)\]/.exec(where)?.[1];
  const code = step ? form.steps[Number(step) - 1]?.code : where.replace("changes.write_back.", "");
  if (form.steps.some((row) => row.code === code)) return `write_back.${code}`;
  return { "incoming.transports": "transports", items: "items", operator: "role", note: "note" }[where] ?? "";
}
