import type { IconName } from "@chengyun/ui";

/** Where a page stands in the rail: above the work lists, or below them under a heading of its own. */
export const GROUPS = ["daily", "insight", "oversight", "dispatch", "field", "manage"] as const;
export interface PageLink {
  name: string;
  group: (typeof GROUPS)[number];
  key: string;
  icon: IconName;
  needs?: string[];
  /** What the rail counts beside it. */
  counts?: "warnings";
}

/** Any of these opens the tables of master data; each table asks for its own. */
export const MASTER_DATA = ["masterdata.view", "org.manage", "rules.manage", "role.manage", "account.manage", "channel.manage", "dispatching.rules"];

/** The pages of the desk beside the work lists, in the order of the rail. */
export const pages: PageLink[] = [
  { name: "register", group: "daily", key: "shell.nav.register", icon: "phone", needs: ["case.register"] },
  { name: "board", group: "daily", key: "shell.nav.board", icon: "board", needs: ["case.board"] },
  { name: "knowledge", group: "daily", key: "knowledge.title", icon: "book", needs: ["knowledge.view"] },
  { name: "warnings", group: "daily", key: "warnings.title", icon: "alert", needs: ["warning.view"], counts: "warnings" },
  { name: "hot", group: "insight", key: "hot.title", icon: "fire", needs: ["hot.view"] },
  { name: "analysis", group: "insight", key: "analysis.title", icon: "columns", needs: ["case.board"] },
  { name: "query", group: "insight", key: "reports.query.title", icon: "filter", needs: ["case.board"] },
  { name: "reports", group: "insight", key: "reports.title", icon: "file", needs: ["report.view"] },
  { name: "budget", group: "oversight", key: "budget.title", icon: "columns", needs: ["budget.view"] },
  { name: "supervision", group: "oversight", key: "supervision.title", icon: "flag", needs: ["supervision.view", "supervision.discipline"] },
  { name: "supervision-samples", group: "oversight", key: "supervision.sample.title", icon: "check", needs: ["quality.review"] },
  { name: "dispatching", group: "dispatch", key: "dispatch.page.title", icon: "branch", needs: ["dispatching.view"] },
  { name: "dispatch-rules", group: "dispatch", key: "dispatchRules.title", icon: "filter", needs: ["dispatching.view"] },
  { name: "writebacks", group: "dispatch", key: "writebacks.title", icon: "undo", needs: ["writeback.view"] },
  { name: "replies", group: "dispatch", key: "replies.page.title", icon: "message", needs: ["reply.quality"] },
  { name: "indicators", group: "oversight", key: "indicators.title", icon: "board", needs: ["indicator.view"] },
  { name: "scores", group: "oversight", key: "scores.title", icon: "columns", needs: ["score.view"] },
  { name: "ratings", group: "oversight", key: "scores.ratingsTitle", icon: "star", needs: ["score.rate_units", "score.rate_third", "score.rate_public", "score.manage"] },
  { name: "grids", group: "field", key: "grids.title", icon: "columns", needs: ["place.plan", "place.approve"] },
  { name: "components", group: "field", key: "streetComponents.title", icon: "data", needs: ["component.view"] },
  { name: "patrols", group: "field", key: "fieldwork.title", icon: "pin", needs: ["fieldwork.view"] },
  { name: "callups", group: "field", key: "fieldwork.calls.title", icon: "bell", needs: ["fieldwork.call_view"] },
  { name: "handsets", group: "field", key: "fieldwork.handsets.title", icon: "phone", needs: ["fieldwork.view", "fieldwork.handsets", "fieldwork.survey"] },
  { name: "neighbours", group: "field", key: "neighbours.title", icon: "message", needs: ["neighbour.view", "neighbour.notice", "neighbour.moderate", "neighbour.block"] },
  { name: "homes", group: "field", key: "population.title", icon: "people", needs: ["population.view"] },
  { name: "home-visits", group: "field", key: "population.visits.title", icon: "check", needs: ["population.assign", "population.visit"] },
  { name: "grid-staff", group: "field", key: "gridStaff.title", icon: "user", needs: ["staff.view", "staff.learn"] },
  { name: "open311", group: "manage", key: "open311.title", icon: "link", needs: ["open311.view", "open311.publish"] },
  { name: "copied", group: "manage", key: "doors.copy.title", icon: "copies", needs: ["case.register"] },
  { name: "import", group: "manage", key: "shell.nav.import", icon: "upload", needs: ["case.import"] },
  { name: "masterdata", group: "manage", key: "shell.nav.masterdata", icon: "data", needs: MASTER_DATA },
  { name: "doors", group: "manage", key: "doors.title", icon: "inbox", needs: ["channel.manage", "inbound.handle", "writeback.view"] },
  { name: "webhooks", group: "manage", key: "webhooks.title", icon: "link", needs: ["webhook.view"] },
  { name: "api-tokens", group: "manage", key: "tokens.title", icon: "lock", needs: ["account.manage"] },
  { name: "reads", group: "manage", key: "reads.title", icon: "eye", needs: ["audit.reads"] },
  { name: "log-ins", group: "manage", key: "account.log.title", icon: "lock", needs: ["audit.read", "account.manage"] },
  { name: "sign-in-ways", group: "manage", key: "signIn.title", icon: "key", needs: ["signin.manage"] },
  { name: "jobs", group: "manage", key: "jobs.title", icon: "clock", needs: ["job.manage"] },
  { name: "system", group: "manage", key: "system.title", icon: "pulse", needs: ["system.view"] },
];

/** The page of the rail that one is on or below: an article is below the knowledge base, a door below the doors. */
export function pageAbove(path: string, open: PageLink[], pathOf: (name: string) => string): string | undefined {
  const above = open.map(({ name }) => ({ name, path: pathOf(name) })).filter((page) => path === page.path || path.startsWith(`${page.path}/`));
  return above.sort((a, b) => b.path.length - a.path.length)[0]?.name;
}
