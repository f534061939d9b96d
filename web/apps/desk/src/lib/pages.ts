import type { IconName } from "@chengyun/ui";

export interface PageLink {
  name: string;
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
  { name: "register", key: "shell.nav.register", icon: "phone", needs: ["case.register"] },
  { name: "board", key: "shell.nav.board", icon: "board", needs: ["case.board"] },
  { name: "warnings", key: "warnings.title", icon: "alert", needs: ["warning.view"], counts: "warnings" },
  { name: "hot", key: "hot.title", icon: "fire", needs: ["hot.view"] },
  { name: "analysis", key: "analysis.title", icon: "columns", needs: ["case.board"] },
  { name: "dispatching", key: "dispatch.page.title", icon: "branch", needs: ["dispatching.view"] },
  { name: "dispatch-rules", key: "dispatchRules.title", icon: "filter", needs: ["dispatching.view"] },
  { name: "replies", key: "replies.page.title", icon: "message", needs: ["reply.quality"] },
  { name: "import", key: "shell.nav.import", icon: "upload", needs: ["case.import"] },
  { name: "masterdata", key: "shell.nav.masterdata", icon: "data", needs: MASTER_DATA },
  { name: "reads", key: "reads.title", icon: "eye", needs: ["audit.reads"] },
  { name: "log-ins", key: "account.log.title", icon: "lock", needs: ["audit.read", "account.manage"] },
  { name: "jobs", key: "jobs.title", icon: "clock", needs: ["job.manage"] },
  { name: "system", key: "system.title", icon: "pulse", needs: ["system.view"] },
];
