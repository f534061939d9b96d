/** Forms about signing in: empty ones, and the small texts in them. Pure. */
import type { PeopleRun, PeopleSource, PeopleSourceIn, SignInWay, SignInWayIn } from "@chengyun/api";

export const CODE = "[a-z][a-z0-9\\-]{0,39}";
/** What a directory's attribute is called when nothing is written. */
export const DEFAULTS = {
  external_id: "entryUUID", staff_no: "employeeNumber", name: "cn", unit: "departmentNumber", post: "title", username: "uid", email: "mail", phone: "mobile", active: "",
} as const;

export function wayForm(way: SignInWay | null): SignInWayIn {
  const settings = {
    issuer: "", client_id: "", scopes: "profile", auth_method: "basic" as const, server: "", match: "link" as const, claim: "", make_accounts: false, trust_email: false,
    factor_values: [] as string[], sign_out: false, ...way?.settings,
  };
  return { name: way?.name ?? "", protocol: (way?.protocol ?? "oidc") as "oidc" | "cas", enabled: way?.enabled ?? false, sort: way?.sort ?? 0, settings };
}

export function sourceForm(source: PeopleSource | null): PeopleSourceIn {
  const settings = {
    address: "", security: "starttls" as const, bind_dn: "", base_dn: "", filter: "(objectClass=person)", attributes: {}, units: {}, ...source?.settings,
  };
  return {
    name: source?.name ?? "", kind: (source?.kind ?? "ldap") as "ldap" | "csv", enabled: source?.enabled ?? true, every_hours: source?.every_hours ?? 0,
    brake_percent: source?.brake_percent ?? 10, make_accounts: source?.make_accounts ?? false, settings,
  };
}

export const wordsOf = (text: string): string[] => text.split(/[,，、\s]+/).filter(Boolean);

/** "信息科=C-01" one a line. */
export function unitsOf(text: string): Record<string, string> {
  const pairs = text.split("\n").map((line) => line.split(/[=＝]/).map((part) => part.trim()));
  return Object.fromEntries(pairs.filter(([theirs, ours]) => theirs && ours).map(([theirs, ours]) => [theirs, ours]));
}
export const unitsText = (units: Record<string, string> | undefined): string =>
  Object.entries(units ?? {}).map(([theirs, ours]) => `${theirs}=${ours}`).join("\n");

export const changesAnything = (run: PeopleRun): boolean =>
  [run.counts.new, run.counts.changed, run.counts.back, run.counts.left].some((n) => !!n);

export const TONES = { new: "done", changed: "progress", back: "done", left: "warning", same: "neutral", wrong: "danger" } as const;
export const ICONS = { new: "plus", changed: "edit", back: "undo", left: "logout", same: "circle", wrong: "alert" } as const;
export const STATE_TONES = { previewed: "neutral", done: "done", stopped: "warning", failed: "danger" } as const;
