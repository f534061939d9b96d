import { api, type CategoryMeta, type Coded, type Meta, type UnitMeta } from "@chengyun/api";
import type { Choice } from "@chengyun/ui";
import { defineStore } from "pinia";
import { computed, shallowRef } from "vue";
import { isEnglish } from "@/i18n";
import { serverText } from "@/lib/serverText";

/** The vocabulary of the district: names for codes, and what can be chosen. */
export const useMeta = defineStore("meta", () => {
  const meta = shallowRef<Meta | null>(null);

  async function load(): Promise<void> {
    meta.value = await api.getMeta();
  }

  const byId = <T extends { id: number }>(rows: T[] | undefined) => new Map((rows ?? []).map((row) => [row.id, row]));
  const units = computed(() => byId<UnitMeta>(meta.value?.units));
  const categories = computed(() => byId<CategoryMeta>(meta.value?.categories));
  const areas = computed(() => byId(meta.value?.areas));
  const names = computed(() => {
    const table = new Map<string, string>();
    const add = (kind: string, rows: Coded[] | undefined) =>
      rows?.forEach((row) => table.set(`${kind}:${row.code}`, serverText(row.name)));
    add("kind", meta.value?.kinds);
    add("channel", meta.value?.channels);
    add("outcome", meta.value?.outcomes);
    add("satisfaction", meta.value?.satisfaction);
    add("urgency", meta.value?.urgencies);
    add("flag", meta.value?.flags);
    add("category", meta.value?.categories);
    add("unit", meta.value?.units);
    add("area", meta.value?.areas);
    for (const life of meta.value?.lifecycles ?? []) {
      table.set(`lifecycle:${life.code}`, isEnglish() && life.name_en ? life.name_en : life.name);
      for (const state of life.states) {
        const name = isEnglish() && state.name_en ? state.name_en : state.name;
        if (!table.has(`state:${state.code}`)) table.set(`state:${state.code}`, name);
        table.set(`state:${life.code}:${state.code}`, name);
      }
    }
    return table;
  });

  /** The name of a code, or the code itself when the vocabulary does not know it. */
  function nameOf(kind: string, code: string | Coded | null | undefined): string {
    if (!code) return "";
    if (typeof code !== "string") return code.name;
    return names.value.get(`${kind}:${code}`) ?? code;
  }

  function unitChoice(unit: UnitMeta, value: number | string): Choice {
    const parent = unit.parent_id ? units.value.get(unit.parent_id) : undefined;
    return {
      value, label: unit.name, hint: parent?.short_name || parent?.name,
      search: `${unit.short_name} ${unit.code} ${unit.pinyin}`.toLowerCase(),
    };
  }
  function categoryChoice(category: CategoryMeta, value: number | string): Choice {
    return {
      value, label: category.name, hint: category.path_name === category.name ? undefined : category.path_name,
      search: `${category.initials} ${category.pinyin} ${category.code} ${(category.keywords ?? []).join(" ")}`.toLowerCase(),
    };
  }
  const unitChoices = computed(() => (meta.value?.units ?? []).map((unit) => unitChoice(unit, unit.id)));
  const unitCodeChoices = computed(() => (meta.value?.units ?? []).map((unit) => unitChoice(unit, unit.code)));
  const categoryChoices = computed(() =>
    (meta.value?.categories ?? []).filter((row) => row.selectable !== false).map((row) => categoryChoice(row, row.id)),
  );
  const categoryCodeChoices = computed(() =>
    (meta.value?.categories ?? []).map((row) => categoryChoice(row, row.code)),
  );
  const areaCodeChoices = computed<Choice[]>(() =>
    (meta.value?.areas ?? []).map((area) => ({
      value: area.code, label: area.name, search: area.pinyin.toLowerCase(),
      hint: area.parent_id ? areas.value.get(area.parent_id)?.name : undefined,
    })),
  );
  const coded = (rows: Coded[] | undefined): Choice[] =>
    (rows ?? []).map((row) => ({ value: row.code, label: serverText(row.name) }));
  /** Options of a choice, in the language of the page. */
  const options = (rows: readonly Coded[] | null | undefined): Coded[] =>
    (rows ?? []).map((row) => ({ code: row.code, name: serverText(row.name) }));

  return {
    meta, load, units, categories, areas, nameOf, unitChoices, unitCodeChoices, categoryChoices,
    categoryCodeChoices, areaCodeChoices, coded, options,
  };
});
