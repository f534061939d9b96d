/** The map of the phones. MapLibre is loaded by it, and only where a base map is configured. */
export { default as PhoneMap, type MapWords } from "./PhoneMap.vue";
export type { BaseMap, PhoneOutline, PhonePoint } from "./types";
