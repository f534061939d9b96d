/** What a file of a case is shown as, and where in its story it belongs. */
import type { Attachment } from "@chengyun/api";

export type FileShape = "photo" | "audio" | "video" | "pdf" | "other";

export function shapeOf(file: Attachment): FileShape {
  if (file.kind === "image") return "photo";
  if (file.kind === "audio") return "audio";
  if (file.kind === "video") return "video";
  return file.view_url ? "pdf" : "other";
}

const AFTER = new Set(["after", "reply", "check"]);

/** Photos before the work, and those that show what was done. */
export function sidesOf(files: readonly Attachment[]): { before: Attachment[]; after: Attachment[] } {
  const photos = files.filter((file) => shapeOf(file) === "photo");
  return { before: photos.filter((file) => !AFTER.has(file.stage)), after: photos.filter((file) => AFTER.has(file.stage)) };
}

export const ZOOMS = [1, 1.5, 2, 3, 4, 6] as const;

/** The next step of magnification in a direction. */
export function zoomed(now: number, by: 1 | -1): number {
  const at = ZOOMS.reduce((best, step, index) => (Math.abs(step - now) < Math.abs((ZOOMS[best] ?? 1) - now) ? index : best), 0);
  return ZOOMS[Math.min(Math.max(at + by, 0), ZOOMS.length - 1)] ?? 1;
}
