/** What the phone in the field asks and sends. */
import { client, ground, take } from "./client";
import { Problem } from "./problem";
import type { components } from "./schema";

type Schemas = components["schemas"];
export type FieldDay = Schemas["PhoneDayOut"];
export type FieldTask = Omit<Schemas["PhoneTaskOut"], "after"> & { after: Record<string, Schemas["ActionOffer"][]> };
export type FieldUpload = Schemas["PhoneUploadOut"];

/** A request outside the typed client: bytes, and doors whose address the phone has kept with the record. */
async function raw<T>(method: string, path: string, body: BodyInit, type: string): Promise<T> {
  let response: Response;
  try {
    const headers = { "Content-Type": type, "X-CSRFToken": ground.csrfToken, "Accept-Language": ground.language };
    response = await globalThis.fetch(new Request(`${location.origin}${path}`, { method, headers, body, credentials: "same-origin" }));
  } catch {
    ground.onExchange(false);
    throw new Problem(0, {});
  }
  ground.onExchange(true);
  const answer = (await response.json().catch(() => ({}))) as Record<string, unknown>;
  if (!response.ok) throw new Problem(response.status, answer);
  return answer as T;
}

export const phone = {
  day: () => take(client.GET("/api/v1/field/day")),
  task: (number: string) => take(client.GET("/api/v1/field/tasks/{number}", { params: { path: { number } } })) as unknown as Promise<FieldTask>,
  commands: (commands: unknown[]) => take(client.POST("/api/v1/field/commands", { body: { commands } as never })),
  begin: (body: Schemas["PhoneUploadIn"]) => take(client.POST("/api/v1/field/uploads", { body })),
  piece: (key: string, offset: number, bytes: Uint8Array<ArrayBuffer>) =>
    raw<FieldUpload>("PUT", `/api/v1/field/uploads/${key}?offset=${offset}`, bytes, "application/octet-stream"),
  post: (path: string, body: unknown) => raw<Record<string, unknown>>("POST", path, JSON.stringify(body), "application/json"),
  today: () => take(client.GET("/api/v1/fieldwork/today")),
  visits: () => take(client.GET("/api/v1/population/visits/mine")),
  calls: () => take(client.GET("/api/v1/fieldwork/calls")),
};
