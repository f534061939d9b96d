/** The cases on the WebGL map: discs with counts, dots with a word, or heat. */
import type { MapFeature } from "@chengyun/api";
import type { LayerSpecification } from "maplibre-gl";
import { fonts } from "./baseStyle";
import { markTones, radiusOf, shortCount, toneOfFeature } from "./marks";

const token = (name: string) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

/** The words on the marks: one character (or letter) for a single case, "超 3" under a count. */
export interface MarkWords {
  danger: string;
  warning: string;
  supervised: string;
  progress: string;
  done: string;
}

export function markProperties(feature: MapFeature, id: number, words: MarkWords): Record<string, string | number | boolean> {
  const tone = toneOfFeature(feature);
  const single = feature.count === 1;
  return {
    id, tone, many: !single, count: feature.count, radius: radiusOf(feature.count),
    text: single ? words[tone] : shortCount(feature.count),
    below: !single && feature.overdue ? `${words.danger} ${shortCount(feature.overdue)}` : "",
  };
}

/** From few to many; the same by day and by night, so that a picture of it can be compared. */
export const HEAT = ["#f7c948", "#ef7d22", "#b3261e"];
export const CASE_LAYERS = ["cases-disc", "cases-words", "cases-heat"];

export function caseLayers(layer: "clusters" | "heat", most: number): LayerSpecification[] {
  if (layer === "heat") {
    return [{
      id: "cases-heat", type: "heatmap", source: "cases",
      paint: {
        "heatmap-weight": ["interpolate", ["linear"], ["sqrt", ["get", "count"]], 0, 0, Math.max(1, Math.sqrt(most)), 1],
        "heatmap-radius": 34, "heatmap-opacity": 0.8, "heatmap-intensity": 1.3,
        "heatmap-color": [
          "interpolate", ["linear"], ["heatmap-density"], 0, "rgba(247,201,72,0)",
          ...HEAT.flatMap((colour, at) => [0.12 + at * 0.4, colour]),
        ] as never,
      },
    }];
  }
  const tones = ["match", ["get", "tone"], ...markTones.flatMap((tone) => [tone, token(`--state-${tone}`)]), token("--state-neutral")];
  return [
    {
      id: "cases-disc", type: "circle", source: "cases",
      paint: {
        "circle-radius": ["get", "radius"], "circle-stroke-color": ["case", ["get", "many"], tones, token("--surface")] as never,
        "circle-color": ["case", ["get", "many"], token("--surface"), tones] as never, "circle-stroke-width": ["case", ["get", "many"], 3, 1.5] as never,
      },
    },
    {
      id: "cases-words", type: "symbol", source: "cases",
      layout: {
        "text-field": ["format", ["get", "text"], {}, ["case", ["==", ["get", "below"], ""], "", ["concat", "\n", ["get", "below"]]], { "font-scale": 0.78 }] as never,
        "text-font": fonts(), "text-size": ["case", ["get", "many"], 12, 11] as never, "text-allow-overlap": true, "text-padding": 10, "text-line-height": 1,
      },
      paint: { "text-color": ["case", ["get", "many"], token("--text"), token("--surface")] as never },
    },
  ];
}
