import { Problem } from "@chengyun/api";
import { i18n } from "@/i18n";

/** Why the server did not let somebody in, in words; null when it is not about logging in. */
export function refusalOf(problem: unknown): { title: string; text: string } | null {
  const { t } = i18n.global;
  if (!(problem instanceof Problem)) return null;
  if (problem.status === 429 || problem.code.includes("lock")) {
    const seconds = Number(problem.body.retry_after ?? 0);
    const time = !seconds ? t("login.lockedSoon")
      : seconds < 90 ? t("login.seconds", { n: seconds }) : t("login.minutes", { n: Math.ceil(seconds / 60) });
    return { title: t("login.locked"), text: t("login.lockedText", { time }) };
  }
  if (problem.code === "code_required") return null;
  if (problem.code === "wrong_passkey") return { title: problem.title, text: problem.detail };
  if (problem.code === "wrong_code") return { title: t("account.code.wrong"), text: t("account.code.wrongText") };
  if ([400, 401, 422].includes(problem.status)) return { title: t("login.wrong"), text: t("login.wrongText") };
  return null;
}

/** Whether the password was right and the code of the app is asked for now. */
export const wantsCode = (problem: unknown) =>
  problem instanceof Problem && (problem.code === "code_required" || problem.code === "wrong_code");
