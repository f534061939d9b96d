import type { Choice } from "@chengyun/ui";
import { useI18n } from "vue-i18n";
import type { FilterField } from "@/lib/filter";
import { fieldOf } from "@/lib/filter";
import { readDispatchPart } from "@/lib/dispatchWords";
import { readRing } from "@/lib/drawn";
import { dateTime } from "@/lib/time";
import { useMeta } from "@/stores/meta";

/** Filters in words, and what can be chosen for each. */
export function useFilterWords() {
  const { t, te } = useI18n();
  const meta = useMeta();

  function valueName(field: FilterField, value: string): string {
    if (field.kind === "flag3") return t(value === "true" ? "list.filter.yes" : "list.filter.no");
    if (field.kind === "moment") return dateTime(value);
    if (field.kind === "drawn") return t("list.filter.drawn", { n: readRing(value).length });
    if (field.kind === "related") {
      const [number = "", kind = ""] = value.split(":");
      return t("list.filter.relatedTo", { number, kind: te(`case.related.${kind}`) ? t(`case.related.${kind}`) : kind });
    }
    if (field.kind === "gathered") {
      const source = value.split(":")[0] ?? "";
      const what = value.slice(source.length + 1);
      if (source === "dispatch") return dispatchName(what);
      if (source === "reply") {
        const [code = "", first = "", last = "", unit = ""] = what.split(":");
        const whose = unit ? meta.nameOf("unit", unit) : "";
        return [te(`replies.hint.${code}`) ? t(`replies.hint.${code}`) : code, whose, t("replies.page.range", { from: first, to: last })].filter(Boolean).join(" · ");
      }
      return te(`list.gathered.${source}`) ? t(`list.gathered.${source}`, { what }) : value;
    }
    if (field.kind === "hour") return t("list.filter.hourValue", { h: value });
    if (field.name === "due") return t(`tone.${value}`);
    if (field.name === "pending") return te(`list.pending.${value}`) ? t(`list.pending.${value}`) : value;
    if (field.name === "flag" && te(`flags.${value}`)) return t(`flags.${value}`);
    if (field.name === "unset" || field.name === "direct") return te(`list.fields.${value}`) ? t(`list.fields.${value}`) : value;
    return field.vocabulary ? meta.nameOf(field.vocabulary, value) : value;
  }
  /** What figures of dispatching count, as words. */
  function dispatchName(text: string): string {
    const part = readDispatchPart(text);
    const key = `dispatch.gathered.${part.version ? "tried" : "kinds"}.${part.kind}`;
    const category = part.category === undefined ? "" : part.category ? meta.categories.get(part.category)?.name ?? "" : t("dispatch.gathered.none");
    const unit = part.unit ? meta.units.get(part.unit) : undefined;
    return [
      te(key) ? t(key, { n: part.version ?? "" }) : part.kind, part.month, part.since && t("dispatch.gathered.since", { month: part.since }),
      part.days && t("dispatch.gathered.days", { n: part.days }), category, unit?.short_name || unit?.name,
    ].filter(Boolean).join(t("word.separator"));
  }
  /** One filter as a phrase: 类别为 路灯、井盖. `whole`: the value alone says it (督办中). `said`: all of it as one text. */
  function phrase(name: string, value: string): { name: string; label: string; value: string; whole: boolean; said: string } {
    const field = fieldOf(name);
    if (field?.kind === "flag3" && te(`list.said.${name}.${value}`)) {
      const said = t(`list.said.${name}.${value}`);
      return { name: t(`list.fields.${name}`), label: "", value: said, whole: true, said };
    }
    const values = field && !["words", "moment", "drawn", "related", "gathered"].includes(field.kind) ? value.split(",") : [value];
    const told = values.map((item) => (field ? valueName(field, item) : item)).join(t("word.separator"));
    const label = field?.kind === "moment" || field?.kind === "words" ? t(`list.fields.${name}`) : t("list.filter.isKey", { name: t(`list.fields.${name}`) });
    return { name: t(`list.fields.${name}`), label, value: told, whole: false, said: `${label} ${told}` };
  }

  function stateChoices(): Choice[] {
    const seen = new Map<string, Choice>();
    for (const life of meta.meta?.lifecycles ?? []) {
      for (const state of life.states) {
        if (!seen.has(state.code)) seen.set(state.code, { value: state.code, label: meta.nameOf("state", state.code), hint: meta.nameOf("lifecycle", life.code) });
      }
    }
    return [...seen.values()];
  }
  function choicesOf(field: FilterField): readonly Choice[] {
    const vocabulary = meta.meta;
    switch (field.name) {
      case "state": return stateChoices();
      case "due": return ["normal", "due_soon", "overdue"].map((code) => ({ value: code, label: t(`tone.${code}`) }));
      case "pending": return ["extension", "suspension", "return"].map((code) => ({ value: code, label: t(`list.pending.${code}`) }));
      case "category": return meta.categoryCodeChoices;
      case "unit": return meta.unitCodeChoices;
      case "area": return meta.areaCodeChoices;
      case "kind": return meta.coded(vocabulary?.kinds);
      case "channel": return meta.coded(vocabulary?.channels);
      case "urgency": return meta.coded(vocabulary?.urgencies);
      case "flag": return meta.coded(vocabulary?.flags);
      case "outcome": return meta.coded(vocabulary?.outcomes);
      case "satisfaction": return meta.coded(vocabulary?.satisfaction);
      case "unset":
      case "direct": return ["unit", "category", "area"].map((code) => ({ value: code, label: t(`list.fields.${code}`) }));
      case "lifecycle": return (vocabulary?.lifecycles ?? []).map((life) => ({ value: life.code, label: meta.nameOf("lifecycle", life.code) }));
      default: return [];
    }
  }
  return { phrase, choicesOf };
}
