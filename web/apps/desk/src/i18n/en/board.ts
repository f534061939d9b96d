import type zh from "../zh/board";

const words: typeof zh = {
  title: "Board", at: "As of {at}", stale: "Data as of {at}; nothing newer could be had", failed: "The board was not loaded",
  emptyPeriod: "No cases in this period", emptyText: "Choose another period or fewer conditions.", clear: "Clear conditions",
  period: {
    today: "Today", yesterday: "Yesterday", week: "This week", month: "This month", quarter: "This quarter", year: "This year", days: "From – to", label: "Period",
    from: "First day", to: "Last day", show: "Show", wrong: "The last day cannot be before the first.", range: "{from} to {to}",
  },
  compare: {
    label: "Compared with", previous: "same days of the period before", week: "same days last week", month: "same days last month", year: "same days last year", none: "nothing",
    with: "compared with {from} to {to}", to: "before: {n}", list: "Open the list of the period before",
  },
  scope: { label: "Scope", all: "All cases (that you may see)", remove: "Remove condition: {name}", narrow: "Go down to {name}", unset: "without {name}", direct: "without those below" },
  figures: {
    received: "Registered", in_hand: "In hand", due_soon: "Due soon", overdue: "Overdue", closed: "Closed", on_time: "Closed on time", satisfaction: "Satisfied",
  },
  otherwise: {
    received_matters: "{n} matters", in_hand_calls: "{n} calls", closed_matters: "{n} matters", hint: "Joined requests are one matter; every requester counts as a call",
  },
  hint: {
    received: "registered in the period", in_hand: "open now", due_soon: "open, limit near", overdue: "open, past the limit",
    closed: "closed in the period", on_time: "{part} of {whole} closed cases without any limit exceeded", satisfaction: "{part} of {whole} rated cases satisfied or basically satisfied",
    now: "as it is now",
  },
  panel: {
    figures: "Overall", series: "Registered and closed over time", by_hour: "At which hour", by_channel: "From where", by_unit: "Who handles", by_category: "About what",
    by_area: "Where", by_state: "How far", measure: "Show", openList: "Open the list",
  },
  message: {
    top: "{name} has the most ({what}): {n}, {share}", least: "{name} is lowest ({what}): {share} ({part}/{whole})", peakHour: "Most are registered at {hour}:00: {n}",
    more: "{n} registered, {by} more than before", fewer: "{n} registered, {by} fewer than before", same: "{n} registered, as many as before", plain: "{n} registered, {m} closed",
    none: "No cases ({what})", noRate: "Nothing to reckon yet ({what})",
  },
  chart: {
    table: "Table", chart: "Chart", name: "Name", share: "Share", none: "No data", hour: "{h}:00", total: "Total", others: "{n} more in the table",
    time: "Time", before: "Before", now: "Now", receivedBefore: "Registered (before)", closedBefore: "Closed (before)", direct: "{name} (itself)",
    unset: { by_unit: "Not dispatched", by_area: "No subdistrict", by_category: "No category", other: "Other" } as Record<string, string>,
    png: "PNG, save as picture", xlsx: "XLSX, save as table", failedPng: "The picture was not saved; please try again.",
    source: "chengyun board as of {at} · exported by {who}", measure: "Figure", change: "Change",
  },
  layout: {
    edit: "Arrange", title: "Arrange the board", text: "Which panels, their order and width; for you alone.", up: "Move {name} up", down: "Move {name} down", show: "Show {name}",
    wide: "Full width", done: "Done", reset: "As it was at first", keys: "Alt+↑ and Alt+↓ move the line you are on",
    movedTo: "{name} is now number {n}",
  },
  print: "Print",
};
export default words;
