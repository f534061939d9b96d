/** What "wrong.m202609.c12.u5" means (gathering.py of the server): its parts, for telling a list in words. */
export interface DispatchPart {
  kind: string;
  month?: string;
  since?: string;
  days?: string;
  category?: number;
  unit?: number;
  version?: string;
}

const month = (digits: string) => `${digits.slice(0, 4)}-${digits.slice(4)}`;

export function readDispatchPart(text: string): DispatchPart {
  const found: DispatchPart = { kind: "" };
  for (const part of text.split(".")) {
    const digits = part.slice(1);
    if (!/^[a-z]\d+$/.test(part)) found.kind = part;
    else if (part[0] === "m") found.month = month(digits);
    else if (part[0] === "s") found.since = month(digits);
    else if (part[0] === "d") found.days = digits;
    else if (part[0] === "c") found.category = Number(digits);
    else if (part[0] === "u") found.unit = Number(digits);
    else if (part[0] === "v") found.version = digits;
  }
  return found;
}

/** 0.9876 as 99%, never rounded up to certainty. */
export function shareText(share: number): string {
  const rounded = Math.round(share * 100);
  return rounded >= 100 && share < 0.9995 ? "99%" : `${rounded}%`;
}
