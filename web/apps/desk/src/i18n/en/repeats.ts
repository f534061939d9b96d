/** What repeats: likely duplicates, side by side, joining and undoing. */
export default {
  counts: "{matters} matters, {calls} calls", countsTitle: "Joined requests are one matter; every requester counts as a call",
  mark: "Likely repeats {n}", markTitle: "{n} open cases may be the same matter; compare them",
  title: "Likely repeats", page: "Compare {number}", other: "Compare with", otherList: "Cases that may be the same matter",
  none: "No likely repeats", noneText: "What may have been the same matter is joined, closed, or was said to be different. You can choose another case to compare.",
  pick: "Choose a case to compare", failed: "Not compared", back: "Back", open: "Open case",
  score: "Likeness {n}", why: "Why they may be the same", whyNone: "No words, place, requester or category in common",
  text: "Words of the requester", legend: "Marked: said in both", same: "Same", differs: "Differs",
  facts: {
    state: "State", received: "Registered", channel: "Channel", external: "Source number", kind: "Type", category: "Category", place: "Place", requester: "Requester",
    urgency: "Urgency", units: "Units", callers: "Calls joined", due: "Due",
  } as Record<string, string>,
  lead: "Lead", leadHint: "Should lead: others joined it, a unit has it, or it came first",
  join: "Join {number} to {into}", joinLeft: "Join left to right", joinRight: "Join right to left", joined: "{number} joined to {into}; caller, channel and callback are kept",
  cannot: "{number} cannot be joined: {why}", unjoined: "Undone: {number} goes on as before", undo: "Undo", undoUntil: "Can be undone until {time}",
  unjoin: "Undo joining",
  different: "Not the same", differentDone: "Noted: not the same matter, not suggested again", differentBy: "{name} said at {time} that they are not the same", takeBack: "May be the same", taken: "Listed as likely repeats again",
  noRight: "You may compare but not join.",
  bulk: {
    title: "Join {n} cases to one matter", lead: "Which one leads", text: "The other {n} are joined to it. Every requester, channel and callback is kept; it can be undone for an hour.",
    run: "Join {n} to the lead", one: "Select at least two cases to join",
  },
  repeatOf: "Repeated: earlier {number}", ofMatter: "{n} calls, by {channels}; every requester is called back, every channel is answered",
};
