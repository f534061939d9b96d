export default {
  title: "Components", lead: "Where covers, lamps and other components are, whose, in which state", find: "Code, name or place", kind: "Class", anyKind: "All classes", state: "State", anyState: "All states", list: "List of components", map: "Map of components", edit: "Edit the register", failed: "The components could not be loaded",
  none: "No components", noneText: "Ask differently, or import them in master data · register of components.", more: "50 more", shown: "{n} listed", inView: "{n} on the map",
  states: { normal: "Sound", damaged: "Damaged", missing: "Missing", repair: "In repair", scrapped: "Scrapped" } as Record<string, string>,
  mark: { danger: "!", warning: "R", supervised: "S", progress: "OK", done: "X" } as Record<string, string>,
  one: { code: "Code", kind: "Class", state: "State", place: "Place", area: "Area", owner: "Owner", maintainer: "Maintained by", note: "Note", cases: "Cases", open: "of these open", newest: "Newest cases", noCases: "No cases yet", close: "Close", history: "Changes" },
  case: { title: "Components", near: "Of this class nearby", metres: "{n} m", tie: "Tie", untie: "Untie", none: "No components tied", tied: "Tied to {name}", untied: "No longer tied to {name}", undo: "Restore" },
};
