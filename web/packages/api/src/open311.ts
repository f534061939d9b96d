/** The desk's page about the open interface (Open311): addresses, services, keys, tests, what is released. */
import { client, take } from "./client";
import type { components } from "./schema";

type Schemas = components["schemas"];
export type Open311 = Schemas["Open311Out"];
export type Open311Key = Schemas["Open311Key"];
export type Open311Waiting = Schemas["Open311Waiting"];
export type Open311Matters = Schemas["Open311Matters"];

const V1 = "/api/v1/open311";
export const open311 = {
  look: () => take(client.GET(`${V1}`)),
  makeKey: (name: string, test: boolean) => take(client.POST(`${V1}/keys`, { body: { name, test } })),
  changeKey: (key: number, action: "rotate" | "revoke") => take(client.POST(`${V1}/keys/{key_id}`, { params: { path: { key_id: key } }, body: { action } })),
  matters: () => take(client.GET(`${V1}/matters`)),
  decide: (number: string, release: boolean, words: string, withMedia = false) =>
    take(client.POST(`${V1}/matters/{number}`, { params: { path: { number } }, body: { public: release, words, with_media: withMedia } })),
};
