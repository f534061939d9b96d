/** From the call-taker's form to the body of POST /cases. Pure. */
import type { CaseIn, CaseRow, SimilarAsk } from "@chengyun/api";
import type { DraftData } from "./drafts";
import { stillCited } from "./knowledge";

export type Mode = DraftData["mode"];

/** The ways in which a form may end, for what this person may do. */
export function modesFor(lifecycle: string, can: (permission: string) => boolean): Mode[] {
  const modes: Mode[] = ["register"];
  if (lifecycle !== "request") return modes;
  if (can("case.accept")) modes.push("accept");
  if (can("case.accept") && can("case.dispatch")) modes.push("dispatch");
  if (can("case.direct_answer")) modes.push("answer");
  return modes;
}

/** The key of each way, with Alt. */
export const MODE_KEYS: Record<Mode, string> = { register: "7", accept: "8", dispatch: "9", answer: "0" };

/** Whether a new request may become part of that case. */
export const joinable = (row: CaseRow, lifecycle: string): boolean => row.open && row.lifecycle === lifecycle;

const ENOUGH_WORDS = 4;
const ENOUGH_DIGITS = 7;
/** What is asked for near-identical cases; null while too little is known. */
export function similarAsk(form: DraftData, lifecycle: string): SimilarAsk | null {
  const text = form.text.trim();
  const phone = form.phone.replace(/\D/g, "").length >= ENOUGH_DIGITS ? form.phone.trim() : "";
  if (text.length < ENOUGH_WORDS && !(form.lng !== null && form.category_id) && !(phone && form.category_id)) return null;
  return {
    title: form.titleOwn ? form.title.trim() : "", text, address: form.address.trim(), phone, lng: form.lng, lat: form.lat,
    area_id: form.area_id, category_id: form.category_id, lifecycle,
  };
}

/** What is taken over from the case that a request joins, where nothing was chosen. */
export function takenFrom(row: CaseRow, form: DraftData): Partial<DraftData> {
  return { kind: form.kind || row.kind, category_id: form.category_id ?? row.category?.id ?? null };
}

/** Names of what is still needed. */
export function missingOf(form: DraftData): string[] {
  const missing: string[] = [];
  if (form.text.trim().length < 2) missing.push("text");
  if (!form.kind) missing.push("kind");
  if (form.mode === "dispatch" && !form.unit_id) missing.push("unit");
  if (form.mode === "answer" && form.answer.trim().length < 2) missing.push("answer");
  return missing;
}

/** `joins`: the case that the request becomes part of, instead of the way chosen in the form. */
export function bodyFrom(form: DraftData, lifecycle: string, draftId: string, joins?: { into: string; accept: boolean }): CaseIn {
  const base = thenless(form, lifecycle, draftId);
  if (joins) {
    const first: CaseIn["then"] = joins.accept ? [{ action: "accept", data: {} }] : [];
    return { ...base, then: [...first, { action: "join", data: { into: joins.into } }] };
  }
  const then: CaseIn["then"] = [];
  if (form.mode === "accept" || form.mode === "dispatch") then.push({ action: "accept", data: {} });
  if (form.mode === "dispatch") {
    const data: Record<string, unknown> = { unit_id: form.unit_id };
    if (form.note.trim()) data.note = form.note.trim();
    then.push({ action: "dispatch", data });
  }
  if (form.mode === "answer") then.push({ action: "direct_answer", data: answerOf(form) });
  return { ...base, then };
}

function answerOf(form: DraftData): Record<string, unknown> {
  const cited = stillCited(form.answer, form.cited).map((one) => one.ref);
  return { answer: form.answer.trim(), ...(cited.length && { citations: cited }) };
}

function thenless(form: DraftData, lifecycle: string, draftId: string): CaseIn {
  return {
    lifecycle, kind: form.kind, category_id: form.category_id, title: form.title.trim(), text: form.text.trim(), channel: form.channel,
    urgency: form.urgency, flags: form.flags,
    requester: { name: form.name.trim(), phone: form.phone.trim(), address: form.home.trim(), anonymous: form.anonymous },
    place: { lng: form.lng, lat: form.lat, crs: "wgs84", address: form.address.trim(), area_id: form.area_id },
    occurred_at: form.occurred_at || null, attachments: form.files, then: [], draft_id: draftId,
  };
}
