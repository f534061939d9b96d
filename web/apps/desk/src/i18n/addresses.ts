/** The words of a written Chinese address; they are the same in every language of the pages. */
/** "2单元501" → the entrance and the room; null when no entrance is named. */
export function entranceOf(name: string): { unit: string; room: string } | null {
  const found = /^(.{1,6}?(?:单元|门洞|门))(.+)$/.exec(name);
  return found?.[1] && found[2] ? { unit: found[1], room: found[2] } : null;
}
/** How a written address was understood, in the words of an address. */
export function readAs(read: Record<string, string>): string {
  return [read.estate, read.building && `${read.building}栋`, read.unit && `${read.unit}单元`, read.room && `${read.room}室`].filter(Boolean).join(" ");
}
