import { Problem } from "@chengyun/api";
import { i18n } from "@/i18n";

export interface Told {
  title: string;
  text: string;
  requestId: string;
}

/** What happened, what was kept and what to do, for any failure. */
export function tellProblem(error: unknown): Told {
  const { t } = i18n.global;
  if (!(error instanceof Problem)) {
    return { title: t("problem.other"), text: error instanceof Error ? error.message : String(error), requestId: "" };
  }
  const requestId = error.requestId;
  if (error.offline) return { title: t("problem.offline"), text: t("problem.offlineText"), requestId: "" };
  if (error.status >= 500) return { title: t("problem.server"), text: t("problem.serverText"), requestId };
  const plain: Record<number, [string, string]> = {
    403: [t("problem.forbidden"), t("problem.forbiddenText")],
    404: [t("problem.missing"), t("problem.missingText")],
    429: [t("problem.tooMany"), t("problem.tooManyText")],
  };
  const [title, text] = plain[error.status] ?? [t("problem.other"), ""];
  return { title: error.title || title, text: error.detail || text, requestId };
}
