export * from "@chengyun/ui/map/baseStyle";
