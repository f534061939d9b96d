/** Articles read lately stay on the phone: they can be read and searched where there is no network. */
import type { Article, ArticleHit } from "@chengyun/api";
import { keep, recall } from "./db";

const MOST = 30;
export type KeptArticle = Pick<Article, "id" | "title" | "text" | "question" | "phones" | "state" | "state_name" | "tone" | "answer" | "valid_until"> & { unit: string; keptAt: string };
/** What a list shows of an article, found or kept. */
export type ArticleLine = Pick<ArticleHit, "id" | "title" | "state_name" | "tone" | "answer"> & { passage: { text: string; mark: boolean }[]; kept: boolean };

export const articles = async (): Promise<KeptArticle[]> => (await recall<KeptArticle[]>("articles")) ?? [];

export const toKeep = (found: Article, at: string): KeptArticle => ({
  id: found.id, title: found.title, text: found.text, question: found.question, phones: found.phones, state: found.state, state_name: found.state_name, tone: found.tone, answer: found.answer,
  valid_until: found.valid_until, unit: found.unit.name, keptAt: at,
});

/** The latest first, each once, the oldest leaves. */
export const added = (list: readonly KeptArticle[], one: KeptArticle): KeptArticle[] => [one, ...list.filter((other) => other.id !== one.id)].slice(0, MOST);

export async function keepArticle(found: Article): Promise<void> {
  await keep("articles", added(await articles(), toKeep(found, new Date().toISOString())));
}

/** What is kept and has every word asked for; the passage begins where the first stands. */
export function foundIn(list: readonly KeptArticle[], asked: string): ArticleLine[] {
  const words = asked.trim().toLowerCase().split(/\s+/).filter(Boolean);
  return list
    .filter((one) => words.every((word) => `${one.title} ${one.question} ${one.text}`.toLowerCase().includes(word)))
    .map((one) => {
      const plain = one.text.replaceAll(/^#+\s*/gm, "");
      const at = Math.max(0, plain.toLowerCase().indexOf(words[0] ?? "") - 12);
      return { id: one.id, title: one.title, state_name: one.state_name, tone: one.tone, answer: one.answer, passage: [{ text: plain.slice(at, at + 90), mark: false }], kept: true };
    });
}
