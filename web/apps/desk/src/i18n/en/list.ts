import type zh from "../zh/list";

const words: typeof zh = {
  title: "Work lists", all: "All cases", count: "{n} in all", countCapped: "more than {n}", shown: "{n} loaded",
  columns: {
    number: "Number", state: "State", limit: "Time left", title: "Title", category: "Category", place: "Place", unit: "Lead unit",
    channel: "Channel", received: "Registered",
  },
  sentence: { view: "Show", in: "where", of: "sorted by", order: "" },
  sort: { "-received_at": "newest first", received_at: "oldest first", next_due_at: "nearest limit", "-closed_at": "closed last" },
  filter: {
    add: "Condition", title: "Add a condition", remove: "Remove condition: {name}", clear: "Clear conditions", words: "Search in list", any: "any", apply: "Apply",
    is: "{name} is {value}", from: "from", to: "to", yes: "yes", no: "no", hourValue: "{h}:00",
    drawn: "drawn on the map ({n} corners)", drawnHelp: "Draw it anew on the map, or remove this condition here.", edit: "Change condition: {name}",
  },
  fields: {
    lifecycle: "Kind of work", state: "State", kind: "Type", category: "Category", unit: "Lead unit", area: "Area", channel: "Channel",
    urgency: "Urgency", due: "Limit", flag: "Flag", outcome: "Outcome", satisfaction: "Satisfaction", pending: "To approve", open: "Open",
    supervised: "Supervised", was_overdue: "Was overdue", joined: "Several callers", received_from: "Registered from", received_to: "Registered before",
    closed_from: "Closed from", closed_to: "Closed before", hour: "Hour of day", q: "Contains", within: "Drawn area", placed: "On the map", closed: "Closed", received: "Registered",
  },
  pending: { extension: "extension", suspension: "suspension", return: "return" },
  empty: {
    work: "Nothing to do here", workText: "You will be told when new cases arrive.", filtered: "No case fits these conditions",
    filteredText: "Widen or clear the conditions.", clear: "Clear conditions",
  },
  failed: "The list was not loaded", loadingMore: "Loading more", end: "End of list",
  live: { fresh: "{n} new · refresh", updated: "changed", updatedTitle: "Changed since the list was loaded; open to see", moved: "acted on" },
  bulk: {
    selected: "{n} selected", clear: "Clear selection", none: "These cases share no bulk action", run: "{action} {n} cases", result: "{action}: {ok} done, {bad} not done",
    ok: "Done", failed: "Not done", keepFailed: "Keep only those not done", title: "{action} in bulk", running: "Working",
  },
  views: {
    save: "Save as view", name: "Name of the view", shared: "Share with everybody", remove: "Delete view “{name}”", saved: "View “{name}” saved", label: "Saved views",
    removed: "View “{name}” deleted", sharedMark: "shared",
  },
  row: { select: "Select {number}", callers: "{n} callers", urgent: "Urgent" },
  pane: { resize: "Width of the case pane", label: "Case" },
};
export default words;
