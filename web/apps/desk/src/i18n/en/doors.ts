import type zh from "../zh/doors";

const messages: typeof zh = {
  doors: {
    title: "Doors", intro: "Where requests come in, whether it works, and how answers go back.", failed: "The doors could not be read", none: "No doors yet", noneText: "Channels come with the district's profile, or from master data.",
    col: { name: "Door", state: "State", ways: "In / out", lastIn: "Last in", lastError: "Last error", held: "Held items", cases: "Seven days" },
    states: { inside: "Our own", unconfigured: "Not set up", off: "Off", ok: "Fine", error: "Failing", stalled: "Stalled" },
    never: "None yet", noWay: "Not set", undeclared: "No declaration", toTable: "Channels in master data", open311: "Open311", byHand: "Copy in", outbox: "All write-backs",
    tabs: { about: "Declaration", connect: "Connection", held: "Items", out: "Write-back", tokens: "Tokens" },
    back: "All doors", heldCount: "{n} held", casesCount: "{n} in seven days",
    about: {
      source: "Source", operator: "Other side", contact: "Contact", role: "Post", testing: "How it is tested", fields: "Fields", ours: "Ours", theirs: "Theirs", labels: "Words when copied", constant: "Constant", defaults: "{value} when empty", changed: "Changed here", codes: "Codes in", codesOut: "Codes out", noCodes: "No table; codes and names are recognised",
      limits: "Limits", limitsLink: "Change limits in master data", policy: "Policy", steps: "Write-back", on: "When", message: "Their word", tells: "What they are told", off: "Not used here", inside: "This door is the platform's own; there are no fields to map.", noSteps: "Nothing is written back.", ways: "Ways in", items: "Where the list stands", faults: "The district's changes have faults; the declaration is used as it is",
    },
    connect: {
      in: "Way in", out: "Way out", noneIn: "None", noneOut: "None", enabled: "On", scheme: "Signature", noScheme: "Not signed", secrets: "Secrets (not shown after saving)", isSet: "Set; leave empty to keep", notSet: "Not set", remove: "Remove", removed: "Removed when saved", publicKey: "Our SM2 public key (for them)", pushAddress: "Address to push to", pushHint: "Signed by the headers X-Chengyun-Timestamp, -Nonce, -Signature, -Scheme; unsigned with a token of the channel.",
      saved: "Saved", testIn: "Test the way in", testOut: "Test the way out", now: "Read now", tested: "Test", first: "The first reads as", unsaved: "There are changes not saved; the test uses what is saved.", changes: "Changes of this district (JSON)", changesHint: "Only what differs from the declaration, for example {example}", badJson: "Not valid JSON", lastTry: "Last read {at}", nextTry: "Next {at}", errors: "Failed {n} times in a row", by: "Changed by {name}, {at}", place: "Read up to {place}", notForYou: "The system administrator sets connections up.", insideText: "This door is the platform's own and needs no connection.", yes: "Yes", no: "No",
    },
    held: {
      intro: "Everything that became no case is here: correct and take it, or say why not. Nothing is lost.", what: { new: "New", supplement: "Supplement", urge: "Reminder", withdraw: "Withdrawal", rate: "Rating" }, all: "All", state: "State", states: { held: "Held", applied: "Added to a case", taken: "Taken", dropped: "Not taken" }, none: "Nothing held", noneText: "What cannot be understood, was changed by the sender or needs a decision appears here.", waits: "Waits for its request", noNumber: "No number", came: "{at} by {way}", raw: "As it came (people masked)", fields: "As understood; correct and take", reasons: "Why it became no case", take: "Take", drop: "Do not take", why: "Why not", again: "Take all again", againDone: "Taken again: {new} new, {changed} added, {held} still held", taken: "Taken", stillHeld: "Still cannot be taken; see why", dropped: "Not taken", older: "Older", settled: "{name} {at}: {state}", forgotten: "The original was removed after its time.", asCame: "As it came", masked: "What is masked is taken as it came unless you change it",
    },
    tokens: { intro: "Who does not sign pushes and asks with a token; it is shown once.", none: "No tokens yet", noneText: "Give the other system a token to call the interface with.", give: "New token", name: "Used by", days: "Days", daysHint: "Empty: for good", readOnly: "May only ask", rotate: "End the present ones too", rotateHours: "in {n} hours", issue: "Issue", once: "Shown only this once", revoke: "Revoke", revokeTitle: "Revoke “{name}”", revokeText: "The other side can use it no longer, at once.", revoked: "Revoked", valid: "Valid", expired: "Expired", until: "Until {at}", forever: "For good", used: "Last used {at}", unused: "Never used", scopes: { "intake.write": "Hand in", "intake.read": "Ask" } },
    copy: {
      title: "Copy in", intro: "Copy a message from a platform without an interface, or table rows with their header, and paste it here.", pick: "Door", none: "No door to copy from", noneText: "The system administrator sets a door to copying by hand.", text: "Pasted", template: "Fill in the form", look: "Recognise", take: "Register {n}", again: "Another", field: "Field", found: "{n} recognised", wrong: "{n} to correct", became: { created: "Registered", known: "Registered before", changed: "Added to its case", held: "Held for a decision" }, open: "Open {number}", out: "Answers to copy back", correct: "Correct it here", nothing: "Paste first, then recognise",
    },
  },
};
export default messages;
