import type { IconName } from "@chengyun/ui";

export interface PageLink {
  name: string;
  key: string;
  icon: IconName;
  needs?: string[];
}

/** The pages of the desk beside the work lists, in the order of the rail. */
export const pages: PageLink[] = [
  { name: "register", key: "shell.nav.register", icon: "phone", needs: ["case.register"] },
  { name: "board", key: "shell.nav.board", icon: "board", needs: ["case.board"] },
  { name: "import", key: "shell.nav.import", icon: "upload", needs: ["case.import"] },
  { name: "masterdata", key: "shell.nav.masterdata", icon: "data", needs: ["masterdata.export"] },
  { name: "log-ins", key: "account.log.title", icon: "lock", needs: ["audit.read", "account.manage"] },
];
