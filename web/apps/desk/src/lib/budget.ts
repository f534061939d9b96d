import { budgetNames, type BudgetFinding, type BudgetPlace } from "@chengyun/api";
import type { IconName, Tone } from "@chengyun/ui";

/** How a severity looks: word, icon and colour. */
export const severityLook: Record<BudgetFinding["severity"], { tone: Tone; icon: IconName }> = {
  E: { tone: "danger", icon: "alert" },
  W: { tone: "warning", icon: "eye" },
  r: { tone: "neutral", icon: "pulse" },
};

/** A figure on the page, as findings name it. `line`: in the published text, 0 when it was typed. */
export interface Spot {
  table: string;
  row: string;
  column: string;
  line: number;
}

/** Whether a place of a finding is this figure: the same table, the same line of the text (or row), the same column. */
export function isAt(place: BudgetPlace, spot: Spot): boolean {
  if (place.table !== spot.table) return false;
  const row = place.line > 0 && spot.line > 0 ? place.line === spot.line : place.row === spot.row;
  return row && (!place.column || !spot.column || place.column === spot.column || !budgetNames.figures.test(place.column));
}

export function whole(place: BudgetPlace): string {
  return [place.table, place.row, place.column].filter(Boolean).join(" · ");
}

/** 1234.5 → "1,234.50"; a figure is shown as printed otherwise. */
export function amount(text: string | null | undefined): string {
  if (!text) return "";
  const [before = "", after] = text.split(".");
  const grouped = before.replace(/\B(?=(\d{3})+$)/g, ",");
  return after === undefined ? grouped : `${grouped}.${after}`;
}
