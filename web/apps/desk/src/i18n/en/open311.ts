export default {
  title: "Open interface",
  intro: "Other programs report problems and follow them by Open311 GeoReport v2; another city's Open311 can be a channel here, too.",
  failed: "The open interface could not be read",
  tabs: { home: "Addresses and services", keys: "Keys", matters: "What is public", tests: "Tests" },
  on: "On", off: "Off", offText: "There is no channel with the code open311 in master data, or it is closed; nothing new is taken.",
  jurisdiction: "Jurisdiction", changed: "Services changed", test: "Test",
  address: {
    title: "Addresses to tell the other side", discovery: "Discovery", production: "Production", testing: "Test", copy: "Copy", copied: "Copied",
    hint: "Add /services.json, /requests.xml and so on; the suffix says the format. What comes to the test address never becomes a case and is kept for 7 days.",
  },
  service: {
    title: "Public services", edit: "Change in master data", code: "Code", name: "Name", group: "Group", type: "Number given", questions: "Questions",
    realtime: "At once", batch: "Token first", blackbox: "None", none: "No public services yet", noneText: "Say in master data, Services of the open interface, in which categories anybody may report.", ask: "{n} question | {n} questions",
  },
  key: {
    make: "New key", name: "For whom", nameHint: "Name of the program or body; it is written into the history of its cases", forTest: "For the test address only", making: "Make it",
    once: "The key is shown this once; hand it over now", kept: "I have kept it", done: "Done", rotate: "Renew", revoke: "End",
    rotateAsk: "A new key for “{name}”? The old one ends in 7 days.", revokeAsk: "End “{name}”? Its program can no longer submit at once.", who: "For", prefix: "Begins with", state: "State", made: "Made", used: "Last used", never: "Never",
    states: { valid: "Valid", ending: "Ends {at}", expired: "Expired", revoked: "Ended" }, none: "No keys yet", noneText: "One for each program; without a key only what is public can be read.", failed: "It was not done", production: "Production", do: "Do",
  },
  matter: {
    intro: "What is not released nobody finds; the program that sent it follows its progress with its own key, without words. Only the sentence below, the street, a rough place and the progress become public.",
    waiting: "To decide", none: "Nothing to decide", noneText: "Requests from the open interface appear here.", words: "Public words", media: "Release the address of the picture, too", open: "Release", hide: "Keep back", decided: "Decided", by: "{who} {at}",
    state: { open: "Public", hidden: "Kept back" }, failed: "It was not saved", original: "Original words", hindered: "Cannot be public: {why}",
  },
  trial: {
    title: "Latest test requests", none: "No test requests yet", noneText: "What programs send to the test address appears here for 7 days; it never becomes a case.", id: "Number", key: "Key", service: "Service", words: "Words", at: "Time", state: "State", open: "Open", closed: "Closed",
    unsettled: "With a token, without a number yet", waits: "Waits for the worker", fault: "Cannot be registered: {why}",
  },
};
