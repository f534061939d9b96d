/** The safety of accounts: one's own, and those of others for their administrators. */
import { client, queryText, take } from "./client";
import type { components } from "./schema";
import type { Session } from "./types";

type Schemas = components["schemas"];
export type Safety = Schemas["SafetyOut"];
export type LogIn = Schemas["LogInOut"];
export type FactorBegun = Schemas["FactorBegunOut"];
export type Colleague = Schemas["ColleagueOut"];
export type AccountState = Schemas["AccountStateOut"];
export type AccountEvent = Schemas["AccountEventOut"];

export const account = {
  logIn: (username: string, password: string, code: string, passkey?: Record<string, unknown>) =>
    take(client.POST("/api/v1/session", { body: { username, password, code, passkey } })) as Promise<Session>,
  stillHere: () => take(client.POST("/api/v1/session/active")),
  safety: () => take(client.GET("/api/v1/account/safety")),
  beginFactor: (password: string) => take(client.POST("/api/v1/account/second-factor", { body: { password } })),
  confirmFactor: (code: string) => take(client.POST("/api/v1/account/second-factor/confirm", { body: { code } })),
  removeFactor: (password: string) => take(client.POST("/api/v1/account/second-factor/remove", { body: { password } })),
  renewCodes: (password: string) => take(client.POST("/api/v1/account/recovery-codes", { body: { password } })),
  endSession: (session: string) =>
    take(client.DELETE("/api/v1/account/sessions/{session_id}", { params: { path: { session_id: session } } })),
  endSessions: (hereToo: boolean) => take(client.POST("/api/v1/account/log-out-everywhere", { body: { here_too: hereToo } })),
  colleagues: (q: string) => take(client.GET("/api/v1/session/colleagues", { params: { query: { q } } })),
  actFor: (username: string, reason: string, hours: number) =>
    take(client.POST("/api/v1/session/acting-for", { body: { username, reason, hours } })),
  stopActing: () => take(client.DELETE("/api/v1/session/acting-for")),
};

export interface LogFilter {
  username?: string;
  kind?: string;
  address?: string;
  since?: string;
  until?: string;
}
const of = (username: string) => ({ params: { path: { username } } });

export const accounts = {
  states: (q: string, waiting: boolean, cursor = "") =>
    take(client.GET("/api/v1/accounts/safety", { params: { query: { q, waiting, cursor } } })),
  unlock: (username: string) => take(client.POST("/api/v1/accounts/{username}/unlock", of(username))),
  logOut: (username: string) => take(client.POST("/api/v1/accounts/{username}/log-out", of(username))),
  requireChange: (username: string) => take(client.POST("/api/v1/accounts/{username}/require-change", of(username))),
  resetFactor: (username: string) => take(client.POST("/api/v1/accounts/{username}/reset-second-factor", of(username))),
  link: (username: string) => take(client.POST("/api/v1/accounts/{username}/link", of(username))),
  events: (filter: LogFilter, cursor = "") =>
    take(client.GET("/api/v1/accounts/events", { params: { query: { ...filter, cursor } } })),
  eventsUrl: (filter: LogFilter, format: "xlsx" | "csv") =>
    `/api/v1/accounts/events/export${queryText({ ...filter, format })}`,
};
