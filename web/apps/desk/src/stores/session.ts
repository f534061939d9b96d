import { api, ground, Problem, type Anonymous, type PasskeyAnswer, type Session } from "@chengyun/api";
import { defineStore } from "pinia";
import { computed, ref } from "vue";
import { localeChosen, setLocale } from "@/i18n";
import { usePasskey } from "@/lib/passkeys";

export const useSession = defineStore("session", () => {
  const session = ref<Session | null>(null);
  const visitor = ref<Anonymous>({});
  const asked = ref(false);
  /** The log-in ended while a page is open: the page stays, and asks for the password over it. */
  const locked = ref<"" | "idle" | "ended">("");
  const mustChange = computed(() => session.value?.account.must_change_password === true);
  const permissions = computed(() => new Set(session.value?.permissions ?? []));
  const district = computed(() => session.value?.district ?? visitor.value.district ?? null);

  function take(answer: Session): void {
    session.value = answer;
    locked.value = "";
    ground.csrfToken = answer.csrf_token;
    if (!localeChosen()) void setLocale(answer.lang === "en" ? "en" : "zh-CN", false);
  }

  /** Ask the server who is here. A visitor is an ordinary answer; no connection is thrown. */
  async function load(): Promise<void> {
    try {
      take(await api.session.get());
    } catch (error) {
      if (!(error instanceof Problem) || error.status !== 401) throw error;
      session.value = null;
      visitor.value = error.body as Anonymous;
      ground.csrfToken = visitor.value.csrf_token ?? "";
    }
    asked.value = true;
  }
  async function logIn(username: string, password: string, code = "", passkey?: PasskeyAnswer): Promise<void> {
    take(await api.account.logIn(username, password, code, passkey));
  }
  /** What the device answers to a fresh challenge. */
  async function askPasskey(): Promise<PasskeyAnswer> {
    return usePasskey(await api.signIn.challenge());
  }
  async function logInWithPasskey(): Promise<void> {
    take(await api.signIn.withPasskey(await askPasskey()));
  }
  /** After a central log-in: the second step. */
  async function second(code: string, passkey?: PasskeyAnswer): Promise<void> {
    take(await api.signIn.second(code, passkey));
  }
  /** Ask again after something changed what this log-in may do. */
  async function again(): Promise<void> {
    take(await api.session.get());
  }
  async function useOneTimeLink(token: string, password: string): Promise<void> {
    await api.session.oneTime(token, password);
    await load();
  }
  async function changePassword(old: string, fresh: string): Promise<void> {
    take(await api.session.changePassword(old, fresh));
  }
  async function logOut(): Promise<void> {
    const there = await api.session.logOut();
    if (there?.address) return location.assign(there.address);
    session.value = null;
    await load();
  }
  const can = (permission: string) => permissions.value.has(permission);
  return {
    session, visitor, asked, locked, mustChange, district, load, again, logIn, askPasskey, logInWithPasskey, second, useOneTimeLink, changePassword, logOut, can,
  };
});
