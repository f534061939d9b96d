export default {
  title: "Grids", lead: "The map of grids, plans that change it, and its faults", loading: "Loading the map of grids", failed: "The map of grids could not be loaded",
  day: "Map of", today: "Today", past: "This is the map of {day}", tree: "Areas", plans: "Plans", export: "Export GeoJSON", exportName: "grids-{day}.geojson", check: "Check the map", find: "Find an area", none: "No outlines of grids",
  noneText: "Import or draw the outlines of communities and grids first; master data · outlines of areas takes them too.", schematic: "Schematic map (no base map is configured)", count: "{n} grids", map: "Map of grids", tools: "Map tools",
  kind: { none: "Grid", base: "Base grid", special: "Special grid", micro: "Micro grid" } as Record<string, string>,
  kindMark: { special: "S", micro: "M" } as Record<string, string>,
  state: { draft: "Draft", submitted: "Waits for approval", approved: "Approved", applied: "In force", withdrawn: "Withdrawn" } as Record<string, string>,
  what: { new: "New", changes: "Changed", ends: "Ends" } as Record<string, string>,
  one: { code: "Code", kind: "Kind", parent: "Belongs to", since: "Since", source: "Source", cases: "Cases", zoom: "Show on the map", close: "Close" },
  legend: { new: "New", changed: "Changed", ended: "Former border", fault: "Fault", micro: "Micro grid" },
  plan: {
    new: "New plan", name: "Name of the plan", nameHint: "e.g. Split grid 1 of Wutong community", day: "In force from", note: "Note", begin: "Begin the plan", empty: "No plans yet", emptyText: "Begin a plan, split, merge and move borders on the map; once approved it takes effect on its day.",
    back: "All plans", by: "{who} · in force from {day}", operations: "Steps", noOperations: "No steps yet. Choose a grid on the map and use the tools above.", remove: "Remove this step", changes: "What changes", faults: "Faults of the map", noFaults: "No faults of the map", effects: "Touches", noEffects: "Touches no open cases, places or grants",
    history: "History", others: "Another plan changes these grids: {title} (in force from {day})", failure: "It did not take effect: {why}", readonly: "On a phone plans can only be read; edit them on a computer.", capped: "at least", moved: "border moves", renamed: "was {name}", from: "belonged to {name}", toKind: "kind: {from} → {to}", toUnit: "run by: {from} → {to}", goes: "into {codes}",
    keep: "Open cases keep the grid they were received in; only new cases follow the new map.", edit: "Change name and day", save: "Save", noteFor: "Remark", before: "was there before",
  },
  act: { submit: "Submit", approve: "Approve", return: "Send back", withdraw: "Withdraw", undo: "Take back", done: { submit: "Submitted", approve: "Approved", return: "Sent back", withdraw: "Withdrawn", undo: "A plan that takes it back has begun; submit it" } as Record<string, string>, why: "Say why you send it back" },
  step: { create: "Begun", submit: "Submitted", approve: "Approved", return: "Sent back", withdraw: "Withdrawn", apply: "In force" } as Record<string, string>,
  tool: {
    draw: "Draw a grid", split: "Split", merge: "Merge", boundary: "Move border", change: "Rename", retire: "End a grid", import: "Import", cancel: "Cancel", add: "Add to the plan", finish: "Done", undoPoint: "Back one point",
    pick: "Choose a grid on the map or on the left first.", drawHelp: "Click corner by corner; the first corner or Enter ends it. It is fitted to the community and its neighbours.", splitHelp: "Draw a line across the grid, Enter ends it.", mergeHelp: "Choose the grids to merge (two at least), then which code stays.",
    boundaryHelp: "Drag a corner; drag a small dot on an edge to add one; Delete removes the chosen one. The border of the neighbour moves along.", boundaryNot: "This grid has holes, several pieces or too many corners; import its new outline.", retireHelp: "Its land then belongs to no grid, unless the plan gives it to another.", keyHelp: "Keyboard: arrows move, space sets a point, backspace takes one back, Esc cancels.",
    name: "Name of the grid", names: "Names of the parts (west → east, north → south)", parent: "Belongs to", kind: "Kind", unit: "Code of the unit that runs it", into: "Code that stays", chosen: "{n} chosen", corners: "{n} points", neighbours: "Neighbours move along",
  },
  op: {
    draw: "Draw “{name}”", split: "Split {code}", merge: "Merge {codes} into {into}", change: "Change {code}{name}", boundary: "Move the border of {code}", retire: "End {code}", restore: "Restore {n} grids as they were",
  } as Record<string, string>,
  fault: {
    overlap: "Overlap", gap: "Gap", outside: "Outside of what is above", strip: "Strip", tiny: "Too small", pieces: "Several pieces", same_name: "Same name twice", no_outline: "No outline", impossible: "This step cannot be done",
  } as Record<string, string>,
  faultWords: {
    line_misses: "the line does not cross the grid", line_short: "a line needs two points", nothing_left: "nothing is left after fitting", code_taken: "the code is in use", code_was_used: "the code belonged to a grid that ended", micro_below_grid: "micro grids lie in a grid, other grids in a community", merge_two: "merging needs two grids",
    merge_levels: "different levels, or micro and other grids, cannot merge", wrong_parent: "the area above is of the wrong level", swallows: "it would take all of a neighbour; merge them instead", has_below: "there are areas below it", no_such_area: "there is no such area; an earlier step may have merged it", no_outline: "it has no outline", no_name: "it has no name", no_code: "no code: no rule fits, or its numbers are used up",
    same_day: "it changed on that day already; choose another day", later_version: "a later version is kept already", changed_since: "it changed since and cannot be restored as it was",
  } as Record<string, string>,
  faultStops: "to be mended", faultTold: "note", faultSize: "{size}", whole: "Check of the whole map", wholeNone: "The map has no faults", wholeCount: "{n} places", checkedAt: "On the map of {day}", zoomTo: "Show on the map",
  import: {
    title: "Import outlines", help: "GeoJSON, KML, Shapefile (zipped, with .dbf and .prj), CSV or XLSX (a column “geometry”: WKT, GeoJSON or “lng,lat;…”). A known code gets a new border, others become new grids.", file: "File", crs: "Coordinate system", crsAuto: "As the file says", parent: "All belong to (code, optional)", read: "Read", reading: "Reading", result: "{good} rows fit, {bad} have faults", row: "Row", code: "Code", name: "Name", state: "Result",
    draw: "new grid", boundary: "new border", add: "Add {n} rows to the plan", close: "Close", only: "Only those with faults",
  },
};
