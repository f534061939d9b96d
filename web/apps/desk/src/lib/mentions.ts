/** Naming colleagues in a text. Pure. */
export interface Named {
  kind: "person" | "unit";
  id: number;
  name: string;
}

const OPENED = /(?:^|[^0-9A-Za-z@])@([^\s@，。；：、！？,;:!?]{0,20})$/;

/** What was typed behind the @ at the caret; null when nobody is being named there. */
export function mentionAt(text: string, caret: number): string | null {
  return OPENED.exec(text.slice(0, caret))?.[1] ?? null;
}

/** The text with the name in the place of what was typed, and where to go on. */
export function withMention(text: string, caret: number, name: string): { text: string; caret: number } {
  const typed = mentionAt(text, caret);
  if (typed === null) return { text, caret };
  const start = caret - typed.length;
  const head = `${text.slice(0, start)}${name} `;
  return { text: head + text.slice(caret).replace(/^ /, ""), caret: head.length };
}

/** Those whose name still stands in the text behind an @; of "@张三" and "@张三丰" each for itself. */
export function mentioned(text: string, named: readonly Named[]): Named[] {
  const longest = [...named].sort((a, b) => b.name.length - a.name.length);
  let rest = text;
  const found = new Set<Named>();
  for (const one of longest) {
    if (!rest.includes(`@${one.name}`)) continue;
    found.add(one);
    rest = rest.split(`@${one.name}`).join("");
  }
  return named.filter((one) => found.has(one));
}
