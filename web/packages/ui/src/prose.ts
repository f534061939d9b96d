/** Plain text with light marks, as articles are written: `# heading`, `- item`, `1. item`, an empty line between paragraphs. Pure. */
export type Block =
  | { kind: "heading"; level: 2 | 3; text: string }
  | { kind: "paragraph"; lines: string[] }
  | { kind: "list"; ordered: boolean; start: number; items: string[] };

const HEADING = /^(#{1,3})\s+(.+)$/;
const BULLET = /^\s*[-*•·]\s+(.+)$/;
const NUMBERED = /^\s*(\d{1,3})[.)]\s+(.+)$/;

export function blocksOf(text: string): Block[] {
  const blocks: Block[] = [];
  let open = false;
  for (const line of text.replaceAll("\r\n", "\n").split("\n")) {
    const last = open ? blocks.at(-1) : undefined;
    const heading = HEADING.exec(line.trim());
    const bullet = BULLET.exec(line);
    const numbered = NUMBERED.exec(line);
    open = line.trim() !== "";
    if (!open) continue;
    if (heading) {
      blocks.push({ kind: "heading", level: (heading[1]?.length ?? 1) > 1 ? 3 : 2, text: heading[2] ?? "" });
      open = false;
    } else if (bullet || numbered) {
      const item = (bullet ? bullet[1] : numbered?.[2]) ?? "";
      if (last?.kind === "list" && last.ordered === !bullet) last.items.push(item);
      else blocks.push({ kind: "list", ordered: !bullet, start: Number(numbered?.[1] ?? 1), items: [item] });
    } else if (last?.kind === "paragraph") last.lines.push(line.trim());
    else if (last?.kind === "list") last.items[last.items.length - 1] += `\n${line.trim()}`;
    else blocks.push({ kind: "paragraph", lines: [line.trim()] });
  }
  return blocks;
}
