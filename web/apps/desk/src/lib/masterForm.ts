/** Pure rules of the master data pages: what a form starts with, what it sends, how a cell reads. */
import type { MasterColumn, MasterKind, MasterRow, MasterValues } from "@chengyun/api";

/** How the server writes a day off, and a day that is open as usual. */
export const REST = "\u4f11";
export const WORKING = "\u73ed";

/** What an empty field of this column holds. */
export function emptyOf(column: MasterColumn): unknown {
  if (column.default !== null && column.default !== undefined) return column.default;
  switch (column.kind) {
    case "list":
    case "records":
      return [];
    case "map":
      return {};
    case "bool":
      return false;
    default:
      return "";
  }
}

/** The values that a form begins with: those of a row, or empty ones. */
export function startValues(kind: MasterKind, row: MasterRow | null): MasterValues {
  const values: MasterValues = {};
  for (const column of kind.columns) {
    const known = row && !column.virtual ? row.values[column.name] : undefined;
    values[column.name] = structuredClone(known ?? emptyOf(column));
  }
  return values;
}

/** A copy of a row without what must be its own: code and days. */
export function copyValues(kind: MasterKind, row: MasterRow): MasterValues {
  const values = startValues(kind, row);
  for (const column of kind.columns) {
    if (column.name === "version") values.version = Number(row.values.version ?? 0) + 1;
    else if (["valid_from", "valid_to"].includes(column.name) || (column.key && !column.refs.length && !kind.key.includes("version"))) values[column.name] = emptyOf(column);
  }
  return values;
}

export function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(normal(a)) === JSON.stringify(normal(b));
}
function normal(value: unknown): unknown {
  return value === null || value === undefined ? "" : value;
}

/** What is sent: for a new row everything, for a known one the columns that were changed. */
export function toSend(kind: MasterKind, row: MasterRow | null, values: MasterValues): MasterValues {
  const start = startValues(kind, row);
  const sent: MasterValues = {};
  for (const column of kind.columns) {
    const value = values[column.name];
    if (row && same(value, start[column.name])) continue;
    if (!row && column.virtual && !value) continue;
    sent[column.name] = value ?? "";
  }
  return sent;
}

/** A reference is shown by name, so its heading need not say that it is a code. */
export const labelOf = (column: MasterColumn): string => (column.refs.length ? column.label.replace(/(?<=..)\u7f16\u7801$/, "") : column.label);

/** The choices of a column in a row with these values. */
export function choicesOf(column: MasterColumn, values: MasterValues): Record<string, string> {
  return (column.by && column.variants[String(values[column.by] ?? "")]) || column.choices;
}

/** How a value reads in the table and in the form's summary. */
export function cellText(column: MasterColumn, value: unknown, names: Record<string, string> = {}, yes = "✓", no = "✗", row: MasterValues = {}): string {
  if (value === null || value === undefined || value === "") return "";
  switch (column.kind) {
    case "bool":
      return value ? yes : no;
    case "choice":
      return choicesOf(column, row)[String(value)] ?? String(value);
    case "list":
      return (value as string[]).map((code) => names[code] ?? code).join("、");
    case "records":
      return (value as MasterValues[]).map((record) => recordText(column, record, row)).join("；");
    case "map":
      return conditionText(column, value as MasterValues, names);
    default:
      return names[String(value)] ?? String(value);
  }
}

function recordText(column: MasterColumn, record: MasterValues, row: MasterValues): string {
  const shown = column.fields.filter((field) => !["warn", "source", "code", "name"].includes(field.name));
  return shown.map((field) => cellText(field, record[field.name], {}, "", "", row)).filter(Boolean).join(" ");
}

function conditionText(column: MasterColumn, value: MasterValues, names: Record<string, string>): string {
  const parts = Object.entries(value).map(([name, wanted]) => {
    const field = column.fields.find((item) => item.name === name);
    const many = (Array.isArray(wanted) ? wanted : [wanted]).map((code) => field?.choices[String(code)] ?? names[String(code)] ?? String(code));
    return `${field?.label ?? name}：${many.join("、")}`;
  });
  return parts.join("，");
}

/** The columns that a table has room for: key, name and the first others that are meant to be listed. */
export function tableColumns(kind: MasterKind, most = 7): MasterColumn[] {
  const wide = ["source", "sort", "valid_from"];
  const shown = kind.columns.filter((column) => column.listed && !column.virtual && !wide.includes(column.name) && column.name !== "geometry");
  const chosen = shown.slice(0, most);
  const last = kind.columns.find((column) => column.name === "valid_to");
  if (last && !chosen.includes(last)) chosen.push(last);
  return chosen;
}

export interface Span {
  from: string;
  to: string;
}
/** "09:00-12:00 13:30-17:00" → spans. */
export function readSpans(text: string): Span[] {
  return text.split(/\s+/).filter((part) => part.includes("-")).map((part) => {
    const [from = "", to = ""] = part.split("-");
    return { from, to };
  });
}
export function writeSpans(spans: readonly Span[]): string {
  return spans.filter((span) => span.from && span.to).map((span) => `${span.from}-${span.to}`).join(" ");
}
