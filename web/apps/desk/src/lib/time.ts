/** Times as the trade reads them. All of the district's clocks are Beijing time, whatever the machine says. */
const parts = new Intl.DateTimeFormat("en-CA", {
  timeZone: "Asia/Shanghai", year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit",
  second: "2-digit", hourCycle: "h23",
});

function split(iso: string | Date): Record<string, string> {
  const date = typeof iso === "string" ? new Date(iso) : iso;
  const found: Record<string, string> = {};
  for (const part of parts.formatToParts(date)) found[part.type] = part.value;
  return found;
}

/** 2026-11-21 14:05 */
export function dateTime(iso: string | null | undefined): string {
  if (!iso) return "";
  const p = split(iso);
  return `${p.year}-${p.month}-${p.day} ${p.hour}:${p.minute}`;
}

/** 2026-11-21 */
export function dateOf(iso: string | Date | null | undefined): string {
  if (!iso) return "";
  const p = split(iso);
  return `${p.year}-${p.month}-${p.day}`;
}

/** 14:05 today, 11-20 14:05 in this year, 2025-11-20 14:05 before. */
export function shortTime(iso: string | null | undefined, now = new Date()): string {
  if (!iso) return "";
  const p = split(iso);
  const n = split(now);
  const clock = `${p.hour}:${p.minute}`;
  if (p.year !== n.year) return `${p.year}-${p.month}-${p.day} ${clock}`;
  return p.month === n.month && p.day === n.day ? clock : `${p.month}-${p.day} ${clock}`;
}

/** 1,234,567 */
export function count(value: number | null | undefined): string {
  return value === null || value === undefined ? "" : value.toLocaleString("en-US");
}

export function percent(part: number, whole: number): string {
  return whole ? `${((part / whole) * 100).toFixed(1)}%` : "—";
}

export function fileSize(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024)} KB`;
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

/** Minutes between now and a moment in natural time; negative when it is past. */
export function minutesTo(iso: string, now = new Date()): number {
  return Math.floor((new Date(iso).getTime() - now.getTime()) / 60_000);
}
