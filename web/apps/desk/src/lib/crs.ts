export { toGround, toMap, type Crs, type LngLat } from "@chengyun/ui/crs";
