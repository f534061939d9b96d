import type zh from "../zh/case";

const words: typeof zh = {
  title: "Case {number}", full: "Full page", close: "Close", failed: "The case was not loaded", copyNumber: "Copy number", copied: "{number} copied",
  changed: "Somebody has just worked on this case", showLatest: "show latest",
  section: {
    text: "Request", facts: "Facts", requester: "Requester", clocks: "Limits", units: "Handling units", timeline: "History",
    files: "Files", joined: "Joined matter", callbacks: "Callbacks", related: "Related cases",
  },
  facts: {
    kind: "Type", category: "Category", channel: "Channel", urgency: "Urgency", received: "Registered", occurred: "Occurred", accepted: "Accepted",
    closed: "Closed", outcome: "Outcome", satisfaction: "Satisfaction", address: "Address", area: "Area", lead: "Lead", external: "External id", asked: "Asked by source",
    lifecycle: "Kind of work", review: "Review date", joinedTo: "Joined to", splitFrom: "Split from", parts: "Parts",
  },
  requester: {
    earlier: "{n} earlier case | {n} earlier cases", noEarlier: "First request", unmask: "Show number", unmaskTitle: "Show the requester",
    unmaskText: "This is recorded: your account, the time and the reason. It is shown for one minute.", reason: "Reason",
    reasonPlaceholder: "e.g. first contact, callback", reasons: ["First contact", "Callback", "Check the place", "Supplement"], show: "Show and record",
    shown: "Recorded; hidden in {n} s", hide: "Hide now", name: "Name", phone: "Phone", id_number: "ID number", address: "Address",
    anonymous: "Anonymous, no contact was left", other: "Other",
  },
  clock: {
    why: "Why this time", hide: "Hide", due: "due", started: "started", stopped: "stopped", limit: "Limit", source: "Source", none: "No limits",
    paused: "Paused", met: "In time", late: "Late", cancelled: "Cancelled", explainFailed: "The derivation was not found",
    extended: "{n} of it extension", amount: "{n} {unit}", history: "{n} ended limits",
  },
  unit: {
    none: "Not dispatched yet", sent: "sent", acknowledged: "acknowledged", contacted: "contacted", replied: "replied", returned: "returned",
    mustHandle: "Ruled, cannot be returned", redo: "Redo {n}", note: "Note", reply: "Reply", measures: "Measures", working: "Handling",
  },
  timeline: {
    empty: "Nothing yet", failed: "The history was not loaded", to: "→ {state}", system: "System", chain: "{n} events, last hash {hash}",
    showSystem: "Show system reminders", details: "Details", record: "Record", weekday: { 0: "Sunday", 1: "Monday", 2: "Tuesday", 3: "Wednesday", 4: "Thursday", 5: "Friday", 6: "Saturday" }, newest: "Newest first", oldest: "Oldest first",
  },
  files: {
    photo: "Photo", audio: "Recording", document: "Document", open: "Open {name}", viewer: "Files", next: "Next", previous: "Previous", download: "Download original",
    before: "Before", after: "After", tools: "Photo tools", smaller: "Smaller", larger: "Larger", fit: "Fit", turn: "Turn", compare: "Before and after",
    keys: "← → next   + − zoom   R turn   C before and after   0 reset   Esc close", notShown: "Files of this kind are not opened in the page. Download it to read it.",
    cannotPlay: "The browser cannot play this format. Download it to play it.", infected: "A virus was found; no longer given out",
    stage: {
      register: "At registration", intake: "At registration", supplement: "Supplement", handling: "Handling", after: "After", reply: "After", verify: "Verification", check: "Check", before: "Before",
    },
  },
  print: {
    open: "Print", title: "Print {number}", what: "What to print", masked: "Without personal data", maskedText: "Names, numbers and addresses are masked, also where the text mentions them.",
    clear: "With personal data", clearText: "For visits and verification only. ID numbers stay masked.", reason: "Purpose", reasonPlaceholder: "Such as: a visit, papers for a meeting",
    reasons: ["A visit", "Papers for a meeting", "For the file", "Verification on site"], recorded: "Each page bears your name and the time. Printing is recorded as an export; with personal data also as a look.",
    make: "Make the PDF", done: "{name} was made",
  },
  related: {
    person: "Same person", place: "Within 200 m", area: "Open in the same community", category: "Same category and subdistrict, 90 days", joined: "Same matter", none: "No related cases",
    failed: "Related cases were not loaded", many: "many",
  },
  payload: {
    citations: "Articles cited",
    unit: "Unit", units: "Units", unit_id: "Unit", suggested_unit_id: "Suggested unit", category_id: "Category", kind: "Kind", urgency: "Urgency",
    title: "Title", address: "Place", note: "Note", reason: "Reason", basis: "Basis", explanation: "Explanation", opinion: "Opinion", what: "What",
    summary: "Progress", next_step: "Next step", reply: "Reply", measures: "Measures", outcome: "Outcome", outcome_name: "Outcome",
    outcome_reason: "Why not solved", review_date: "Review date", result: "Result", satisfaction: "Satisfaction", satisfaction_name: "Satisfaction",
    solved: "Solved", reasons: "Why dissatisfied", comment: "Comment", contacted: "Reached", reached: "Reached", unit_contacted: "Unit had called",
    told_requester: "Requester told", text: "Text", answer: "Answer", ground_name: "Ground", amount: "Extended by", stage: "Stage", level: "Level",
    told: "Told", matter: "Matter", into: "Joined to", approve: "Agreed", found: "Confirmed", passed: "In order",
    without_co: "Why not wait for co-units", parts: "Parts", by_name: "Rated by", who: "Whom", named: "Named", from: "From",
  },
  mention: { choose: "Whom to name", cannotSee: "cannot see this case", failed: "The search failed; try again", told: "Will be told: {names}" },
  joined: { of: "{n} callers; each will be called back", into: "Joined to {number} and handled with it" },
  callback: {
    planned: "planned {at}", done: "done {at}", attempts: "{n} calls", unreachable: "not reached", solved: "Solved", comment: "Comment",
    satisfaction: "Satisfaction", states: { planned: "Planned", done: "Called", unreachable: "Not reached", cancelled: "Cancelled" },
    solvedWords: { yes: "solved", partly: "partly solved", no: "not solved" }, script: "Script",
  },
  action: {
    label: "Actions", more: "Other actions", forUnit: "{name} ({unit})", none: "Nothing for you to do now", done: "Done: {action}", confirmTitle: "Confirm: {action}",
    required: "{label} is needed", choose: "Choose: {label}", uploading: "Files are still being sent", submitHint: "Ctrl+Enter sends",
    conflict: "Somebody was faster", conflictText: "The case is now “{state}”. What you typed is still here and was not sent.",
    conflictAgain: "Go on with the latest", conflictGone: "“{action}” is no longer possible in this state. What you typed can be copied.", keptText: "What you typed",
    fixErrors: "{n} fields to correct",
  },
  field: {
    pick: "Name, pinyin or initials", pickCase: "Case number", pickPlace: "Words of the address", files: "Choose files, or drop them here", filesHint: "Photos, recordings, PDF; up to {max} MB each",
    uploadFailed: "Upload failed", remove: "Remove {name}", parts: "Parts", addPart: "Another part", removePart: "Remove part {n}",
    partTitle: "Title", partText: "Text", partCategory: "Category", choose: "Choose", notSet: "not set",
    uploading: "Sending {n}%", hint: "At most {max} characters", person: "Person", callbackNext: "The next requester to call", default: "Default",
    position: "Take my position", positionAsking: "Asking for the position…", positionIs: "{lng}, {lat}, within about {m} m", positionFailed: "No position; it may stay empty",
  },
};
export default words;
