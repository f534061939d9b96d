import { useI18n } from "vue-i18n";

/** Names of jobs and lengths of waiting, as a person says them. */
export function useJobWords() {
  const { t, tm } = useI18n();
  /** A job that the pages do not know yet is called as it describes itself. */
  function nameOf(task: string, about = ""): string {
    const names = tm("jobs.names") as Record<string, string>;
    return names[task] ?? (about.replace(/^[^:]*: /, "") || task);
  }
  function waited(seconds: number): string {
    if (seconds < 90) return t("system.time.seconds", { n: seconds });
    return seconds < 5400 ? t("system.time.minutes", { n: Math.round(seconds / 60) }) : t("system.time.hours", { n: Math.round(seconds / 3600) });
  }
  return { nameOf, waited };
}
