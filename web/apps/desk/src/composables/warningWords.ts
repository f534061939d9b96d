import type { WarningEvidence, WarningStep } from "@chengyun/api";
import { useI18n } from "vue-i18n";
import { oneIn } from "@/lib/warnings";
import { count } from "@/lib/time";

/** Evidence and history of warnings in words. */
export function useWarningWords() {
  const { t, te } = useI18n();

  function said(item: WarningEvidence): string {
    const given = { n: count(item.count), h: item.hours ?? "", place: item.place ? t(`warnings.evidence.place.${item.place}`) : "" };
    if (item.way === "words") return t("warnings.evidence.words", { ...given, terms: (item.terms ?? []).map((term) => `“${term}”`).join(t("word.separator")) });
    if (item.way === "callers") return t("warnings.evidence.callers", given);
    if (item.way === "growth") return t((item.expected ?? 0) < 1 ? "warnings.evidence.growthRare" : "warnings.evidence.growth", { ...given, usual: Math.round((item.expected ?? 0) * 10) / 10 });
    return t("warnings.evidence.count", given);
  }
  /** How it was found: the least number, or the chance. */
  function how(item: WarningEvidence): string {
    if (item.way !== "growth" || item.p === undefined) return t(item.way === "callers" ? "warnings.evidence.leastPeople" : "warnings.evidence.least", { n: count(item.minimum) });
    const n = oneIn(item.p);
    const chance = n === null ? t("warnings.evidence.chance.rare") : t("warnings.evidence.chance.one", { n: count(n) });
    return t("warnings.evidence.growthHow", { weeks: item.weeks ?? 8, chance });
  }
  function told(step: WarningStep): string {
    const { detail } = step;
    const reason = detail.reason && te(`warnings.reason.${detail.reason}`) ? t(`warnings.reason.${detail.reason}`) : "";
    const key = `warnings.step.${step.action}`;
    return te(key) ? t(key, { rule: detail.rule ?? "", added: detail.added ?? 0, cases: detail.cases ?? 0, reason, n: detail.numbers?.length ?? 0, unit: detail.unit ?? "" }) : step.action;
  }
  return { said, how, told };
}
