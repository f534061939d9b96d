import type zh from "../zh/neighbours";

const neighbours: typeof zh = {
  title: "Residents' app",
  intro: "Residents raise requests, follow and rate them. Here: notices, messages, what is public, restrictions.",
  failed: "The residents' app could not be read",
  tabs: { home: "Notices", messages: "Messages", shown: "What is public", restrictions: "Restrictions", cards: "Grid codes" },
  set: { sms: "SMS", wechat: "WeChat", on: "set up", off: "not configured", offText: "Without SMS residents cannot log in by phone and get no messages; the administrator sets sms.url.", demo: "Demonstration: codes are shown on the page, nothing is sent." },
  figures: { residents: "Residents", bound: "With a home grid", waiting: "To be sent", sent: "Sent in 7 days", dead: "Not delivered" },
  bulletin: {
    write: "Write a notice", edit: "Change", publish: "Publish", withdraw: "Withdraw", save: "Save as draft", title: "Title", text: "Text", kind: "Kind", notice: "Notice", alert: "Alert (residents there get a message)",
    areas: "Areas", areasAll: "whole district", areasHint: "none means the whole district", phone: "Number to ask", until: "Until", none: "No notices yet", noneText: "Water and power cuts, services, weather: write them here.",
    state: { draft: "Draft", published: "Published", withdrawn: "Withdrawn" }, by: "written by {who}, {at}", published: "published by {who}, {at}", saved: "Saved", failed: "Not saved",
  },
  message: {
    state: { all: "All", waiting: "To be sent", sending: "Sending", sent: "Sent", dead: "Not delivered", dropped: "Given up" }, way: { sms: "SMS", wechat: "WeChat" },
    to: "To", text: "Text", when: "When", tries: "Tries", again: "Send again", drop: "Give up", none: "No messages", noneText: "Messages inside the app are not listed; without SMS and WeChat there are none.",
    preview: "Preview a template", previewHint: "See a template filled in; templates are changed under master data, “居民消息模板”.", fields: "Places", parts: "{n} characters, about {parts} SMS", case: "Case", nextAt: "again at {at}", unknown: "It may have arrived; sent again it arrives twice",
  },
  shown: {
    waiting: "To decide", decided: "Decided", intro: "Undecided, neighbours see category, street and progress. Write public words, or hide it.", words: "Public words (empty: the category only)", open: "Show", hide: "Hide", none: "Nothing to decide", noneText: "New requests of residents appear here, but for private ones.",
    state: { open: "Shown", hidden: "Hidden" }, callers: "{n} people", failed: "Not saved", by: "{who} {at}",
  },
  restriction: {
    intro: "A restricted resident cannot raise requests, except in emergencies. The reason is told as it is written.", add: "Restrict who raised a request", number: "Case number", reason: "Reason", days: "Days", do: "Restrict", who: "Resident", until: "until", appeal: "Appeal", lift: "Lift", keep: "Keep", why: "Reason (told to the resident)", none: "No restrictions now", noneText: "For abuse: say why, for how many days.",
    kept: "Kept: {why}", lifted: "Lifted: {why}", failed: "Not saved", by: "restricted by {who}",
  },
  card: { intro: "For the stairway: scanned, it chooses the resident's grid. It is signed; others are refused.", pick: "Choose a grid or community", open: "Open the code", print: "Print" },
  inCase: { title: "Residents' app", joined: "{n} people said “Me too”", private: "private by choice", anonymous: "anonymous", left: "withdrawn or not followed any more", restricted: "this resident is restricted", emergency: "speaks of an emergency; told to call {number}", ask: "Ask the resident", askHint: "The resident sees this question in the app", send: "Ask", waiting: "Waiting for the answer", failed: "Could not be read", none: "Not raised in the residents' app" },
};
export default neighbours;
