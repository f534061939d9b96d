/** Who is here, what the phone took along, and whether the server can be reached. */
import { api, phone, ground, Problem, type Anonymous, type CategoryMeta, type FieldDay, type FieldTask, type Meta, type Session } from "@chengyun/api";
import { computed, reactive } from "vue";
import { db, forgetWork, keep, recall, useAccount } from "./db";
import { lowest } from "./guess";
import { begin, gate, onSent, outbox } from "./sender";

const WHO = "chengyun.field.who";

interface Who {
  username: string;
  name: string;
  permissions: string[];
}

export type Today = Awaited<ReturnType<typeof phone.today>>;
export type Visits = Awaited<ReturnType<typeof phone.visits>>;

export const app = reactive({
  who: null as Who | null,
  visitor: {} as Anonymous,
  /** Logged in on the server; false while it cannot be asked, or the log-in has ended. */
  session: false,
  ended: false,
  day: null as FieldDay | null,
  dayAt: "",
  today: null as Today | null,
  visits: null as Visits | null,
  meta: null as Meta | null,
  loading: false,
});

export const can = (permission: string): boolean => app.who?.permissions.includes(permission) ?? false;
export const categories = computed<CategoryMeta[]>(() => (app.meta ? lowest(app.meta.categories as CategoryMeta[], "urban_event") : []));

function enter(session: Session): void {
  ground.csrfToken = session.csrf_token;
  app.session = true;
  app.ended = false;
  app.who = { username: session.account.username, name: session.account.name, permissions: session.permissions };
  localStorage.setItem(WHO, JSON.stringify(app.who));
}

/** At the start: what the phone knows first, then the server. */
export async function start(): Promise<void> {
  ground.onLoggedOut = () => {
    app.session = false;
    app.ended = app.who !== null;
  };
  ground.onExchange = (reached) => (outbox.reached = reached);
  const known = localStorage.getItem(WHO);
  if (known) {
    app.who = JSON.parse(known) as Who;
    await open();
    void ask().then(async (ok) => {
      if (ok) await Promise.all([begin(), refresh()]);
    });
  } else await ask();
}

async function open(): Promise<void> {
  if (!app.who) return;
  useAccount(app.who.username);
  [app.day, app.dayAt, app.today, app.visits, app.meta] = await Promise.all([
    recall<FieldDay>("day"), recall<string>("dayAt"), recall<Today>("today"), recall<Visits>("visits"), recall<Meta>("meta"),
  ]).then(([day, at, today, visits, meta]) => [day ?? null, at ?? "", today ?? null, visits ?? null, meta ?? null]);
  outbox.lastExchange = app.dayAt;
  await begin();
  void navigator.storage?.persist?.();
}

/** Whether the server knows who this is. */
export async function ask(): Promise<boolean> {
  try {
    const session = await api.session.get();
    if (app.who && session.account.username !== app.who.username) {
      // Somebody else logged in with this browser: what waits here is never sent in their name.
      ground.csrfToken = "";
      app.session = false;
      app.ended = true;
      return false;
    }
    enter(session);
    return true;
  } catch (error) {
    if (error instanceof Problem && error.status === 401) {
      app.visitor = error.body as Anonymous;
      ground.csrfToken = app.visitor.csrf_token ?? "";
      app.ended = app.who !== null;
    }
    return false;
  }
}

export async function logIn(username: string, password: string, code: string): Promise<void> {
  app.who = null;
  if (!ground.csrfToken) await ask();
  if (app.session) await api.session.logOut().catch(() => undefined).then(() => ask());
  const session = await api.account.logIn(username, password, code);
  enter(session);
  await open();
  await Promise.all([begin(), refresh()]);
}

export async function logOut(): Promise<void> {
  await api.session.logOut().catch(() => undefined);
  await forgetWork();
  localStorage.removeItem(WHO);
  Object.assign(app, { who: null, session: false, ended: false, day: null, today: null, visits: null });
  await ask();
}

/** Take along what is new. Each part by itself: one that fails leaves the others and what was there. */
export async function refresh(): Promise<void> {
  if (!app.who || app.loading) return;
  app.loading = true;
  try {
    if (!ground.csrfToken && !(await ask())) return;
    await Promise.all([day(), part("meta", api.getMeta), can("fieldwork.patrol") ? part("today", phone.today) : null, part("visits", phone.visits)]);
  } finally {
    app.loading = false;
  }
}

async function part<T>(name: "meta" | "today" | "visits", read: () => Promise<T>): Promise<void> {
  try {
    const found = await read();
    (app as Record<string, unknown>)[name] = found;
    await keep(name, found);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    if (error.status === 403) (app as Record<string, unknown>)[name] = null;
  }
}

async function day(): Promise<void> {
  let found: FieldDay;
  try {
    found = await phone.day();
  } catch (error) {
    if (error instanceof Problem) return;
    throw error;
  }
  app.day = found;
  app.dayAt = new Date().toISOString();
  outbox.lastExchange = app.dayAt;
  await Promise.all([keep("day", found), keep("dayAt", app.dayAt)]);
  const store = await db();
  const here = new Set(found.tasks.map((task) => task.number));
  for (const task of await store.getAll("tasks")) if (!here.has(task.number)) await store.delete("tasks", task.number);
  for (const row of found.tasks) {
    const kept = await store.get("tasks", row.number);
    if (!kept || kept.version !== row.version) await task(row.number, true);
  }
}

/** A case: what the phone has, or with `fresh` what the server says (and the phone then has). */
export async function task(number: string, fresh = false): Promise<FieldTask | null> {
  const store = await db();
  if (fresh) {
    try {
      const found = await phone.task(number);
      await store.put("tasks", JSON.parse(JSON.stringify(found)) as never);
      return found;
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      if (error.status === 404) return null;
    }
  }
  return ((await store.get("tasks", number)) as unknown as FieldTask | undefined) ?? null;
}

gate.ask = ask;
onSent((row) => {
  if (row.kind === "act" && row.number) void task(row.number, true);
  if (!outbox.waiting) void refresh();
});
