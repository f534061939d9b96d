import type warnings from "../zh/warnings";

const words: typeof warnings = {
  title: "Warnings", waiting: "{n} waiting, {urgent} of them urgent", at: "as of {at}", failed: "The warnings were not loaded", gone: "This warning was not loaded",
  intro: "Signs found by rules and by comparison with usual numbers, for the people on duty to judge.", pick: "Choose a warning to see its evidence", pickText: "By level on the left; urgent ones cannot wait.",
  empty: { open: "No warning is waiting", openText: "New ones appear here at once, and whoever is on duty is told.", other: "No warning fits", otherText: "Try another state or condition." },
  filter: { label: "Filter warnings", state: "State", level: "Level", nature: "Nature", area: "Area", rule: "Rule: {name}", any: "any", anyLevel: "All levels", anyNature: "All kinds", anyArea: "Whole district", remove: "Remove condition: {name}", more: "Earlier warnings" },
  states: { open: "Waiting", decided: "Decided", all: "All" },
  state: { open: "Waiting", confirmed: "Confirmed", supervised: "Supervised", patrolled: "Sent to look", dismissed: "Dismissed" },
  level: { urgent: "Urgent", serious: "Serious", watch: "Watch" },
  nature: { safety: "Safety", collective: "Collective", sensitive: "Sensitive", emerging: "Emerging" },
  reason: {
    unrelated: "Unrelated, together by chance", known: "Known and being dealt with", planned: "Planned (outage, drill)", wording: "Only mentions the word",
    repeated: "One person again and again", other: "Other",
  },
  cases: "{n} cases", openCases: "Open the list of {n} cases", lastAt: "latest {at}", raisedAt: "found {at}", list: "Warnings", back: "Back to the list",
  evidence: {
    title: "Evidence", words: "{n} within {h} hours say {terms}", least: "Rule: at least {n}", leastPeople: "Rule: at least {n} people",
    count: "{n} within {h} hours, {place}", callers: "{n} people about one matter", growth: "{n} within {h} hours, {place}; usually about {usual}",
    growthRare: "{n} within {h} hours, {place}; usually less than one", place: { community: "in one community", subdistrict: "in one subdistrict", district: "in the district" },
    growthHow: "Against the same day and hours of {weeks} weeks, with what the category and the place usually have; by chance alone {chance}.",
    chance: { rare: "less than one in a million", one: "about one in {n}" }, open: "Open these {n}",
  },
  advice: "What to do", members: "Cases", membersMore: "The latest {n}; all {all} are in the list", supervised: "supervised", closed: "closed", callers: "{n} people",
  story: "History",
  step: {
    raised: "“{rule}” found {cases}", grew: "{added} more, {cases} in all", also: "“{rule}” found it too, {cases} in all", confirm: "Confirmed",
    dismiss: "Dismissed: {reason}", supervise: "{n} put under supervision", patrol: "{unit} sent to look", reopen: "Opened again", refused: "{number} was left out: {why}",
  },
  earlier: "Earlier warnings of this matter",
  do: {
    title: "Decide", confirm: "Confirm", dismiss: "Dismiss", supervise: "Supervise", patrol: "Send to look", reopen: "Open again", cancel: "Cancel",
    note: "Note", noteHint: "What was found out; may be empty", order: "What is asked", orderHint: "What must be done, and reported by when", which: "Which cases ({n} chosen)", all: "All", unit: "Which unit goes", unitHint: "Community, subdistrict or grid",
    task: "What to look at", taskHint: "What to look at and photograph there", why: "Reason", whyOther: "Write the reason",
    confirmText: "Whoever is on duty goes on with it; it can still be supervised or looked at.", dismissText: "The matter is not told again until as many new cases have come. The rule's hit rate follows.",
    superviseText: "Each case is supervised until it is closed, and its unit is told.", patrolText: "Makes an urban event and sends this unit to verify on the spot; the result comes back to “to open”.",
    reopenText: "Puts it back to the waiting ones.", done: { confirm: "Confirmed", dismiss: "Dismissed", supervise: "{n} put under supervision", patrol: "Sent to look, {number}", reopen: "Waiting again" },
    undo: "Undo", none: "You may not decide on warnings.", nothing: "No case can be supervised: all are closed or supervised already.", conflict: "{text}", reload: "See how it is now",
  },
  rules: {
    open: "Rules and hit rates", close: "Back to warnings", title: "Rules and hit rates", text: "How often each rule was right in the last 90 days. A rule that is seldom right needs other words or numbers.", name: "Rule", way: "Looks at", level: "Level",
    condition: "Condition", judged: "Judged", hits: "Right", dismissed: "Dismissed", rate: "Hit rate", none: "none yet", off: "ended", edit: "Edit rules", failed: "The rules were not loaded",
    way_: { words: "words", count: "number", callers: "people", growth: "unusual growth" },
    says: { words: "{n} within {h} hours say: {words}", count: "{n} within {h} hours", callers: "{n} people about one matter", growth: "at least {n} within {h} hours and clearly more than usual" },
  },
  decidedBy: "{who}, {at}",
};
export default words;
