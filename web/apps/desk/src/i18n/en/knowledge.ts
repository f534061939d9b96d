import type zh from "../zh/knowledge";

const en: typeof zh = {
  title: "Knowledge", intro: "The answer first, then the whole; what has expired is no ground for a reply.",
  tabs: { label: "Pages of knowledge", search: "Look up", work: "Work", board: "Coverage and gaps", rules: "Rules library", import: "Import" },
  search: {
    box: "Look up", placeholder: "What was said, keywords, pinyin or initials", failed: "The search failed", more: "More results", results: "Articles found", looking: "Looking", position: "{n} of {all}: {title}",
    keys: "choose", keysOpen: "open", corrected: "Nothing as typed; searched for “{q}”", none: "Nothing found for “{q}”", noneText: "Try other words or fewer conditions. Words without a result are noted as a gap.", noneAny: "No articles yet", noneAnyText: "Write the first one, or import from Word or Excel.",
    write: "Write one", propose: "Propose one", latest: "Most used", countOf: "{n} articles",
  },
  filter: { category: "Category", allCategories: "All categories", area: "Area", unit: "Owner unit", audience: "Audience", anyAudience: "Any audience", fresh: "Validity", clear: "Clear conditions", more: "Conditions", topics: "By category" },
  fresh: { any: "Any validity", valid: "Valid", due: "Due for review", expired: "Expired" },
  hit: { until: "valid until {at}", forever: "no end date", reviewDue: "Was due for review on {at}; check for changes", expired: "Expired {at}; no ground for a reply", useful: "useful to {n}" },
  article: {
    failed: "The article did not load", back: "Back", edit: "Edit", old: "This is version {n} ({at}), not what holds now.", current: "See what holds now", unpublished: "Not published, or withdrawn; no ground for a reply.", expired: "Expired; no ground for a reply. Check by telephone, or remind the owner to update it.",
    working: "{state}: written by {who} {at}, not published.", draft: "There is a version, {state}, by {who} {at}.", seeDraft: "See it",
    validity: "Validity", from: "from {at}", review: "Review on", owner: "Owner unit", audience: "Audience", categories: "Categories", areas: "Areas", everywhere: "Whole district", phones: "Telephone", sources: "Sources", files: "Files", none: "None", updated: "changed by {who} {at}", published: "published {at}",
    cited: "Cited in replies", citedN: "{n} case | {n} cases", citedOpen: "Open the {n} cases that were answered with it", copy: "Copy the answer", copied: "Copied with its source",
    useful: { title: "Useful?", yes: "Useful", no: "Not useful", count: "useful to {yes}, not to {no}" },
    wrong: { title: "Something wrong?", do: "Report a mistake", label: "What is wrong, and what it should be", hint: "For example: the number is now …; a paper is missing … Select the words first and they come along.", submit: "Report", done: "Sent to the owner unit", until: "answer by {at}" },
    versions: { title: "Versions", shown: "shown", see: "See it", compare: "Compare with now", title2: "Differences between versions {a} and {b}", same: "The text is the same.", legend: "Struck out was removed, shaded was added.", left: "unchanged in between", close: "Close", failed: "The versions did not load" },
    steps: "What was done",
    action: { note: "Note (optional)", noteHint: "For the author and whoever comes later", why: "Reason", done: "Done: {name}" },
  },
  suggest: { title: "A possible answer", choose: "another", looking: "Looking for articles", none: "No similar article.", failed: "Articles could not be looked up.", used: "Cited", insert: "Put into the direct answer", insertReply: "Put into the reply", cited: "Cites {list}", uncite: "Do not cite" },
  cited: { title: "Articles cited", as: "version {n}, cited by {who} {at} ({action})", failed: "The citations did not load" },
  edit: {
    change: "Edit article", intro: "See it while you write; saved as a draft, published by the centre after review.", title: "Title", titleHint: "As a resident would ask, for example: how to get a residence permit", text: "Text", textHint: "The direct answer first, then papers, steps, time limits, exceptions.\n# Heading\n- an item\n1. first step",
    question: "Other ways to ask", questionHint: "One per line", keywords: "Keywords", keywordsHint: "Separated by spaces", categories: "Categories", categoriesHint: "Which requests it answers", areas: "Areas", areasHint: "None: the whole district", unitHint: "Who keeps it up to date", unitOwn: "Own unit",
    validFrom: "Valid from", validUntil: "Until", datesHint: "No end: holds until changed. No review date: set by the period of the category.", phoneNumber: "Number", phoneName: "What for", sourceName: "Document, number", sourceUrl: "Address", sourceDate: "Date", note: "What changed", noteHint: "For example: papers after the rules of November",
    marks: "Format", mark: { heading: "Heading", item: "List", step: "Steps" }, preview: "Preview", previewEmpty: "Write on the left, see it here.",
    restored: "What you had not saved last time.", restoredOld: "What you had not saved last time; somebody changed the article since, compare.", discard: "Discard, show what is there", failed: "Not saved", latest: "See the latest", save: "Save draft", submit: "Save and submit", saved: "Saved as a draft", submitted: "Submitted for review", keys: "Ctrl S saves, Ctrl Enter submits",
  },
  work: {
    lists: "Lists of articles", table: "Articles", state: "State", until: "Valid until", changed: "Last change", since: "submitted {at}", failed: "The list did not load", late: "{n} overdue",
    list: { published: "Published", withdrawn: "Withdrawn", expired: "Expired", due: "Due for review", to_review: "To review", drafts: "Drafts", mine: "Mine", corrections: "Corrections" },
    empty: { to_review: "Nothing to review", due: "Nothing due for review", expired: "Nothing expired", corrections: "No corrections waiting", mine: "You have not written any", drafts: "No drafts", other: "No article meets the conditions" }, emptyText: "Choose another list or fewer conditions.",
    chip: { unit: "Unit: {value}", category: "Category: {value}", audience: "Audience: {value}", published_from: "Published from {value}", published_to: "Published to {value}", due_by: "Review due by {value}", due_from: "Answer due from {value}", due_to: "Answer due to {value}", state: "{value}" },
  },
  correction: {
    due: "answer by {at}", late: "Overdue", answer: "Answer", accepted: "Accept", refused: "Do not accept", what: "What was changed, or by when", why: "Why nothing needs to change", done: "Answered; the reporter is told",
    state: { waiting: "Waiting", late: "Overdue", accepted: "Accepted", refused: "Not accepted", all: "All" },
  },
  board: {
    days: "Last {n} days", period: "Days counted", range: "{from} to {to}", failed: "The board did not load", foundRate: "Searches with a result",
    total: { articles: "Valid articles", to_review: "To review", on_the_spot: "Direct answers", without_article: "Without article", corrections: "Corrections waiting" },
    searches: "Looked for in vain", searchesText: "What call-takers and residents searched without a result, most often first.", noSearches: "Nothing was looked for in vain", words: "Words", times: "Searched", empty: "Without result", last: "Last", public: "resident",
    freshness: "Validity", coverage: "Coverage by category", coverageText: "Cases answered on the spot without an article come first: write there.", contribution: "Contribution by unit",
    cover: { articles: "Valid articles", asked: "Direct answers", direct: "Citing an article", uncited: "Without article" },
    contribute: { published: "Published", waiting: "To review", due: "Due for review", corrections: "Corrections", late: "Overdue" },
  },
  import: {
    intro: "Many articles at once from Word or Excel; looked at first, and with one fault none is taken.", title: "Import articles", text: "Word is cut at its headings: each heading an article, the words below it the text. Excel by the template, one line each.", choose: "Choose a file", another: "Another file", template: "Template", unit: "Owner unit (none: as in the table, or own)",
    reading: "Reading", right: "{n} articles, ready", wrong: "{n} articles, {bad} with faults", failed: "It was not read", preview: "Preview", part: "Heading", line: "Line", head: "Text begins", fault: "Fault", shown: "{n} of {all} are listed, those with faults first.",
    thenLabel: "After the import", then: { draft: "Keep as drafts", review: "Submit for review", publish: "Publish" }, keep: "Import {n}", kept: "{n} imported", whole: "Mend the file and choose it again; only without faults it is taken.",
  },
  upward: {
    title: "Report to the city's knowledge base", configured: "Interface set up", notConfigured: "No interface", notText: "No interface of the city is set up; report by file. The system administrator enters it in the settings.", waiting: "{n} public articles were not reported in their present version.", upToDate: "All public articles were reported.", all: "Report all again, not only what is new", file: "Make the file", push: "Send by interface", queued: "Queued; see the result later", failed: "Not reported",
  },
  rules: {
    intro: "The centre's own rules: number, version, state, dates; those in force count for the indicator of rules.", add: "Enter a rule", change: "Change", more: "Details", less: "Close", failed: "The rules did not load", none: "No such rule", noneText: "Whoever manages the library can enter one.", inForce: "{n} in force", onDay: "{n} in force on {at}",
    issuedOn: "issued {at}", effectiveOn: "in force from {at}", repealedOn: "repealed {at}", replacedBy: "replaced by {name}", name: "Name", nameHint: "For example: rules for being on duty", number: "Number", edition: "Version", editionHint: "For example: 2nd", unit: "Issued by", issued: "Issued on", effective: "In force from", repealed: "Repealed on", by: "Replaced by", summary: "Contents", file: "File", saved: "Saved",
  },
};
export default en;
