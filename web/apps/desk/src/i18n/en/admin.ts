export default {
  title: "Master data", intro: "Choose a table; search, change, close. Every change keeps who, when and why, and can be undone.",
  groups: { org: "Units and people", access: "Accounts and rights", places: "Areas and addresses", rules: "Rules", field: "Grid work", time: "Calendars", channels: "Channels", other: "Other" },
  waitingTitle: "Waiting and failed", waitingText: "Changes that are dated ahead; those that could not take effect say why.", waitingNone: "Nothing is waiting",
  kinds: "Tables", choose: "Choose a table", rooms: {
    case: "Cases", org: "Organisation", account: "Accounts", role: "Roles", masterdata: "Master data", rules: "Rules", channel: "Channels", audit: "Audit",
    token: "Tokens", system: "System", job: "Jobs", webhook: "Webhooks",
  },
  search: "Code, name or pinyin", all: "All", total: "{n} rows", found: "{n} of {all} rows", add: "Add", copy: "Copy as a new row", newVersion: "New version",
  empty: "Nothing here yet", emptyText: "Add a row, or import a table.", nothing: "No row fits", nothingText: "Try another word or clear the filter.", failed: "Not loaded",
  state: { label: "Validity", current: "Valid", future: "Not yet", closed: "Closed", all: "All" },
  waiting: "{n} waiting", edit: "Change", history: "History", tableHistory: "History of this table", waitingList: "Waiting", sortBy: "Sort by {column}",
  form: {
    add: "Add: {kind}", edit: "Change: {name}", reason: "Reason", reasonHint: "On what basis; shown in the history", when: "Takes effect", now: "Now", later: "At a set time",
    at: "From", save: "Save", schedule: "Save for later", close: "Close", closeOn: "Valid until", closeText: "Up to and including this day; old cases keep the name.", remove: "Delete",
    removeText: "Can be undone in the history. What is still in use cannot be deleted.", saved: "Saved", waits: "Will take effect {at}", unchanged: "Nothing changed", removed: "Deleted", required: "Required",
    notChosen: "None", choose: "Choose", pick: "Code, name or pinyin", keyFixed: "The code cannot be changed", addRecord: "Add a line", removeRecord: "Remove this line", leave: "There are unsaved changes. Leave?",
    findPermission: "Find a permission", everything: "All", selected: "{n} selected", none: "Any", rest: "Day off", working: "As an ordinary working day", own: "Own hours", inherit: "As the parent", addSpan: "Add a span", from: "From", to: "To",
    readOnly: "You may only look at this table",
  },
  conflict: {
    title: "Somebody has just changed this row", yours: "Yours", now: "Now", take: "Take what is there", keep: "Keep mine and save again", field: "Field",
  },
  trial: {
    ask: "Dry run", title: "Dry run: if this were saved", running: "Computing, {looked} / {total} cases", cases: "{n} open cases looked at, {changed} would change", none: "No open case would change",
    partly: "Too many cases: only the first {n} were looked at", figures: {
      earlier: "due earlier", later: "due later", newly_overdue: "become overdue", no_longer_overdue: "no longer overdue", cancelled: "no longer timed", without: "will go without the step",
      with_again: "will have the step again", at_step: "at the step now, not affected", past: "past the step",
    }, stage: "Stage", examples: "For example", before: "Was due", after: "Would be due", hidden: "You may not see the content of cases; only numbers are shown", failed: "The dry run did not finish", stop: "not timed",
    asOf: "As the rules are on {day}; nothing was saved.",
  },
  change: {
    none: "No changes yet", create: "Added", update: "Changed", delete: "Deleted", undo: "Undo", cancel: "Cancel", undone: "Undone", isUndo: "Undoes change {id}", reason: "Reason for undoing",
    undoTitle: "Undo this change?", undoText: "It is recorded as a new change.", done: "Undone", more: "Earlier", by: "{who} · {at}", effective: "from {at}",
    states: { done: "In effect", waiting: "Waiting", failed: "Could not take effect", cancelled: "Cancelled" },
    origins: { page: "Page", import: "Import", profile: "District profile", undo: "Undo", command: "Command", plan: "Plan of grids" }, system: "System",
  },
  import: { title: "Import: {kind}", reason: "Reason of the import" },
  year: {
    title: "Year", marks: { holiday: "H", makeup: "W", special: "T" }, previous: "Year before", next: "Year after", calendar: "Calendar", month: "{n}", holiday: "Day off", makeup: "Make-up day", special: "Other hours", own: "Set by this calendar",
    unknown: "Holidays after {day} are not known yet; the week alone counts", summary: "{n} working days", list: "List", weekdays: "Mo,Tu,We,Th,Fr,Sa,Su", week: "Week", edit: "Change {day}",
  },
};
