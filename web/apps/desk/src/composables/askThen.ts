import { ElMessageBox } from "element-plus";
import "element-plus/theme-chalk/base.css";
import "element-plus/theme-chalk/el-button.css";
import "element-plus/theme-chalk/el-overlay.css";
import "element-plus/theme-chalk/el-message-box.css";
import { useI18n } from "vue-i18n";
import { useToast } from "@/stores/toast";

export interface Ask<T> {
  title: string;
  text: string;
  /** What the button says that does it; the title when nothing else is said. */
  button?: string;
  act: () => Promise<T>;
  /** What is said when it is done; nothing where the page itself shows it. */
  done?: string | ((told: T) => string);
  /** Where a page shows problems of its own. */
  failed?: (problem: unknown) => void;
}

/** Ask before what cannot be taken back, do it, say so. True when it was done. */
export function useAskThen(): <T>(ask: Ask<T>) => Promise<boolean> {
  const { t } = useI18n();
  const toast = useToast();
  return async ({ title, text, button = title, act, done, failed = toast.failed }) => {
    const sure = await ElMessageBox.confirm(text, title, { confirmButtonText: button, cancelButtonText: t("do.cancel"), type: "warning" })
      .then(() => true, () => false);
    if (!sure) return false;
    try {
      const told = await act();
      if (done) toast.done(typeof done === "function" ? done(told) : done);
      return true;
    } catch (problem) {
      failed(problem);
      return false;
    }
  };
}
