/** What the server declares of a table, in the language of the page. */
import type { MasterColumn, MasterKind } from "@chengyun/api";
import { serverText } from "./serverText";

const words = (table: Record<string, string>) => Object.fromEntries(Object.entries(table).map(([code, name]) => [code, serverText(name)]));

function wordedColumn(column: MasterColumn): MasterColumn {
  return {
    ...column, label: serverText(column.label), help: serverText(column.help), choices: words(column.choices),
    variants: Object.fromEntries(Object.entries(column.variants).map(([value, table]) => [value, words(table)])), fields: column.fields.map(wordedColumn),
  };
}

export function worded(kind: MasterKind): MasterKind {
  return { ...kind, name: serverText(kind.name), help: serverText(kind.help), columns: kind.columns.map(wordedColumn) };
}
