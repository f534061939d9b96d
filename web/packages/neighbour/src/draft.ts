/** An unfinished request: kept on the phone until the server has it. Its uuid makes sending twice harmless. */
export interface Draft {
  uuid: string;
  text: string;
  address: string;
  lng: number | null;
  lat: number | null;
  atHome: boolean;
  category: { id: number; name: string } | null;
  kind: string;
  isPrivate: boolean;
  anonymous: boolean;
  files: { id: string; name: string }[];
  into: string;
}

export interface Shelf {
  get(key: string): string | null;
  set(key: string, value: string): void;
  drop(key: string): void;
}

const KEY = "neighbour-draft";

/** Random enough for a key of one's own; crypto where there is any (not in every mini-program). */
export function newUuid(): string {
  const bytes = new Uint8Array(16);
  const source = (globalThis as { crypto?: Crypto }).crypto;
  if (source?.getRandomValues) source.getRandomValues(bytes);
  else for (let at = 0; at < 16; at++) bytes[at] = Math.floor(Math.random() * 256);
  bytes[6] = ((bytes[6] as number) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] as number) & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

export function emptyDraft(): Draft {
  return { uuid: newUuid(), text: "", address: "", lng: null, lat: null, atHome: false, category: null, kind: "complaint", isPrivate: false, anonymous: false, files: [], into: "" };
}

export function readDraft(shelf: Shelf): Draft {
  try {
    const found = JSON.parse(shelf.get(KEY) ?? "null") as Partial<Draft> | null;
    return found?.uuid ? { ...emptyDraft(), ...found } : emptyDraft();
  } catch {
    return emptyDraft();
  }
}

export const keepDraft = (shelf: Shelf, draft: Draft): void => shelf.set(KEY, JSON.stringify(draft));
export const dropDraft = (shelf: Shelf): void => shelf.drop(KEY);

/** What is sent of a draft. */
export function bodyOf(draft: Draft) {
  return {
    uuid: draft.uuid, text: draft.text.trim(), kind: draft.kind, category_id: draft.category?.id ?? null, address: draft.address.trim(),
    lng: draft.lng, lat: draft.lat, crs: "wgs84" as const, at_home: draft.atHome, files: draft.files.map((one) => one.id),
    private: draft.isPrivate, anonymous: draft.anonymous, into: draft.into,
  };
}
