/** Signing in beside the password: central log-ins, passkeys, where the list of staff comes from. */
import { client, take, upload } from "./client";
import type { components } from "./schema";
import type { Session } from "./types";

type Schemas = components["schemas"];
export type SignInWay = Schemas["WayOut"];
export type SignInWayIn = Schemas["WayIn"];
export type SignInTest = Schemas["WayTestOut"];
export type PeopleSource = Schemas["PeopleSourceOut"];
export type PeopleSourceIn = Schemas["PeopleSourceIn"];
export type PeopleRun = Schemas["SyncRunOut"];
export type PeopleChange = Schemas["SyncChange"];
export type Passkey = Schemas["PasskeyOut"];
/** What a device says; the server checks it. */
export type PasskeyAnswer = Record<string, unknown>;

const V1 = "/api/v1";
const of = (code: string) => ({ params: { path: { code } } });

/** Where the browser goes for a central log-in: a page of another house, so an ordinary address. */
export const outsideUrl = (code: string, next: string) => `${V1}/sign-in/${encodeURIComponent(code)}?next=${encodeURIComponent(next)}`;

export const signIn = {
  challenge: async () => (await take(client.POST("/api/v1/session/passkey/options"))).options,
  withPasskey: (passkey: PasskeyAnswer) => take(client.POST("/api/v1/session/passkey", { body: { passkey } })) as Promise<Session>,
  second: (code: string, passkey?: PasskeyAnswer) => take(client.POST("/api/v1/session/second", { body: { code, passkey } })) as Promise<Session>,
  beginPasskey: async (password: string) => (await take(client.POST("/api/v1/account/passkeys/options", { body: { password } }))).options,
  addPasskey: async (name: string, passkey: PasskeyAnswer) => (await take(client.POST("/api/v1/account/passkeys", { body: { name, passkey } }))).codes,
  removePasskey: (id: number, password: string) =>
    take(client.POST("/api/v1/account/passkeys/{passkey_id}/remove", { params: { path: { passkey_id: id } }, body: { password } })),
  link: async (code: string, password: string) => (await take(client.POST("/api/v1/account/links/{code}", { ...of(code), body: { password } }))).address,
  unlink: (code: string, password: string) => take(client.POST("/api/v1/account/links/{code}/remove", { ...of(code), body: { password } })),
  ways: () => take(client.GET("/api/v1/sign-in-ways")),
  saveWay: (code: string, body: SignInWayIn) => take(client.PUT("/api/v1/sign-in-ways/{code}", { ...of(code), body })),
  removeWay: (code: string) => take(client.DELETE("/api/v1/sign-in-ways/{code}", of(code))),
  testWay: (code: string) => take(client.POST("/api/v1/sign-in-ways/{code}/test", of(code))),
};

export const people = {
  sources: () => take(client.GET("/api/v1/people-sources")),
  save: (code: string, body: PeopleSourceIn) => take(client.PUT("/api/v1/people-sources/{code}", { ...of(code), body })),
  remove: (code: string) => take(client.DELETE("/api/v1/people-sources/{code}", of(code))),
  look: (code: string) => take(client.POST("/api/v1/people-sources/{code}/look", of(code))),
  lookAtFile(code: string, file: File) {
    const form = new FormData();
    form.append("file", file);
    return upload<PeopleRun>(`${V1}/people-sources/${encodeURIComponent(code)}/file`, form, () => undefined).done;
  },
  run: (id: number) => take(client.GET("/api/v1/people-runs/{sync_id}", { params: { path: { sync_id: id } } })),
  commit: (id: number, allowLeavers: boolean) =>
    take(client.POST("/api/v1/people-runs/{sync_id}/commit", { params: { path: { sync_id: id } }, body: { allow_leavers: allowLeavers } })),
};
