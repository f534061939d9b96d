import type zh from "../zh/indicators";

const messages: typeof zh = {
  title: "Indicators",
  topic: { cases: "Cases", three_rates: "Three rates", urban: "Urban management", operators: "Operators", supervision: "Supervision", reports: "Analysis and reports", platform: "Platform", network: "Video and handsets", people: "Staff and support", money: "Cost", text: "In words" },
  outage: { fault: "Failure", major: "Major failure", maintenance: "Planned maintenance" },
  systems: { platform: "City operations platform", hotline: "Hotline platform", video: "Video platform", calls: "民呼我应 platform", network: "Network and server room", other: "Other" },
  reasons: { suspended: "Suspended", no_conditions: "Conditions are lacking", malicious: "Malicious repetition", duty: "Not the district's duty", force: "Force majeure", other: "Other" },
  tabs: { board: "Indicators", records: "Records", ledger: "Reliability", exclusions: "Left out", months: "Closing" },
  year: "Year", failed: "The indicators did not load", intro: "{from} to {to}, as of {today}", waiting: "(with {n} just updated)", own: "Only cases that you may see", older: "No targets for {year} yet; compared with those of {of}.",
  none: "No indicators yet", noneText: "The administrator loads the district's data, or adds them to the master data.", edit: "Edit indicators", editTargets: "Edit targets", filter: "Only", unit: "Unit", area: "Area", channel: "Channel", category: "Category", everything: "Whole district", clear: "Clear", noChoice: "Nothing fits", notNarrowed: "Not narrowed",
  days: "Days", wholeYear: "Whole year", quarter: "Quarter {n}", month: "Month {n}", ownDays: "From … to", firstDay: "From", lastDay: "To", part: "not a whole year: no forecast, and amounts of a year are not compared",
  show: "Show", aimed: "With a target", every: "All", state: { met: "Met", risk: "At risk", below: "Below", lost: "Lost", told: "Nothing to compare", unknown: "No figure" },
  stateHint: { met: "Met now, and at the end of the year if it goes on as lately", risk: "Going on as lately changes it by the end of the year", below: "Not met now; can still be reached", lost: "Cannot be reached even if all that remains goes well", told: "No target, or one in words", unknown: "No data; the reason stands under Actual" },
  col: { name: "Indicator", target: "Target", actual: "Actual", forecast: "Year end", state: "State", before: "Two years before" }, table: "Indicators: {name}",
  asPrinted: "As printed: {name}", from: "From: {form}", basis: "Basis: {basis}", opens: "Open: {what}", part: { value: "cases", numerator: "numerator", denominator: "denominator", missed: "missed", out: "cases left out" }, notYet: "Not yet measurable", best: "At best {value}", missedOn: "Below the target since {day}", willMiss: "Falls below the target on {day}", willExceed: "Exceeds the target on {day}", exceeded: "Above the target since {day}",
  detail: {
    close: "Close", failed: "This indicator did not load", how: "How it is counted", day: "Counted on the day", denominator: "Denominator", numerator: "Numerator, also", count: "Counted", excluded: "Not counted", rule: "Rule", source: "Source", months: "By month", month: "Month", closed: "closed", corrected: "{value} when closed", lines: "Divided", by: { unit: "By unit", area: "By area", category: "By category", channel: "By channel" }, noLines: "Nothing when divided like this.", value: "Value", earlier: "Earlier years", targets: "Targets", ratio: "Numerator / denominator", missed: "Missed", unnamed: "None",
    reads: { cases: "Computed from cases", records: "Fed by people", reliability: "From the ledger", measure: "From another module", none: "Not defined" },
  },
  records: {
    intro: "Attendance, phone usage, training and the like are fed by people, with evidence. What was wrong is withdrawn and fed again; it stays to be seen.", add: "Feed", failed: "The records did not load", none: "Nothing fed yet", noneText: "Choose an indicator, give the figure and attach the evidence.", indicator: "Indicator", choose: "Choose an indicator", first: "From", last: "To", numerator: "Number", reached: "Reached (numerator)", denominator: "Of how many (denominator)", text: "In words", note: "Note", files: "Evidence", send: "Feed", sent: "Fed", days: "Days", value: "Figure", by: "Fed by", withdraw: "Withdraw", withdrawn: "Withdrawn by {by} {at}: {why}", why: "Why it is withdrawn", done: "Withdrawn", all: "All indicators",
  },
  byTable: {
    open: "Feed by table", hint: "Download the template, one line for each indicator and period, then choose the file. It is checked first; a single fault keeps all lines out.", template: "Download template", choose: "Choose file", reading: "Reading…", preview: "Table to be fed", line: "Line", faults: "Check", ok: "In order",
    fault: "{column}: {message}", columns: { indicator: "Indicator code", first: "First day", last: "Last day", numerator: "Number", denominator: "Of how many", text: "In words", note: "Note" } as Record<string, string>, wrong: "{n} lines, {wrong} with faults. Mend the file and choose it again.", right: "{n} lines, all in order.", evidence: "Evidence (attached to every line)", keep: "Keep {n} lines", kept: "{n} records fed",
  },
  ledger: {
    intro: "The platform leaves a heartbeat every minute. More than 5 minutes without is a failure, from 2 hours a major one until a person has checked it.", add: "Enter", failed: "The ledger did not load", none: "No entries", noneText: "No failure and no maintenance.", beats: "Heartbeats", alive: "Alive", silent: "Silent", last: "Last {at}", since: "Since {at}", part: { worker: "Background jobs", web: "Web service" }, what: "Nature", system: "System", name: "Matter", note: "Details", from: "Began", to: "Ended", length: "Length", minutes: "{n} min", hours: "{h} h {m} min", ongoing: "Not over", found: { platform: "Found by the platform", person: "Entered" }, done: "Done", planned: "Not done", stopped: "Service stopped", running: "Service went on", change: "Correct", withdraw: "Withdraw it", withdrawn: "Withdrawn", why: "Why it is corrected", save: "Save", saved: "Saved", steps: "Story", step: { found: "Found", entered: "Entered", changed: "Corrected", withdrawn: "Withdrawn" }, all: "All", files: "Evidence",
  },
  exclusions: {
    intro: "Cases left out with approval count in no rate; reason and evidence stand here. Withdrawn, they count again.", add: "Leave a case out", failed: "The list did not load", none: "No case is left out", noneText: "All rates count every case that is due.", number: "Case number", reason: "Reason", note: "Note", files: "Evidence", send: "Leave out", sent: "Left out; the rates have changed", by: "By", withdraw: "Withdraw", why: "Why it is withdrawn", done: "Withdrawn; it counts again", state: "State", holds: "Left out", withdrawn: "Withdrawn by {by} {at}: {why}",
  },
  months: {
    intro: "Closing a month freezes all figures and signs them (SM3, chained to the month before). What changes in cases later stands here as a correction; the closed figure stays.", failed: "The months did not load", open: "Open", closed: "Closed by {by} {at}", close: "Close {month}", note: "Note", confirm: "This cannot be undone.", done: "{month} is closed", holds: "Signature holds", broken: "Signature does not hold: the data were changed", signature: "Signature {hash}", same: "Nothing has changed since", corrections: "{n} corrections", then: "When closed", now: "Now", formula: "Formula changed", none: "No month can be closed", noneText: "Months are closed here when they are over.",
  },
};
export default messages;
