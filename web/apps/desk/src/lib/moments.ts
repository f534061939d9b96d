/** Between the moments of the API (ISO with offset) and the fields of a form (local words of Beijing time). */
import { dateTime } from "./time";

/** 2026-11-21T14:05 for <input type="datetime-local">. */
export function toField(iso: string | null | undefined): string {
  return iso ? dateTime(iso).replace(" ", "T") : "";
}
/** The moment that a datetime-local field means, in Beijing time. */
export function fromField(value: string): string {
  if (!value) return "";
  return `${value.length === 16 ? `${value}:00` : value}+08:00`;
}
