/** Background jobs, the state of the system, who read what. */
import { client, queryText, take } from "./client";
import type { components } from "./schema";

type Schemas = components["schemas"];
export type JobOverview = Schemas["JobOverviewOut"];
export type JobTask = Schemas["TaskOut"];
export type Job = Schemas["JobOut"];
export type JobRun = Schemas["JobRunOut"];
export type SystemStatus = Schemas["SystemOut"];
export type Check = Schemas["CheckOut"];
export type Component = Schemas["ComponentOut"];
export type ReadRecord = Schemas["ReadOut"];
export type JobState = "queued" | "running" | "failed" | "cancelled" | "done" | "all";

const job = (key: number) => ({ params: { path: { job_id: key } } });

export const jobs = {
  overview: () => take(client.GET("/api/v1/system/jobs/overview")),
  list: (state: JobState, task: string, cursor = "") =>
    take(client.GET("/api/v1/system/jobs", { params: { query: { state, task, cursor } } })),
  run: (key: number) => take(client.GET("/api/v1/system/jobs/runs/{run_id}", { params: { path: { run_id: key } } })),
  retry: (key: number) => take(client.POST("/api/v1/system/jobs/{job_id}/retry", job(key))),
  cancel: (key: number) => take(client.POST("/api/v1/system/jobs/{job_id}/cancel", job(key))),
};

export const system = {
  status: () => take(client.GET("/api/v1/system/status")),
  components: () => take(client.GET("/api/v1/system/components")),
  /** The components of the pages, written when they are built; nothing while developing. */
  async pageComponents(): Promise<Component[]> {
    const answer = await fetch("/licences.json");
    if (!answer.ok || !answer.headers.get("content-type")?.includes("json")) return [];
    return (await answer.json()) as Component[];
  },
};

export interface ReadFilter {
  username?: string;
  kind?: "" | "unmask" | "export" | "print" | "look";
  number?: string;
  since?: string;
  until?: string;
  clear?: boolean;
}

export const reads = {
  list: (filter: ReadFilter, cursor = "") =>
    take(client.GET("/api/v1/audit/reads", { params: { query: { ...filter, cursor } } })),
  exportUrl: (filter: ReadFilter, format: "xlsx" | "csv") => `/api/v1/audit/reads/export${queryText({ ...filter, format })}`,
};
