export default {
  assist: {
    title: "Hints for the reply", checking: "Looking…", failed: "Hints cannot be shown now; sending is not affected.", fine: "All four elements are there; nothing to remark.", start: "Once you write, this tells what is still missing.",
    elements: "Four elements", there: "there", absent: "missing", put: "Write it", see: "Show the passage", only: "Hints only; sending is not hindered.",
    severity: { missing: "Missing", doubt: "Doubt", hint: "Hint" } as Record<string, string>, more: "{n} more hints", fewer: "Fewer hints", read: "I have checked it; remove the draft mark",
  },
  good: {
    open: "Good replies to like requests", title: "Replies that satisfied in like cases", looking: "Looking…", none: "No like reply that satisfied yet.", failed: "The look-up failed; try again", about: "{unit} · {month}", take: "Use as draft",
    note: "Names, numbers and days are taken out; fill in those of this case.", replace: "Put into the reply; what was there can be brought back", undo: "Undo", same: "alike",
  },
  ai: {
    mark: "AI draft", ask: { reply: "AI draft of the reply", summary: "AI summary", title: "AI title" } as Record<string, string>, waiting: "Being drafted; go on with other things", take: "Put into the reply", copy: "Copy", copied: "Copied", again: "Again", drop: "Discard",
    note: "Drafted by {model}; personal data was removed before sending. Check every sentence before you rely on it.", invented: "Numbers or names made up by the model were taken out.", cut: "Too long, shortened.", failed: "No draft was made",
    section: "AI help", off: "No language model is configured",
  },
  review: { title: "The reply checked", none: "This case has no reply.", failed: "The replies could not be loaded", at: "{unit} replied {at}", legend: "Marked: green where an element is told, else doubts." },
  page: {
    title: "Quality of replies", intro: "Each reply is checked in the background within a minute of being sent. Every figure opens its cases; a case with several replies counts once.", days: { "7": "Last 7 days", "30": "Last 30 days", "90": "Last 90 days" } as Record<string, string>, unit: "Unit", all: "Replied",
    complete: "Complete", share: "Share complete", total: "Total (sum of the units)", none: "No replies in this period", noneText: "Choose another period; a reply just sent counts within a minute.", waiting: "{n} replies still to be checked", range: "{from} to {to}", failed: "The figures could not be made", phrases: "Edit set phrases",
    sort: "Sort by {name}", table: "Quality of replies",
  },
  hint: {
    no_contact: "No contact", contact_when: "Contact undated", contact_who: "Contact by whom", no_action: "No measures", no_result: "No result", next_when: "No date", only_empty: "Only phrases", empty_phrase: "Set phrases", rude: "Curt",
    off_subject: "Off the matter", other_place: "Other place", other_number: "Other number", when_asked: "When not said", number_asked: "Figure not said", copied: "Copied", placeholder: "Blanks left", all: "Replied", complete: "Complete",
  } as Record<string, string>,
  system: {
    off: "No language model is configured (llm.url, llm.model). It is optional; nothing else depends on it.", line: "{model}: in 24 hours {done} done, {failed} failed, {waiting} waiting", check: "Try it now", checking: "Trying…",
    ok: "Reached in {ms} ms", listed: "The service offers this model", unlisted: "The service does not list {model}; check the name. It lists: {models}", bad: "Not reached: {message}",
  },
};
