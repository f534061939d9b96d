/** Which positions of a patrol are worth keeping. Pure. A gap stays a gap: nothing is invented between two points. */
import { metres } from "./near";

export interface Fix {
  lng: number;
  lat: number;
  accuracy: number;
  at: string;
  speed?: number | null;
}

export const RULES = { metres: 15, seconds: 30, accuracy: 100, gapMinutes: 5 };

export function worth(last: Fix | null, next: Fix, rules = RULES): boolean {
  if (!last) return true;
  const seconds = (Date.parse(next.at) - Date.parse(last.at)) / 1000;
  if (seconds <= 0) return false;
  if (seconds >= rules.seconds) return true;
  if (next.accuracy > rules.accuracy) return false;
  return metres(last, next) >= Math.max(rules.metres, Math.min(next.accuracy, 40));
}

/** Pieces of a track, cut where no point came for too long. */
export function pieces<T extends { at: string }>(track: readonly T[], minutes = RULES.gapMinutes): T[][] {
  const found: T[][] = [];
  let last: T | null = null;
  for (const point of track) {
    if (!last || Date.parse(point.at) - Date.parse(last.at) > minutes * 60_000) found.push([]);
    found.at(-1)?.push(point);
    last = point;
  }
  return found;
}

export const length = (track: readonly Fix[]): number =>
  pieces(track).reduce((sum, piece) => sum + piece.slice(1).reduce((part, point, at) => part + metres(piece[at] as Fix, point), 0), 0);
