import { api } from "@chengyun/api";
import { useI18n } from "vue-i18n";
import { useToast } from "@/stores/toast";
import { useWork } from "@/stores/work";

/** Joining one case to another with a way back: undo stands in the message, and for an hour on the case. */
export function useJoining() {
  const { t } = useI18n();
  const toast = useToast();
  const work = useWork();

  async function join(number: string, into: string, version: number | undefined, after: () => unknown): Promise<boolean> {
    try {
      await api.cases.act(number, "join", { into, version });
    } catch (problem) {
      toast.failed(problem);
      await after();
      return false;
    }
    work.soon();
    toast.done(t("repeats.joined", { number, into }), { label: t("repeats.undo"), run: () => void unjoin(number, after) });
    await after();
    return true;
  }
  async function unjoin(number: string, after: () => unknown): Promise<void> {
    try {
      await api.cases.act(number, "unjoin", {});
      toast.done(t("repeats.unjoined", { number }));
    } catch (problem) {
      toast.failed(problem);
    }
    work.soon();
    await after();
  }
  return { join, unjoin };
}
