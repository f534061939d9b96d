export * from "@chengyun/ui/map/gl";
