/** 一标三实: addresses, homes, people; visits that are due and made. */
import { client, download, take } from "./client";
import type { components } from "./schema";

type Schemas = components["schemas"];
export type AddressNode = Schemas["AddressNode"];
export type AddressPlace = Schemas["AddressOut"];
export type AddressFound = Schemas["AddressFound"];
export type AddressDetail = Omit<Schemas["AddressDetail"], "path"> & { path: { id: number; level: string; name: string }[] };
export type Home = Schemas["HouseOut"];
export type HomePerson = Schemas["ResidentOut"];
export type PersonFound = Schemas["ResidentFound"];
export type HomeUnit = Schemas["PremisesOut"];
export type PersonClear = Schemas["ResidentClear"];
export type HomePlan = Schemas["VisitPlanOut"];
export type HomePlanDetail = Schemas["VisitPlanDetail"];
export type HomeVisit = Schemas["VisitRow"];
export type VisitCoverage = Schemas["VisitCoverage"];
export type PlanPage = Schemas["VisitPlanList"];
export type VisitPage = Schemas["VisitList"];
export type AddressGiven = Schemas["AddressIn"];
export type PersonGiven = Schemas["ResidentIn"];
export type HomeUnitGiven = Schemas["PremisesIn"];
export type PlanAsked = { state?: string; kind?: string; area?: string; worker?: string; month?: string; cursor?: string };
export type VisitAsked = { month?: string; kind?: string; area?: string; worker?: string; outcome?: string; cursor?: string };

export const population = {
  children: (parent: number | null, area: string) => take(client.GET("/api/v1/population/addresses", { params: { query: parent ? { parent } : { area } } })),
  find: (q: string) => take(client.GET("/api/v1/population/addresses/find", { params: { query: { q } } })),
  address: (id: number) => take(client.GET("/api/v1/population/addresses/{address_id}", { params: { path: { address_id: id } } })) as unknown as Promise<AddressDetail>,
  saveAddress: (body: AddressGiven) => take(client.POST("/api/v1/population/addresses", { body })) as unknown as Promise<AddressDetail>,
  findPeople: (text: string) => take(client.POST("/api/v1/population/residents/find", { body: { text } })),
  savePerson: (body: PersonGiven) => take(client.POST("/api/v1/population/residents", { body })),
  unmask: (id: number, reason: string) => take(client.POST("/api/v1/population/residents/{resident_id}/unmask", { params: { path: { resident_id: id } }, body: { reason } })),
  unmaskContact: (id: number, reason: string) => take(client.POST("/api/v1/population/premises/{premises_id}/unmask", { params: { path: { premises_id: id } }, body: { reason } })),
  setKinds: (id: number, kinds: string[], note: string) => take(client.POST("/api/v1/population/residents/{resident_id}/kinds", { params: { path: { resident_id: id } }, body: { kinds, note } })),
  saveUnit: (body: HomeUnitGiven) => take(client.POST("/api/v1/population/premises", { body })),
  plans: (query: PlanAsked) => take(client.GET("/api/v1/population/plans", { params: { query: query as never } })),
  plan: (id: number) => take(client.GET("/api/v1/population/plans/{plan_id}", { params: { path: { plan_id: id } } })),
  assign: (plan_ids: number[], username: string) => take(client.POST("/api/v1/population/plans/assign", { body: { plan_ids, username } })),
  visits: (query: VisitAsked) => take(client.GET("/api/v1/population/visits", { params: { query: query as never } })),
  coverage: (month: string, by: string, area: string) => take(client.GET("/api/v1/population/visits/coverage", { params: { query: { month, by, area } as never } })),
  export: (what: string, area: string, month: string, reason: string) => download("/api/v1/population/exports", { what, area, month, reason, format: "xlsx" }, () => undefined),
};
