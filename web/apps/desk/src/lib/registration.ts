/** From the call-taker's form to the body of POST /cases. Pure. */
import type { CaseIn } from "@chengyun/api";
import type { DraftData } from "./drafts";

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

/** Names of what is still needed. */
export function missingOf(form: DraftData): string[] {
  const missing: string[] = [];
  if (form.text.trim().length < 2) missing.push("text");
  if (!form.kind) missing.push("kind");
  if (form.mode === "dispatch" && !form.unit_id) missing.push("unit");
  if (form.mode === "answer" && form.answer.trim().length < 2) missing.push("answer");
  return missing;
}

export function bodyFrom(form: DraftData, lifecycle: string, draftId: string): CaseIn {
  const then: CaseIn["then"] = [];
  if (form.mode === "accept" || form.mode === "dispatch") then.push({ action: "accept", data: {} });
  if (form.mode === "dispatch") {
    const data: Record<string, unknown> = { unit_id: form.unit_id };
    if (form.note.trim()) data.note = form.note.trim();
    then.push({ action: "dispatch", data });
  }
  if (form.mode === "answer") then.push({ action: "direct_answer", data: { answer: form.answer.trim() } });
  return {
    lifecycle, kind: form.kind, category_id: form.category_id, title: form.title.trim(), text: form.text.trim(), channel: form.channel,
    urgency: form.urgency, flags: form.flags,
    requester: { name: form.name.trim(), phone: form.phone.trim(), address: form.home.trim(), anonymous: form.anonymous },
    place: { lng: form.lng, lat: form.lat, crs: "wgs84", address: form.address.trim(), area_id: form.area_id },
    occurred_at: form.occurred_at || null, attachments: form.files, then, draft_id: draftId,
  };
}
