export * from "./door";
export * from "./draft";
export * from "./emergency";
export * from "./moments";
export type * from "./types";
