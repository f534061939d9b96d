/** An article being written: what the form holds, what is sent, what is kept on this machine until it was. */
import type { Article, ArticleIn, ArticlePhone, ArticleSource } from "@chengyun/api";

export interface ArticleForm extends Record<string, unknown> {
  title: string;
  question: string;
  text: string;
  keywords: string;
  audience: string;
  unit_id: number | null;
  category_ids: number[];
  area_ids: number[];
  phones: { name: string; number: string }[];
  sources: { name: string; url: string; date: string }[];
  kept_files: { id: string; name: string }[];
  new_files: string[];
  valid_from: string;
  valid_until: string;
  review_on: string;
  note: string;
}

export const emptyForm = (more: Partial<ArticleForm> = {}): ArticleForm => ({
  title: "", question: "", text: "", keywords: "", audience: "public", unit_id: null, category_ids: [], area_ids: [], phones: [], sources: [], kept_files: [], new_files: [],
  valid_from: "", valid_until: "", review_on: "", note: "", ...more,
});

export const formOf = (article: Article): ArticleForm => emptyForm({
  title: article.title, question: article.question, text: article.text, keywords: article.keywords.join(" "), audience: article.audience, unit_id: article.unit?.id ?? null,
  category_ids: article.categories.map((row) => row.id), area_ids: article.areas.map((row) => row.id), phones: article.phones.map((row) => ({ ...row })),
  sources: article.sources.map((row) => ({ name: row.name, url: row.url ?? "", date: row.date ?? "" })), kept_files: article.attachments.map((file) => ({ id: file.id, name: file.name })),
  valid_from: article.valid_from ?? "", valid_until: article.valid_until ?? "", review_on: article.review_on ?? "",
});

export function bodyOf(form: ArticleForm): ArticleIn {
  const phones: ArticlePhone[] = form.phones.map((row) => ({ name: row.name.trim(), number: row.number.trim() })).filter((row) => row.number);
  const sources: ArticleSource[] = form.sources.map((row) => ({ name: row.name.trim(), url: row.url.trim(), date: row.date || null })).filter((row) => row.name);
  return {
    title: form.title.trim(), question: form.question.trim(), text: form.text.trim(), keywords: [...new Set(form.keywords.split(/[\s,;\u3001\uff0c\uff1b]+/).filter(Boolean))],
    audience: form.audience as ArticleIn["audience"], unit_id: form.unit_id, category_ids: form.category_ids, area_ids: form.area_ids, phones, sources,
    attachment_ids: [...form.kept_files.map((file) => file.id), ...form.new_files],
    valid_from: form.valid_from || null, valid_until: form.valid_until || null, review_on: form.review_on || null, note: form.note.trim(),
  };
}

/** Names of what is still needed before it can be kept. */
export const missingOf = (form: ArticleForm): string[] => (["title", "text"] as const).filter((name) => form[name].trim().length < 2);

// --- kept on this machine --------------------------------------------------------------------------------------------
const KEY = "chengyun.articles";
interface KeptForm {
  account: string;
  key: string;
  /** The version that was being changed: what was written against an older one is shown as such. */
  base: number;
  form: ArticleForm;
}
function all(): KeptForm[] {
  try {
    const saved = JSON.parse(localStorage.getItem(KEY) ?? "[]") as KeptForm[];
    return Array.isArray(saved) ? saved : [];
  } catch {
    return [];
  }
}
const others = (account: string, key: string) => all().filter((one) => one.account === account && one.key !== key);
export const keptForm = (account: string, key: string): KeptForm | undefined => all().find((one) => one.account === account && one.key === key);
export const keepForm = (one: KeptForm): void => localStorage.setItem(KEY, JSON.stringify([one, ...others(one.account, one.key)].slice(0, 5)));
export const dropForm = (account: string, key: string): void => localStorage.setItem(KEY, JSON.stringify(others(account, key)));
