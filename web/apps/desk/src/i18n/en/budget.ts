import type zh from "../zh/budget";

const messages: typeof zh = {
  title: "Budget", intro: "Department budgets by year: tables, performance forms and words are checked against each other; execution and self-evaluation follow.", failed: "Budgets were not loaded", gone: "This budget was not loaded", back: "Back to the list", list: "Budgets by year",
  empty: "No department budget yet", emptyText: "Import a published text (TXT) or the filled XLSX template; the check answers at once.", pick: "Choose a budget", pickText: "They are on the left, by year.",
  total: "Total {n} (10,000 yuan)", version: "Version {n}", clean: "All agrees", errors: "{n} errors", doubts: "{n} doubts", by: "Changed by {who}, {at}", origin: { text: "Published text", xlsx: "Template", form: "Typed" },
  tab: { check: "Check", spending: "Execution", evaluation: "Self-evaluation" }, tabs: "Three sides of a budget",
  file: { label: "Download", xlsx: "XLSX template", csv: "CSV with schema", docx: "To publish, Word", pdf: "To publish, PDF", txt: "To publish, text", template: "Empty template" },
  remove: "Remove budget", removeAsk: "Remove the {year} budget of {name}? Its execution and self-evaluations go with it. This cannot be undone.", removed: "Removed",
  targets: { do: "Targets to indicators", done: "{n} targets written", skipped: "{n} written, {m} not" },
  import: {
    open: "Import budget", title: "Import a department budget", choose: "Choose a file", hint: "A published text (UTF-8 or GB18030), or the filled XLSX template. Look at the result first, then keep it.", reading: "Reading and checking…",
    found: "{tables} tables, {forms} project forms, {indicators} indicators, {claims} figures in words.", errors: "{e} errors, {w} doubts.", none: "All agrees.", unread: "{n} places were not read", line: "Line {n}", replaces: "There is one of this year and unit; this becomes its next version.",
    year: "Year", name: "Unit", keep: "Keep budget", kept: "Kept", cancel: "Cancel",
  },
  severity: { E: "Error", W: "Doubt", r: "Rounding" }, finding: { list: "Findings", none: "Nothing disagrees", noneText: "R01 to R25 were checked.", all: "All", places: "Where", difference: "Difference {n}", more: "{n} more places", rule: "Rule" },
  line: "Line {n}", places: "{n} places", unread: "What was not read", unit: "Unit: {unit}", code: "Code", row: "Name", noTable: "No figures of this table.", edit: "Fill in", save: "Save and check", cancel: "Cancel", add: "Add a row", drop: "Remove this row", saved: "Saved and checked again",
  section: { composition: "Table 11 · Composition", targets: "Performance indicators", words: "Figures in words", forms: "Project forms" },
  col: { side: "Side", item: "Item", now: "This year", share: "Share", before: "{year}", term: "Term", level: "Kind", indicator: "Indicator", target: "Target", past: "Two years before", basis: "Basis", at: "Where", said: "What", amount: "Amount", change: "Change", rate: "Rate" },
  term: { long: "Long term", annual: "Annual" }, source: "Sources", detail: "Details", purchase: "Procurement", jump: "Show {place}",
  spending: {
    empty: "No actuals yet", emptyText: "Import spending by month: month, function code, economic code, project code, carried over, amount in yuan.", take: "Import actuals", taken: "{n} rows imported", upTo: "Up to month {n}", progress: "{n}% of the year gone", rate: "Rate", budget: "Budget", spent: "Spent", chart: "Spending so far against the time gone",
    month: "Month {n}", monthly: "In the month", running: "So far", warnings: "To be looked at", fine: "Nothing to be looked at", kind: { total: "Total", item: "Function", project: "Project", three: "Three public expenses", carried: "Carried over" },
    code: { behind: "Behind time", rush: "Rush at the end", over: "Over budget", three: "Three public expenses grow", idle: "Carry-over lies idle" }, unit: "In 10,000 yuan",
  },
  evaluation: {
    none: "No targets", noneText: "This budget has no annual indicators.", form: "Evaluated", whole: "The department as a whole", score: "Score", grade: "Grade", pending: "Not complete yet", executed: "Spent (10,000 yuan)", executedHint: "Empty: as imported", budget: "Budget", execution: "Execution rate",
    target: "Target", actual: "Reached", points: "Points", got: "Score", why: "Why it deviates, what will be done", evidence: "Evidence", counted: "Counted {n}", open: "Show indicator", quality: { unset: "Choose", full: "Reached", part: "Partly", none: "Not reached" },
    over: "30% above the target: say why", save: "Save", saved: "Saved", by: "Version {n}, {who}", reached: "{n}% reached",
  },
};
export default messages;
