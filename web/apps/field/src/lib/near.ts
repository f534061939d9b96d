/** Distances, how they are said, and the hand-over to the phone's map app. Pure. */
import { toMap } from "@chengyun/ui/crs";

export interface Point {
  lng: number;
  lat: number;
}

export function metres(a: Point, b: Point): number {
  const rad = Math.PI / 180;
  const x = (b.lng - a.lng) * rad * Math.cos(((a.lat + b.lat) / 2) * rad);
  const y = (b.lat - a.lat) * rad;
  return Math.hypot(x, y) * 6_371_008;
}

export const far = (value: number): string => (value < 950 ? `${Math.max(10, Math.round(value / 10) * 10)} m` : `${(value / 1000).toFixed(1)} km`);

/** Addresses that open a map app on the phone; Chinese apps want GCJ-02, the phone's own wants WGS-84. */
export function navigation(to: Point, name: string): { code: "amap" | "tencent" | "baidu" | "phone"; href: string }[] {
  const [lng, lat] = toMap(to.lng, to.lat, "gcj02").map((value) => value.toFixed(6));
  const title = encodeURIComponent(name);
  return [
    { code: "amap", href: `https://uri.amap.com/navigation?to=${lng},${lat},${title}&mode=walk&src=chengyun&coordinate=gaode&callnative=1` },
    { code: "tencent", href: `https://apis.map.qq.com/uri/v1/routeplan?type=walk&to=${title}&tocoord=${lat},${lng}&coord_type=2&referer=chengyun` },
    { code: "baidu", href: `https://api.map.baidu.com/direction?destination=latlng:${lat},${lng}|name:${title}&mode=walking&coord_type=gcj02&output=html&src=chengyun` },
    { code: "phone", href: `geo:${to.lat.toFixed(6)},${to.lng.toFixed(6)}?q=${to.lat.toFixed(6)},${to.lng.toFixed(6)}(${title})` },
  ];
}

/** The tasks of a day: overdue first, then what is due within two hours, then by distance, then by time. */
export function order<T extends { next_due_at?: string | null; lng?: number | null; lat?: number | null }>(tasks: readonly T[], here: Point | null, now: number): T[] {
  const group = (task: T): number => {
    const left = task.next_due_at ? Date.parse(task.next_due_at) - now : Infinity;
    return left < 0 ? 0 : left < 7_200_000 ? 1 : 2;
  };
  const away = (task: T): number => (here && typeof task.lng === "number" && typeof task.lat === "number" ? metres(here, { lng: task.lng, lat: task.lat }) : Infinity);
  const due = (task: T): number => (task.next_due_at ? Date.parse(task.next_due_at) : Infinity);
  const less = (a: number, b: number): number => (a === b ? 0 : a < b ? -1 : 1);
  return [...tasks].sort((a, b) => less(group(a), group(b)) || (group(a) < 2 ? less(due(a), due(b)) : less(away(a), away(b)) || less(due(a), due(b))));
}
