/** Doors: how requests come in and go back; what came in and became no case; copying by hand; tokens of channels. */
import { client, take } from "./client";
import type { components } from "./schema";

type Schemas = components["schemas"];
export type DoorRow = Schemas["DoorRow"];
export type Door = Schemas["DoorOut"];
export type DoorIn = Schemas["DoorIn"];
export type DoorTested = Schemas["DoorTested"];
export type DoorDeclared = Schemas["DoorDeclared"];
export type DoorEditing = Schemas["DoorEditing"];
export type HeldRow = Schemas["HeldRow"];
export type HeldItem = Schemas["HeldOut"];
export type CopiedOut = Schemas["CopiedOut"];
export type ByHandDoor = Schemas["ByHandDoor"];
export type DoorToken = Schemas["DoorTokenOut"];
export type DoorTokenIn = Schemas["DoorTokenIn"];
export interface DoorSetting {
  name: string;
  label: string;
  label_en: string;
  kind: "text" | "url" | "int" | "choice" | "bool";
  default: string | number | boolean;
  required: boolean;
  help: string;
  help_en: string;
  least: number;
  most: number;
  choices: { code: string; name: string; name_en: string }[];
}
export interface DoorForms {
  in: Record<string, { name: string; name_en: string; settings: DoorSetting[] }>;
  out: Record<string, { name: string; name_en: string; settings: DoorSetting[] }>;
  secrets: Record<string, { name: string; name_en: string }>;
}

const V1 = "/api/v1/doors";
const of = (door: string) => ({ path: { door } });
const item = (door: string, key: number) => ({ path: { door, held_id: key } });
export const doors = {
  list: () => take(client.GET(`${V1}`)),
  one: (door: string) => take(client.GET(`${V1}/{door}`, { params: of(door) })),
  save: (door: string, body: DoorIn) => take(client.PUT(`${V1}/{door}`, { params: of(door), body })),
  test: (door: string, what: "in" | "out" | "now") => take(client.POST(`${V1}/{door}/test`, { params: of(door), body: { what } })),
  held: (door: string, state: string, cursor = "") => take(client.GET(`${V1}/{door}/held`, { params: { path: { door }, query: { state, cursor } } })),
  heldItem: (door: string, key: number) => take(client.GET(`${V1}/{door}/held/{held_id}`, { params: item(door, key) })),
  takeHeld: (door: string, key: number, corrections: Record<string, string>) =>
    take(client.POST(`${V1}/{door}/held/{held_id}`, { params: item(door, key), body: { do: "take", corrections, note: "" } })),
  dropHeld: (door: string, key: number, note: string) =>
    take(client.POST(`${V1}/{door}/held/{held_id}`, { params: item(door, key), body: { do: "drop", corrections: {}, note } })),
  takeAllAgain: (door: string) => take(client.POST(`${V1}/{door}/held`, { params: of(door) })),
  byHand: () => take(client.GET(`${V1}/by-hand`)),
  copied: (door: string, text: string, corrections: Record<string, string>, doTake: boolean) =>
    take(client.POST(`${V1}/{door}/copied`, { params: of(door), body: { text, corrections, take: doTake } })),
  tokens: (door: string) => take(client.GET(`${V1}/{door}/tokens`, { params: of(door) })),
  giveToken: (door: string, body: DoorTokenIn) => take(client.POST(`${V1}/{door}/tokens`, { params: of(door), body })),
  revokeToken: (door: string, key: number) =>
    take(client.POST(`${V1}/{door}/tokens/{channel_token_id}/revoke`, { params: { path: { door, channel_token_id: key } } })),
};
