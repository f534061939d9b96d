export default {
  title: "Map of cases", pane: "Map beside the list", show: "Map", hide: "Hide the map", close: "Close the map", tools: "Map tools", resize: "Width of the map", open: "Show on the map",
  zoomIn: "Closer", zoomOut: "Farther", whole: "Whole district", count: "{n} cases", inView: "{n} cases in view", empty: "No cases here",
  of: { overdue: "{n} overdue", due_soon: "{n} due soon", supervised: "{n} supervised" },
  unplaced: "{n} more without a point, not on the map", failed: "The cases on the map could not be fetched", noWebgl: "This browser draws no 3D: a plain map is shown, it can do the same",
  schematic: "Outlines only (no base map is configured)", noOutlines: "Neither outlines nor a base map: only the points of the cases are shown", fileMissing: "The configured base map file is missing; outlines are shown",
  layer: { title: "Shown as", clusters: "Dots", heat: "Heat" },
  mark: { danger: "O", warning: "D", supervised: "S", progress: "H", done: "C" },
  legend: { title: "Legend", danger: "Overdue", warning: "Due soon", supervised: "Supervised", progress: "In hand", done: "Closed", few: "few", many: "many" },
  draw: {
    polygon: "Draw", box: "Rectangle", view: "In view", name: "By name", nameLabel: "Subdistrict, community or grid", nameHint: "Name or pinyin", clear: "Clear the area", finish: "Finish", cancel: "Cancel",
    polygonHelp: "Click corner by corner; click the first one again or press Enter to finish. Keyboard: arrows move, space sets a corner, Backspace takes one back.",
    boxHelp: "Drag a rectangle. Keyboard: arrows move, space sets one corner, space again finishes.",
  },
  fault: { few: "At least three corners are needed.", many: "At most 200 corners; draw it simpler.", crosses: "The border crosses itself; press Backspace to take corners back.", flat: "The area has no extent." },
  cases: { title: "{n} cases here", failed: "The cases here could not be fetched", gone: "The cases here have changed; the map will follow.", filter: "List only these {n}" },
  table: {
    button: "Table", title: "Cases on the map", place: "Where", count: "Cases", open: "Open", overdue: "Overdue", show: "Show", near: "near {place}", outside: "outside of all areas", openCase: "Open the case", list: "List the cases",
  },
};
