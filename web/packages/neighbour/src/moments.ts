const two = (number: number): string => String(number).padStart(2, "0");

/** "2026-11-21 14:05" in China, wherever the phone is. */
export function moment(iso: string | null | undefined): string {
  if (!iso) return "";
  const at = new Date(new Date(iso).getTime() + 8 * 3600_000);
  return `${at.getUTCFullYear()}-${two(at.getUTCMonth() + 1)}-${two(at.getUTCDate())} ${two(at.getUTCHours())}:${two(at.getUTCMinutes())}`;
}

/** 13800000000, however it was typed; "" when it is no mobile number. */
export function mobile(text: string): string {
  const digits = text.replace(/[^\d]/g, "").replace(/^86(?=1\d{10}$)/, "");
  return /^1[3-9]\d{9}$/.test(digits) ? digits : "";
}
