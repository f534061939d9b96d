import type zh from "../zh/list";

const words: typeof zh = {
  title: "Work lists", all: "All cases", count: "{n} in all", countCapped: "more than {n}", shown: "{n} loaded",
  columns: {
    number: "Number", state: "State", limit: "Time left", title: "Title", category: "Category", place: "Place", unit: "Lead unit",
    channel: "Channel", received: "Registered", due: "Due", kind: "Type", area: "Area", subdistrict: "Subdistrict", requester: "Requester", phone: "Phone",
    urgency: "Urgency", flags: "Flags", pending: "To approve", callers: "Callers", closed: "Closed", outcome: "Outcome", satisfaction: "Satisfaction",
    button: "Columns", choose: "Choose columns", ofView: "For the view “{name}” only", ofPerson: "For all of your lists", others: "Not shown", reset: "Default columns",
    keys: "Alt+↑ ↓ moves a column", width: "Width of “{name}”", up: "Move “{name}” up", down: "Move “{name}” down", sortBy: "Sort by {name}",
  },
  sentence: {
    view: "Show", in: "where", and: "and", of: "sorted by", order: "", otherList: "Another list; now “{name}”", otherOrder: "Another order; now “{name}”",
    onlyOpen: " (open cases only)", onlyClosed: " (closed cases only)",
  },
  sort: {
    "-received_at": "newest first", received_at: "oldest first", next_due_at: "nearest limit", "-next_due_at": "farthest limit",
    "-closed_at": "closed last", closed_at: "closed first",
  },
  said: {
    open: { true: "open", false: "closed" }, supervised: { true: "supervised", false: "not supervised" }, was_overdue: { true: "was overdue", false: "was never overdue" },
    joined: { true: "several callers", false: "one caller" }, matter: { true: "a matter of its own", false: "joined to another case" }, open_matter: { true: "whose matter is in hand", false: "whose matter is not in hand" }, likely: { true: "with likely repeats", false: "without likely repeats" }, placed: { true: "on the map", false: "not on the map" },
  },
  export: {
    button: "Export", title: "Export a list", scope: "Which cases", chosen: "{n} selected", whole: "{name}, {n} in all", wholeCapped: "{name}, more than {n}", format: "Format",
    xlsx: "Excel workbook (XLSX), up to {n} rows", csv: "CSV, any number of rows", columns: "Columns", columnsShown: "The {n} columns of the list", columnsAll: "All columns",
    reason: "Purpose", reasonHint: "What it is for; kept in the record of exports", clear: "Not masked: names, phone numbers and full addresses, up to {n} rows",
    note: "Names, numbers and house numbers are masked; the file carries your name, account, the time and the purpose. Exports are recorded.",
    noteClear: "The file holds personal data, and each case is noted as looked at. Keep it safe and destroy it after use.",
    run: "Export", making: "Being made, {s} s; you may close this and go on, it downloads when it is done", receiving: "{rows} rows, {size} received, {s} s",
    stop: "Stop", stopped: "Export stopped; the record says that it is incomplete", done: "Exported {name} ({size})", failed: "Not exported",
  },
  filter: {
    add: "Condition", title: "Add a condition", remove: "Remove condition: {name}", clear: "Clear conditions", words: "Search in list", any: "any", apply: "Apply",
    is: "{name} is {value}", isKey: "{name} is", from: "from", to: "to", yes: "yes", no: "no", relatedTo: "{kind} as {number}", hourValue: "{h}:00",
    drawn: "drawn on the map ({n} corners)", drawnHelp: "Draw it anew on the map, or remove this condition here.", edit: "Change condition: {name}",
  },
  fields: {
    lifecycle: "Kind of work", state: "State", kind: "Type", category: "Category", unit: "Lead unit", area: "Area", channel: "Channel",
    urgency: "Urgency", due: "Limit", flag: "Flag", outcome: "Outcome", satisfaction: "Satisfaction", pending: "To approve", open: "Open",
    supervised: "Supervised", was_overdue: "Was overdue", joined: "Several callers", matter: "A matter of its own", open_matter: "Matter in hand", likely: "Likely repeats", received_from: "Registered from", received_to: "Registered before",
    closed_from: "Closed from", closed_to: "Closed before", hour: "Hour of day", q: "Contains", within: "Drawn area", placed: "On the map", closed: "Closed", received: "Registered", related: "Related", gathered: "Gathered by", unset: "Without", direct: "Without those below, by",
  },
  gathered: { rule_trial: "cases of a rule's dry run", warning: "warning {what}", hot: "hot issue {what}", hexagon: "a hexagon of the map", word: "saying “{what}”" },
  pending: { extension: "extension", suspension: "suspension", return: "return" },
  empty: {
    work: "Nothing to do here", workText: "You will be told when new cases arrive.", filtered: "No case fits these conditions",
    filteredText: "Widen or clear the conditions.", clear: "Clear conditions",
  },
  failed: "The list was not loaded", loadingMore: "Loading more", end: "End of list",
  live: { fresh: "{n} new · refresh", updated: "changed", updatedTitle: "Changed since the list was loaded; open to see", moved: "acted on" },
  bulk: {
    selected: "{n} selected", clear: "Clear selection", none: "These cases share no bulk action", run: "{action} {n} cases", result: "{action}: {ok} done, {bad} not done",
    ok: "Done", failed: "Not done", keepFailed: "Keep only those not done", title: "{action} in bulk", running: "{done} of {all}", retry: "Try the {n} again",
    retryNote: "Tries with the cases as they are now, not as you saw them.", done: "{n} done", close: "Finish", most: "At most {n} at a time",
  },
  views: {
    save: "Save as view", name: "Name of the view", shared: "Share with everybody", remove: "Delete view “{name}”", saved: "View “{name}” saved", label: "Saved views",
    removed: "View “{name}” deleted", sharedMark: "shared", sharedBy: "shared by {name}", more: "What to do with view “{name}”", rename: "Rename", share: "Share with everybody",
    unshare: "Stop sharing", left: "Move left", right: "Move right", keepColumns: "Keep the columns of now", dropColumns: "Use the common columns", withColumns: "Keep the columns of now too",
    copy: "Copy as my view", nowShared: "View “{name}” is shared", nowPrivate: "View “{name}” is no longer shared", count: "{n} cases",
  },
  row: { select: "Select {number}", selectLoaded: "Select the {n} loaded", anonymous: "anonymous", callers: "{n} callers", urgent: "Urgent" },
  pane: { resize: "Width of the case pane", label: "Case" },
};
export default words;
