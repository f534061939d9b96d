export * from "@chengyun/ui/map/webgl";
