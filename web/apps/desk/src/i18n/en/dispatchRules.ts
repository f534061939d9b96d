/** Dispatch rules and precedents. */
export default {
  nav: { label: "What dispatching goes by", rules: "Dispatch rules", precedents: "Precedents", responsibilities: "Responsibility list" },
  title: "Dispatch rules", intro: "New cases are held against the rules from top to bottom; the first that holds proposes its unit. A rule is tried on the cases of the last 30 days before it is switched on.",
  add: "New rule", newName: "New rule", failed: "The rules were not loaded", empty: "No dispatch rules yet", emptyText: "Without rules proposals come from the responsibility list, precedents and closed cases. A few sure rules are enough.", readOnly: "You may look, not change.",
  choose: "Choose a rule", chooseText: "They are asked in this order. Drag to change it, or focus a rule and press Alt+↑ or Alt+↓.",
  broken: "{n} rules do not work", brokenText: "A unit, category or area that they name has ended or is gone. They were not switched off; please mend them soon.",
  states: { on: "On", off: "Off", broken: "Faulty", future: "Not yet valid", closed: "Ended" } as Record<string, string>,
  order: { handle: "Drag to change the order", up: "Up", down: "Down", moved: "“{name}” is now number {n}", undo: "Undo", stale: "Somebody just changed the order. It was loaded again; please move once more.", number: "Number {n}" },
  to: "To {unit}", toNobody: "Only category or urgency", with: "helped by {units}", category: "Category becomes {name}", urgency: "Urgency becomes {name}",
  summary: "{matched} cases fit, {share} agree", summaryNone: "{matched} cases fit", notTried: "Not tried yet", stale: "Changed since it was tried",
  urgencies: { normal: "Normal", urgent: "Urgent", emergency: "Emergency" } as Record<string, string>,
  form: {
    name: "Name", namePlace: "Telling at a glance, such as “Street vendors at night”", expression: "Condition", target: "Handled by", unit: "Unit", coUnits: "Helping units", category: "Set category", urgency: "Set urgency", keep: "Leave",
    valid: "Valid", from: "From", to: "To", source: "Basis", sourcePlace: "Which document or meeting it comes from", reason: "Reason", reasonPlace: "Why it is changed; kept in the history", save: "Save", saved: "Saved", unchanged: "Nothing changed",
    pick: "Code, name or pinyin", code: "Code {code}, version {version}", remove: "Delete", removed: "“{name}” was deleted; the history can bring it back", history: "History", more: "Validity, code and more", discard: "There are unsaved changes. Leave anyway?",
    conflict: "Somebody just changed this rule", conflictText: "Compare before saving; what you typed is not lost.", yours: "Yours", now: "Now", needReason: "Say why (at least two characters)",
  },
  expression: {
    hint: "E.g.: category in \"占道经营\" and area in \"梧桐街道\" and words contains \"夜市|烧烤\" and time in 18:00-06:00", good: "Well written", checking: "Checking…", at: "From character {n}", instead: "Change to “{text}”", list: "May go on with", help: "How to write",
    helpRows: ["Join with and, or, not and brackets; of words divided by | in quotes any will do", "category, area: in (with all below), is (itself only), not in, is empty", "channel, kind, urgency: is, is not; flag: contains, does not contain", "title, text, address, words: contains, contains all, does not contain", "time in 18:00-06:00; weekday in mon-fri; date in 06-01~09-30", "Chinese works as well: 类别 属于 \"…\" 且 时间 在 18:00-06:00"],
  },
  trial: {
    title: "Dry run", ask: "Try on the last 30 days", again: "Try again", running: "{looked} of {total} cases looked at", failed: "The dry run was not finished; please try again", of: "{total} cases of {from} to {to}, tried by {by} at {at}", old: "The rule has changed since; this is the result from before. Please try again.",
    agreement: "{share} as handled in fact", agreementTitle: "{agreed} / {compared}", noAgreement: "None of these cases has been dispatched yet, so there is nothing to compare", none: "No case of the last 30 days fits. The condition may be too narrow.",
    groups: { matched: "Fit", agreed: "Agree", differing: "Differ", undecided: "Not dispatched yet", unresolved: "No unit found", earlier: "Decided by a rule before" } as Record<string, string>,
    units: "Who handled these cases in fact", unit: "Unit", cases: "Cases", open: "Open the cases", hidden: "You may not see cases, only figures.", first: "To be tried before it can be switched on",
  },
  switch: { on: "Switch on", off: "Switch off", reasonOn: "Why switch it on", reasonOff: "Why switch it off", onDone: "“{name}” is on", offDone: "“{name}” is off", place: "Say why; kept in the history", confirmOn: "Switch on", confirmOff: "Switch off", cancel: "Cancel" },
  explain: { title: "Try one case", number: "Case number", ask: "Try", holds: "Holds", fails: "Does not hold", yes: "true", no: "not true", found: "has “{words}”" },
  precedents: {
    title: "Precedents", intro: "The centre's rulings after returns: who handles what, and on what basis. They speak for new cases of the same kind.", search: "Matter, basis or case number", unit: "Unit", anyUnit: "All units", failed: "The precedents were not loaded",
    empty: "No precedents yet", emptyText: "A ruling on a returned case is kept here by itself.", none: "No such precedent", noneText: "Try other words, or clear the conditions.", clear: "Clear", more: "Earlier precedents", all: "All", holding: "Hold", past: "No longer hold",
    ruled: "Ruled by {by} at {at}", ruledAt: "Ruled at {at}", byUnit: "Handled by {unit}", case: "Case {number}", basis: "Basis", notHolds: "No longer holds", again: "Holds again", why: "Why", whyPlace: "E.g. duties were moved by such a document", doneNot: "Marked as no longer holding", doneAgain: "Holds again",
    mark: "{by} at {at}: {state} — {why}", cancel: "Cancel", confirm: "Confirm",
  },
};
