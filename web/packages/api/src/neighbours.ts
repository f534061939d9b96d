/** The desk behind the residents' front door: notices, messages, what is public, restrictions, questions. */
import { client, take } from "./client";
import type { components } from "./schema";

type Schemas = components["schemas"];
export type FrontDoor = Schemas["FrontDoorOut"];
export type Bulletin = Schemas["BulletinOut"];
export type BulletinIn = Schemas["BulletinIn"];
export type Delivery = Schemas["DeliveryOut"];
export type TemplatePreview = Schemas["PreviewOut"];
export type ShownRow = Schemas["ShownOut"];
export type ShownList = Schemas["ShownList"];
export type Restriction = Schemas["RestrictionOut"];
export type ResidentSide = Schemas["ResidentSide"];
export type DeliveryState = "" | "waiting" | "sending" | "sent" | "dead" | "dropped";

const V1 = "/api/v1/neighbours";
const of = (number: string) => ({ path: { number } });
export const neighbours = {
  door: () => take(client.GET(`${V1}`)),
  bulletins: () => take(client.GET(`${V1}/bulletins`)),
  write: (body: BulletinIn) => take(client.POST(`${V1}/bulletins`, { body })),
  publish: (key: number, version: number, publish: boolean) =>
    take(client.POST(`${V1}/bulletins/{bulletin_id}`, { params: { path: { bulletin_id: key } }, body: { version, publish } })),
  deliveries: (state: DeliveryState) => take(client.GET(`${V1}/deliveries`, { params: { query: { state } } })),
  decideDelivery: (key: string, again: boolean) =>
    take(client.POST(`${V1}/deliveries/{delivery_id}`, { params: { path: { delivery_id: key } }, body: { again } })),
  preview: (text: string) => take(client.POST(`${V1}/templates/preview`, { body: { text } })),
  shown: () => take(client.GET(`${V1}/shown`)),
  decideShown: (number: string, state: "open" | "hidden", words: string) =>
    take(client.POST(`${V1}/shown/{number}`, { params: of(number), body: { state, words, reason: "" } })),
  restrictions: () => take(client.GET(`${V1}/restrictions`)),
  restrict: (number: string, reason: string, days: number) => take(client.POST(`${V1}/restrictions`, { body: { number, reason, days } })),
  decideRestriction: (key: number, lift: boolean, why: string) =>
    take(client.POST(`${V1}/restrictions/{restriction_id}`, { params: { path: { restriction_id: key } }, body: { lift, why } })),
  ofCase: (number: string) => take(client.GET(`${V1}/cases/{number}`, { params: of(number) })),
  ask: (number: string, text: string) => take(client.POST(`${V1}/cases/{number}`, { params: of(number), body: { text } })),
  /** The address of the printed code of an area. */
  card: (code: string) => `${V1}/cards/${encodeURIComponent(code)}`,
};
