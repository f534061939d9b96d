/** What can be chosen, and how it is found: by words, pinyin, initials or code. Pure. */
export interface Choice<V = string | number> {
  value: V;
  label: string;
  hint?: string;
  /** Lower-case text in which the query is looked for beside the label: pinyin, initials, code. */
  search?: string;
}

function rank(choice: Choice, words: string[]): number {
  const label = choice.label.toLowerCase();
  const keys = (choice.search ?? "").split(/\s+/);
  let worst = 0;
  for (const word of words) {
    let best = Infinity;
    if (label === word) best = 0;
    else if (label.startsWith(word)) best = 1;
    else if (keys.includes(word)) best = 2;
    else if (label.includes(word)) best = 3;
    else if (keys.some((key) => key.startsWith(word))) best = 4;
    else if ((choice.search ?? "").includes(word) || (choice.hint ?? "").toLowerCase().includes(word)) best = 5;
    worst = Math.max(worst, best);
  }
  return worst;
}

/** The choices that fit every word of the query, best first; all (in their own order) for an empty query. */
export function matchChoices<C extends Choice>(choices: readonly C[], query: string, limit = 60): C[] {
  const words = query.trim().toLowerCase().split(/\s+/).filter(Boolean);
  if (!words.length) return choices.slice(0, limit);
  return choices
    .map((choice, position) => ({ choice, position, rank: rank(choice, words) }))
    .filter((found) => found.rank < Infinity)
    .sort((a, b) => a.rank - b.rank || a.position - b.position)
    .slice(0, limit)
    .map((found) => found.choice);
}
