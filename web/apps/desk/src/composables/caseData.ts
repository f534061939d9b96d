import { api, Problem, type ActionOffer, type Case, type CaseRow, type TimelineEvent } from "@chengyun/api";
import { computed, onBeforeUnmount, ref, shallowRef } from "vue";
import { useI18n } from "vue-i18n";
import { isEnglish } from "@/i18n";
import type { Values } from "@/lib/actionForm";
import { useLive } from "@/stores/live";
import { useToast, type Toast } from "@/stores/toast";
import { useWork } from "@/stores/work";

/** What was typed into forms that were closed or refused, for as long as the page is open. */
const keptValues = new Map<string, Values>();

export interface Conflict {
  current: Partial<CaseRow> | null;
  /** Whether the action is still possible after what happened. */
  possible: boolean;
}

export const offerName = (offer: { name: string; name_en: string }) => (isEnglish() && offer.name_en ? offer.name_en : offer.name);
export const offerKey = (offer: ActionOffer) => `${offer.code}:${offer.assignment_id ?? ""}`;

/** One case: read, followed live, acted upon. */
export function useCaseData(number: string, onLoaded: (found: Case) => void) {
  const { t } = useI18n();
  const toast = useToast();
  const work = useWork();
  const found = shallowRef<Case | null>(null);
  const events = shallowRef<TimelineEvent[] | null>(null);
  const error = shallowRef<unknown>(null);
  const eventsError = shallowRef<unknown>(null);
  const changedElsewhere = ref(false);
  const offer = shallowRef<ActionOffer | null>(null);
  const busy = ref(false);
  const actionError = shallowRef<unknown>(null);
  const conflict = shallowRef<Conflict | null>(null);
  let ownUntil = 0;

  const actions = computed(() => (found.value?.actions ?? []) as ActionOffer[]);

  async function loadEvents(): Promise<void> {
    try {
      events.value = (await api.cases.events(number)).items;
      eventsError.value = null;
    } catch (problem) {
      eventsError.value = problem;
    }
  }
  async function load(): Promise<void> {
    error.value = null;
    const history = loadEvents();
    try {
      found.value = await api.cases.get(number);
      changedElsewhere.value = false;
      onLoaded(found.value);
    } catch (problem) {
      error.value = problem;
    }
    await history;
  }

  const keep = (values: Values) => { if (offer.value) keptValues.set(`${number}:${offerKey(offer.value)}`, values); };
  const kept = () => (offer.value ? keptValues.get(`${number}:${offerKey(offer.value)}`) : undefined);
  function begin(chosen: ActionOffer): void {
    actionError.value = null;
    conflict.value = null;
    offer.value = chosen;
  }
  function leave(): void {
    offer.value = null;
    conflict.value = null;
    actionError.value = null;
  }

  /** `said`: the message when it is done, in place of the usual one. */
  async function submit(values: Values, said?: { text: string; action?: Toast["action"] }): Promise<boolean> {
    const chosen = offer.value;
    if (!chosen || !found.value || busy.value) return false;
    busy.value = true;
    actionError.value = null;
    ownUntil = Date.now() + 10_000;
    try {
      const body: Values = { ...values, version: found.value.version };
      if (chosen.assignment_id) body.assignment_id = chosen.assignment_id;
      await api.cases.act(number, chosen.code, body);
      keptValues.delete(`${number}:${offerKey(chosen)}`);
      toast.done(said?.text ?? t("case.action.done", { action: offerName(chosen) }), said?.action);
      offer.value = null;
      conflict.value = null;
      work.soon();
      await load();
      return true;
    } catch (problem) {
      if (problem instanceof Problem && problem.status === 409 && (problem.current || problem.code.includes("version"))) await meet(chosen, problem);
      else actionError.value = problem;
      return false;
    } finally {
      busy.value = false;
      ownUntil = Date.now() + 2_000;
    }
  }
  /** An action without a form: the form appears only when it is refused, with what was to be sent. */
  async function act(chosen: ActionOffer, values: Values, said?: { text: string; action?: Toast["action"] }): Promise<boolean> {
    begin(chosen);
    keep(values);
    return submit(values, said);
  }
  /** Somebody was faster: read the case again, keep the form open with what was typed. */
  async function meet(chosen: ActionOffer, problem: Problem): Promise<void> {
    await load();
    const still = actions.value.find((item) => offerKey(item) === offerKey(chosen));
    conflict.value = { current: found.value ?? problem.current, possible: still !== undefined };
    if (still) offer.value = still;
  }

  const stop = useLive().onChange((change) => {
    if (change.number !== number) return;
    if (Date.now() < ownUntil || busy.value) return;
    changedElsewhere.value = true;
  });
  onBeforeUnmount(stop);
  void load();
  return {
    found, events, error, eventsError, changedElsewhere, actions, offer, busy, actionError, conflict, load, loadEvents,
    begin, leave, submit, act, keep, kept,
  };
}
