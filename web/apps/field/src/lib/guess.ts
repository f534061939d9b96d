/** Which category a few words may be about, by the words that the categories have. Works without a network. Pure. */
import type { CategoryMeta } from "@chengyun/api";

export function guess(text: string, categories: readonly CategoryMeta[], most = 3): CategoryMeta[] {
  const said = text.trim();
  if (said.length < 2) return [];
  const pairs = new Set([...said].slice(0, -1).map((_, at) => said.slice(at, at + 2)));
  const points = (category: CategoryMeta): number => {
    const words = (category.keywords ?? []).reduce((sum, word) => sum + (word && said.includes(word) ? 3 + word.length : 0), 0);
    return words + [...category.name].slice(0, -1).filter((_, at) => pairs.has(category.name.slice(at, at + 2))).length;
  };
  return categories
    .map((category) => ({ category, points: points(category) }))
    .filter((one) => one.points > 0)
    .sort((a, b) => b.points - a.points)
    .slice(0, most)
    .map((one) => one.category);
}

/** Categories that have none below them. */
export function lowest(categories: readonly CategoryMeta[], lifecycle: string): CategoryMeta[] {
  const parents = new Set(categories.map((one) => one.parent_id));
  return categories.filter((one) => one.lifecycle === lifecycle && !parents.has(one.id));
}
