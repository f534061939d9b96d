import type zh from "../zh/register";

const words: typeof zh = {
  title: "Register a request", tab: "Form {n}", newTab: "New form", closeTab: "Give this form up", restored: "Restored what was saved {at}",
  saved: "Saved {at}", savedLocal: "Saved on this machine", elapsed: "{time}", discarded: "Form given up",
  steps: { phone: "Caller", words: "Request", place: "Place", category: "Category", facts: "Type and flags", finish: "Register" },
  phone: {
    number: "Phone", name: "Name", anonymous: "Anonymous", placeholder: "Mobile or landline", earlier: "Earlier cases of this person", none: "No earlier cases",
    idle: "With a number, this person's earlier cases appear here.", loading: "Searching", invalid: "The number looks incomplete", failed: "Not found now, try later",
    title: "Form of address", address: "Home address", open: "{n} open", count: "{n}", reuse: "Reuse", reuseHint: "Take place and category of this case (space)",
  },
  similar: {
    title: "Perhaps the same matter", key: "join the chosen one", choose: "another one", join: "Join", none: "No similar case lately", looking: "Comparing",
    failed: "Not compared", callers: "{n} callers so far",
  },
  words: {
    text: "What the caller says", placeholder: "In the caller's words: what, where, since when, what is wanted", title: "Title", auto: "from the first sentence; can be changed",
    occurred: "Occurred",
  },
  place: {
    search: "Address, estate, crossing", placeholder: "A few characters to search", address: "Address", map: "Sketch: click to set the point", none: "No point yet", locating: "Locating",
    outside: "Outside the district", levels: { district: "District", subdistrict: "Subdistrict", community: "Community", grid: "Grid" } as Record<string, string>, baseMap: "Base map: click to set the point; arrows move, Enter sets the centre", grid: "Grid", clear: "Clear point", zoomIn: "Zoom in", zoomOut: "Zoom out", reset: "Whole district", noMap: "No outlines; write the address",
    area: "Subdistrict or community", areaHint: "Without a point: subdistrict or community",
  },
  category: { label: "Category", placeholder: "Initials, pinyin or words", script: "Ask" },
  facts: { kind: "Type", urgency: "Urgency", channel: "Channel", flags: "Flags", lifecycle: "Kind of work", files: "Files" },
  finish: {
    register: "Register", accept: "Register and accept", dispatch: "Register and dispatch", unit: "Lead unit", note: "Note to the unit", answer: "Answer directly", answerText: "Answer",
    answerHint: "An inquiry can be answered at once and closed", answerSubmit: "Answer and close", missing: "Still needed: {list}", submitting: "Registering", more: "Other ways",
    failed: "Not registered", goTo: "Go to {name}",
  },
  need: { text: "Request", kind: "Type", unit: "Lead unit", answer: "Answer" },
  result: {
    done: "Registered", accepted: "Registered and accepted", dispatched: "Dispatched to {unit}", answered: "Answered and closed", partly: "Registered, but the next step failed",
    number: "Number", due: "{stage} due {at}", again: "Register the next", open: "Open the case", time: "took {time}", tell: "Tell the caller this number",
    joined: "Registered and joined to {into}", tellJoined: "Tell the caller this number; they are called back too when the matter is done", openMain: "Open the matter", unjoin: "Undo joining", unjoined: "No longer joined: {number} goes its own way",
    unjoinFailed: "Not undone. {why}",
  },
};
export default words;
