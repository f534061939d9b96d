/** Events pushed to other systems; accounts of other systems and their tokens. */
import { client, take } from "./client";
import type { components } from "./schema";

type Schemas = components["schemas"];
export type Webhook = Schemas["WebhookOut"];
export type NewWebhook = Schemas["NewWebhookOut"];
export type WebhookIn = Schemas["WebhookIn"];
export type WebhookChange = Schemas["WebhookChangeIn"];
export type WebhookTest = Schemas["WebhookTestOut"];
export type WebhookMessage = Schemas["WebhookMessageOut"];
export type WebhookMessageDetail = Schemas["WebhookMessageDetail"];
export type EventCatalogue = Schemas["EventCatalogueOut"];
export type Replay = Schemas["ReplayIn"];
export type PeerSystem = Schemas["PeerSystemOut"];
export type PeerSystems = Schemas["PeerSystemsOut"];
export type PeerSystemIn = Schemas["SystemIn"];
export type PeerSystemChange = Schemas["SystemChangeIn"];
export type SystemToken = Schemas["SystemTokenOut"];
export type SystemTokenIn = Schemas["SystemTokenIn"];
export type MessageState = "" | "waiting" | "sent" | "dead";
export interface MessageFilter {
  subscription?: number;
  state?: MessageState;
  type?: string;
  number?: string;
  cursor?: string;
}

const hook = (key: number) => ({ path: { webhook_id: key } });

export const webhooks = {
  catalogue: () => take(client.GET("/api/v1/webhooks/catalogue")),
  list: () => take(client.GET("/api/v1/webhooks")),
  create: (body: WebhookIn) => take(client.POST("/api/v1/webhooks", { body })),
  change: (key: number, body: WebhookChange) => take(client.PUT("/api/v1/webhooks/{webhook_id}", { params: hook(key), body })),
  end: (key: number) => take(client.DELETE("/api/v1/webhooks/{webhook_id}", { params: hook(key) })),
  renewSecret: (key: number, hours: number) =>
    take(client.POST("/api/v1/webhooks/{webhook_id}/secret", { params: hook(key), body: { hours } })),
  test: (key: number) => take(client.POST("/api/v1/webhooks/{webhook_id}/test", { params: hook(key) })),
  replay: (key: number, body: Replay) => take(client.POST("/api/v1/webhooks/{webhook_id}/replay", { params: hook(key), body })),
  messages: (query: MessageFilter) => take(client.GET("/api/v1/webhooks/deliveries", { params: { query } })),
  message: (key: number) => take(client.GET("/api/v1/webhooks/deliveries/{push_id}", { params: { path: { push_id: key } } })),
};

const token = (system: string, key: number) => ({ path: { system, system_token_id: key } });

export const systems = {
  list: () => take(client.GET("/api/v1/systems")),
  create: (body: PeerSystemIn) => take(client.POST("/api/v1/systems", { body })),
  change: (system: string, body: PeerSystemChange) => take(client.PUT("/api/v1/systems/{system}", { params: { path: { system } }, body })),
  newToken: (system: string, body: SystemTokenIn) =>
    take(client.POST("/api/v1/systems/{system}/tokens", { params: { path: { system } }, body })),
  rotate: (system: string, key: number, hours: number) =>
    take(client.POST("/api/v1/systems/{system}/tokens/{system_token_id}/rotate", { params: token(system, key), body: { hours } })),
  revoke: (system: string, key: number) => take(client.DELETE("/api/v1/systems/{system}/tokens/{system_token_id}", { params: token(system, key) })),
};
