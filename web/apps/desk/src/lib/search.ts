/** What the search box shows and where it leads. Pure but for what was opened lately, kept in this browser. */
import type { CaseRow, SearchGroup, SearchHit } from "@chengyun/api";
import type { IconName } from "@chengyun/ui";
import type { RouteLocationRaw } from "vue-router";

export interface Found {
  id: string;
  to: RouteLocationRaw;
  icon: IconName;
  text: string;
  detail?: string;
  row?: CaseRow;
  /** What may be kept of it on this machine. */
  kept?: Kept;
}
export interface FoundGroup {
  code: string;
  name: string;
  note?: string;
  hits: Found[];
}
export interface Kept {
  kind: string;
  key: string;
  title: string;
}

const ICONS: Record<string, IconName> = {
  case: "file", requester: "user", unit: "people", category: "list", area: "pin", place: "pin", person: "user", account: "lock", article: "book",
};

/** Where a hit leads, for what this person may open; undefined when there is no page for it. */
export function routeOf(kind: string, key: string, title: string, has: (route: string) => boolean): RouteLocationRaw | undefined {
  if (kind === "case" || kind === "requester") return { name: "case", params: { number: key } };
  if (kind === "unit" || kind === "category" || kind === "area") return { name: "cases", query: { [kind]: key } };
  if (kind === "place") return { name: "cases", query: { q: title } };
  if (kind === "person" || kind === "account") {
    const route = ["accounts", "people", "masterdata"].find(has);
    if (route === "masterdata") return { name: route, params: { kind: kind === "person" ? "people" : "accounts" }, query: { q: key } };
    return route ? { name: route, query: { q: key } } : undefined;
  }
  if (kind === "article") return has(kind) ? { name: kind, params: { id: key } } : undefined;
  return has(kind) ? { name: kind, params: { key } } : undefined;
}

/** Things whose name says nothing about a resident; of a case only its number is kept. */
export function keptOf(hit: Pick<SearchHit, "kind" | "key" | "title">): Kept | undefined {
  if (hit.kind === "case") return { kind: "case", key: hit.key, title: hit.key };
  return ["unit", "category", "area", "place", "page", "article"].includes(hit.kind) ? { kind: hit.kind, key: hit.key, title: hit.title } : undefined;
}

export function groupsOf(answer: readonly SearchGroup[], has: (route: string) => boolean): FoundGroup[] {
  return answer
    .map((group) => ({
      code: group.code, name: group.name, partial: group.partial,
      hits: group.hits.flatMap((hit): Found[] => {
        const to = routeOf(hit.kind, hit.key, hit.title, has);
        if (!to) return [];
        const isCase = hit.kind === "case" || hit.kind === "requester";
        return [{
          id: `${hit.kind}-${hit.key}`, to, icon: ICONS[hit.kind] ?? "file", text: hit.title, detail: hit.detail || undefined,
          row: isCase && hit.more ? (hit.more as CaseRow) : undefined, kept: keptOf(hit),
        }];
      }),
    }))
    .filter((group) => group.hits.length || group.partial);
}

/** Whether a name or what it sounds like begins with, or holds, what was typed. */
export function fits(typed: string, name: string, sounds = ""): boolean {
  const q = typed.trim().toLowerCase();
  if (!q) return true;
  return name.toLowerCase().includes(q) || sounds.split(" ").some((sound) => sound.startsWith(q.replaceAll(" ", "")));
}

/** Whether what was typed looks like a telephone number or an identity number: it must not stand in an address. */
export const mayBePersonal = (typed: string): boolean => /^\+?[\d\s()-]{7,}x?$/i.test(typed.trim());

// --- what was opened lately ------------------------------------------------------------------------------------------
const KEY = "chengyun.searches";
const MOST = 6;
/** Words typed since the page was opened: they may be somebody's name, so they are not written down. */
let words: { account: string; list: string[] } = { account: "", list: [] };

export function recentThings(account: string): Kept[] {
  try {
    const saved = JSON.parse(localStorage.getItem(KEY) ?? "{}") as { account?: string; things?: Kept[] };
    return saved.account === account ? (saved.things ?? []).filter((thing) => thing.kind && thing.key) : [];
  } catch {
    return [];
  }
}
export const recentWords = (account: string): string[] => (words.account === account ? words.list : []);

export function remember(account: string, typed: string, hit: { kept?: Kept; personal: boolean }): void {
  if (hit.kept) {
    const things = [hit.kept, ...recentThings(account).filter((thing) => thing.kind !== hit.kept?.kind || thing.key !== hit.kept.key)];
    localStorage.setItem(KEY, JSON.stringify({ account, things: things.slice(0, MOST) }));
  }
  const q = typed.trim();
  if (q.length < 2 || hit.personal || mayBePersonal(q)) return;
  words = { account, list: [q, ...recentWords(account).filter((other) => other !== q)].slice(0, MOST) };
}
export function forgetSearches(): void {
  words = { account: "", list: [] };
  localStorage.removeItem(KEY);
}
