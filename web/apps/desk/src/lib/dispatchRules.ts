/** Rules in order, and what is typed into them. Pure. */
import type { DispatchRule, DispatchRuleIn, RuleCompletion } from "@chengyun/api";
import type { Tone } from "@chengyun/ui";

export const ruleTones: Record<string, Tone> = { on: "done", off: "neutral", broken: "danger", future: "progress", closed: "neutral" };

/** The list with one item taken from its place and put elsewhere. */
export function moved<T>(items: readonly T[], from: number, to: number): T[] {
  const rest = items.filter((_, at) => at !== from);
  const item = items[from];
  if (item === undefined) return [...items];
  rest.splice(Math.max(0, Math.min(to, rest.length)), 0, item);
  return rest;
}

export interface RuleForm {
  code: string;
  name: string;
  expression: string;
  target: DispatchRuleIn["target"];
  unit: string;
  co_units: string[];
  category: string;
  urgency: DispatchRuleIn["urgency"];
  valid_from: string;
  valid_to: string;
  source: string;
}

export function formOf(rule: DispatchRule | null): RuleForm {
  return {
    code: rule?.code ?? "", name: rule?.name ?? "", expression: rule?.shown ?? "", target: (rule?.target ?? "unit") as RuleForm["target"],
    unit: rule?.unit?.code ?? "", co_units: rule?.co_units.map((unit) => unit.code) ?? [], category: rule?.category?.code ?? "",
    urgency: (rule?.urgency ?? "") as RuleForm["urgency"], valid_from: rule?.valid_from ?? "", valid_to: rule?.valid_to ?? "", source: rule?.source ?? "",
  };
}

/** What a rule means: a change of it asks for a new dry run. */
export function meaning(form: RuleForm): string {
  const unit = form.target === "unit" ? form.unit : "";
  return JSON.stringify([form.expression.trim(), form.target, unit, form.co_units, form.category, form.urgency]);
}

export interface Typed {
  text: string;
  caret: number;
}

const OPENING = /["“「]/;
const CLOSING: Record<string, string> = { '"': '"', "“": "”", "「": "」" };

/** The text with a completion put in at the caret, and where the caret stands then. Names come in quotes. */
export function completed(typed: Typed, start: number, item: RuleCompletion["items"][number]): Typed {
  const before = typed.text.slice(0, start);
  let after = typed.text.slice(typed.caret);
  if (item.text === '"') return { text: `${before}""${after}`, caret: before.length + 1 };
  let put = item.text;
  if (item.kind === "name") {
    const opened = [...before].reverse().find((letter) => OPENING.test(letter)) ?? "";
    const inside = opened !== "" && /["“「|]$/.test(before) && (opened !== '"' || before.split('"').length % 2 === 0);
    const closing = CLOSING[opened] ?? '"';
    if (!inside) put = `"${put}"`;
    else if (after.startsWith(closing)) {
      put += closing;
      after = after.slice(1);
    } else put += closing;
  }
  if (!after.startsWith(" ")) put += " ";
  else after = ` ${after.slice(1)}`;
  const text = before + put + after;
  return { text, caret: before.length + put.length + (put.endsWith(" ") ? 0 : 1) };
}
