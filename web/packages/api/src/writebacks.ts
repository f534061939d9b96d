/** What goes back through the doors: messages, how each door does, days compared with the other side. */
import { client, take } from "./client";
import type { components, paths } from "./schema";

type Schemas = components["schemas"];
export type OutMessage = Schemas["OutMessage"];
export type OutMessages = Schemas["OutMessages"];
export type OutMessageDetail = Schemas["OutMessageDetail"];
export type OutDecision = Schemas["DecideIn"];
export type DoorHealth = Schemas["DoorHealth"];
export type DoorHealthPage = Schemas["DoorHealthPage"];
export type Reconciliation = Schemas["ReconciliationOut"];
export type ReconciliationDetail = Schemas["ReconciliationDetail"];
export type OutQuery = NonNullable<paths["/api/v1/outbox/messages"]["get"]["parameters"]["query"]>;
export type OutState = NonNullable<OutQuery["state"]>;

const one = (key: number) => ({ path: { write_back_id: key } });

export const writebacks = {
  list: (query: OutQuery) => take(client.GET("/api/v1/outbox/messages", { params: { query } })),
  get: (key: number) => take(client.GET("/api/v1/outbox/messages/{write_back_id}", { params: one(key) })),
  decide: (key: number, body: OutDecision) =>
    take(client.POST("/api/v1/outbox/messages/{write_back_id}/decide", { params: one(key), body })),
  retryAll: (door: string) => take(client.POST("/api/v1/outbox/retry", { body: { door } })),
  doors: (door = "") => take(client.GET("/api/v1/outbox/doors", { params: { query: { door } } })),
  reconcile: (door: string, day: string) => take(client.POST("/api/v1/outbox/reconcile", { body: { door, day } })),
  reconciliation: (key: number) =>
    take(client.GET("/api/v1/outbox/reconciliations/{reconciliation_id}", { params: { path: { reconciliation_id: key } } })),
  ofCase: (number: string) => take(client.GET("/api/v1/cases/{number}/write-backs", { params: { path: { number } } })),
};
