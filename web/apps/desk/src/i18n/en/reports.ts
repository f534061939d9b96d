import type zh from "../zh/reports";

const words: typeof zh = {
  title: "Reports", intro: "Daily, weekly, monthly, circulars and special reports: figures are counted, a first text is written from them; reviewed, signed, numbered, archived.", failed: "Reports were not loaded", gone: "This report was not loaded", back: "Back to the reports",
  pick: "Choose a report, or make one", pickText: "Above is what this year should have: what is missing or due shows at a glance.", year: "Year", kinds: "Kinds", all: "All", list: "Reports",
  empty: "No reports in this year yet", emptyText: "Drafts of daily, weekly and monthly reports are made at their hour; you can make one too.",
  kind: { daily: "Daily", weekly: "Weekly", monthly: "Monthly", circular: "Circular", special: "Special", situation: "Assessment" },
  state: { waiting: "Waiting", making: "Being made", failed: "Failed", draft: "Draft", submitted: "To review", reviewed: "To sign", signed: "Signed", sent: "Sent", void: "Discarded" },
  late: "Late", due: "Sign by {day}", number: "Number", signedBy: "Signed by {who}", progress: "{n}% done", making: "Counting and writing a first text. You may leave; it will be here.",
  plan: {
    title: "Reports of {year}", target: "{n} signed of {m} wanted", signed: "{n} signed", late: "{n} signed late", missing: "{n} missing", complete: "None missing",
    automatic: "Made by itself at {at}", manual: "Written when needed", setting: "Plan of reports", recent: "Last 31 days",
    state: { signed: "Signed", late: "Signed late", working: "In work", due: "Due", missing: "Missing", ahead: "Ahead", before: "Before use" },
    cell: "{period}: {state}, sign by {due}", month: "M{n}", open: "Open", make: "Make it now",
  },
  make: {
    open: "New report", title: "New report", plan: "Kind", first: "From", last: "To", month: "Month", week: "Any day of the week", day: "Day", name: "Title", nameHint: "e.g. On noise from building at night",
    occasion: "Key date", occasionHint: "e.g. National Day holiday", about: "Only about (optional)", unit: "Unit", area: "Area", category: "Category", hot: "Hot issue no.", hotHint: "The number in its address", submit: "Make", cancel: "Cancel", begun: "Making “{title}”",
  },
  edit: {
    numerals: "123456789", place: "{n}. ", save: "Save", saved: "Saved", unsaved: "Changes are not saved", title: "Title", text: "{heading}: text", proposed: "Written from figures", edited: "Changed by hand", restore: "Restore the text from figures", restoreTip: "Replaces your changes in this section",
    polish: "Have it polished", polishing: "The language model is at work…", offer: "Words of the language model (a draft; its figures are the same)", take: "Take", leaveOffer: "Leave",
    hide: "Leave this section out", show: "Put this section in", hidden: "This section is not in the report", figures: "Figures", none: "No table or chart in this section", wait: "Save first.", leave: "Changes are not saved and will be lost.",
    theirs: "A colleague has just changed this section to the words below; yours are not saved yet:", theirsTake: "Take theirs", theirsLeave: "Keep mine", undecided: "A colleague changed a section too: first choose which words stay.",
    mine: "The report has moved on and cannot be changed. These are your words that were not saved:", mineTake: "Put back", mineLeave: "Leave them",
  },
  do: {
    submit: "Submit", return: "Return", pass: "Approve", sign: "Sign", send: "Send", remake: "Count anew", discard: "Discard", note: "Note", noteReturn: "Why it is returned", ok: "OK", cancel: "Cancel",
    signText: "It gets its number and is archived; text and figures change no more.", sendText: "Everybody who may view reports gets a message and can open and download it.", remakeText: "All figures are counted anew; sections that you changed stay, the others are written anew.", discardText: "Discards “{title}”; it leaves the list.", returnText: "Goes back to its writer.",
    submitText: "It cannot be changed any more unless it is returned.", passText: "Then it waits to be signed.",
    done: { submit: "Submitted", return: "Returned", pass: "Approved; to be signed", sign: "Signed: {number}", send: "Sent", remake: "Counting anew", discard: "Discarded" },
  },
  file: { docx: "Word (editable)", pdf: "PDF", xlsx: "Figures (Excel)", download: "Download", busy: "Making the file…", draft: "Drafts carry a mark" },
  archive: { title: "Archive", whole: "As it was signed", broken: "Not as it was signed; tell the administrator", hash: "Digest (SM3)", sent: "Sent {at}", files: "Files", open: "Lists show what is true now; the figures of the report are of {at}." },
  steps: { title: "History", create: "Begun", made: "Made", edit: "Changed", submit: "Submitted", return: "Returned", pass: "Approved", sign: "Signed", send: "Sent", remake: "Counted anew", discard: "Discarded" },
  template: {
    open: "Templates", close: "Back to reports", title: "Templates of reports", intro: "Download the Word template, change its layout and words, upload it. It is tried first; what is wrong is told in words.", builtIn: "Built-in template", version: "Version {n}", inUse: "In use", use: "Use this version", get: "Download template", trial: "Download filled", upload: "Upload a version", note: "What changed",
    uploaded: "The new template is in use", used: "Changed", names: "Names for templates", namesText: "Written as {example}, replaced when a report is made.", figures: "Figures: ", body: "正文 is a list of blocks, each of a 类型 (标题, 文字, 表, 图): do as the built-in template does.", failed: "Templates were not loaded", none: "No template of your own yet: the built-in one is used.",
  },
  query: {
    title: "Query", intro: "Any two dimensions and a measure; every number opens its cases.", rows: "Rows", columns: "Columns", measure: "Measure", none: "None", total: "Total", unknown: "Not known", itself: "{name} (itself)", empty: "No cases fit", emptyText: "Try another period, dimension or scope.", failed: "The query was not answered",
    swap: "Swap", xlsx: "Export Excel", save: "Save query", name: "Name", share: "Visible to all", saved: "Saved queries", keep: "Save", kept: "“{name}” saved", remove: "Remove “{name}”", removed: "Removed", undo: "Undo", owner: "Shared by {who}", noSaved: "No saved queries yet", left: "Only the largest {rows} rows and {columns} columns are shown; {r} rows and {c} columns are left out.", at: "As of {at}", share_: "{part} / {whole}",
    dimension: { channel: "Channel", unit: "Unit", area: "Area", category: "Category", kind: "Type", urgency: "Urgency", state: "State", late: "Late or not", hour: "Hour received", day: "Day", week: "Week", month: "Month", year: "Year" },
    measures: { received: "Received", closed: "Closed", on_time: "Closed in time", on_time_rate: "In time, share", satisfied_rate: "Satisfied, share", dissatisfied: "Dissatisfied", in_hand: "In hand", due_soon: "Due soon", overdue: "Overdue" },
    late: { true: "Late", false: "Never late" }, week: "Week from {day}",
  },
};
export default words;
