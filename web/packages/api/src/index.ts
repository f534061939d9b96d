export * from "./types";
export * from "./problem";
export * from "./live";
export { ground, queryText } from "./client";
export type { UploadHandle } from "./client";
export * as api from "./endpoints";
