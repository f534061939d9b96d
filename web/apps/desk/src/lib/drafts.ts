import type { Cited } from "./knowledge";

/** Unfinished registration forms: on this machine at once, on the server soon after. Thrown away at log-out. */
export interface DraftData {
  phone: string;
  name: string;
  anonymous: boolean;
  home: string;
  text: string;
  title: string;
  titleOwn: boolean;
  lng: number | null;
  lat: number | null;
  area_id: number | null;
  address: string;
  category_id: number | null;
  kind: string;
  urgency: string;
  channel: string;
  flags: string[];
  occurred_at: string;
  files: string[];
  mode: "register" | "accept" | "dispatch" | "answer";
  unit_id: number | null;
  note: string;
  answer: string;
  /** Articles whose words were put into the answer. */
  cited: Cited[];
  /** When the first key was pressed, in ms; 0 before. */
  started: number;
}
export interface Draft {
  id: string;
  data: DraftData;
  saved: string;
}
const KEY = "chengyun.drafts";

export function emptyDraft(defaults: Partial<DraftData> = {}): DraftData {
  return {
    phone: "", name: "", anonymous: false, home: "", text: "", title: "", titleOwn: false, lng: null, lat: null, area_id: null, address: "",
    category_id: null, kind: "", urgency: "normal", channel: "phone", flags: [], occurred_at: "", files: [], mode: "register", unit_id: null,
    note: "", answer: "", cited: [], started: 0, ...defaults,
  };
}

/** Whether somebody has written anything worth keeping. */
export function hasContent(data: DraftData): boolean {
  return Boolean(data.phone || data.name || data.text || data.address || data.lng !== null || data.category_id || data.answer);
}

export function localDrafts(account: string): Draft[] {
  try {
    const saved = JSON.parse(localStorage.getItem(KEY) ?? "{}") as { account?: string; drafts?: Draft[] };
    return saved.account === account ? (saved.drafts ?? []).filter((draft) => draft.id && draft.data) : [];
  } catch {
    return [];
  }
}
export function keepLocally(account: string, drafts: Draft[]): void {
  localStorage.setItem(KEY, JSON.stringify({ account, drafts: drafts.filter((draft) => hasContent(draft.data)) }));
}
export function forgetDrafts(): void {
  localStorage.removeItem(KEY);
}

/** Two lists of the same person's drafts as one: of each, the one saved last. */
export function mergeDrafts(local: Draft[], remote: Draft[]): Draft[] {
  const found = new Map<string, Draft>();
  for (const draft of [...local, ...remote]) {
    const other = found.get(draft.id);
    if (!other || Date.parse(draft.saved) > Date.parse(other.saved)) found.set(draft.id, draft);
  }
  return [...found.values()].sort((a, b) => Date.parse(a.saved) - Date.parse(b.saved));
}

const LONGEST_TITLE = 40;
/** A title from what was said: the first sentence, at most 40 characters. */
export function titleFrom(text: string): string {
  const first = text.trim().split(/[。！？!?\n；;]/, 1)[0]?.trim() ?? "";
  if (first.length <= LONGEST_TITLE) return first;
  const part = first.slice(0, LONGEST_TITLE);
  const comma = Math.max(part.lastIndexOf("，"), part.lastIndexOf(","), part.lastIndexOf("、"));
  return comma >= 8 ? part.slice(0, comma) : part;
}

/** 00:38 */
export function elapsedText(from: number, to: number): string {
  const seconds = Math.max(0, Math.floor((to - from) / 1000));
  return `${String(Math.floor(seconds / 60)).padStart(2, "0")}:${String(seconds % 60).padStart(2, "0")}`;
}
