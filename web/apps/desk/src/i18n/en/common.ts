import type zh from "../zh/common";

const words: typeof zh = {
  app: { name: "Chengyun", title: "{page} · Chengyun" },
  do: {
    cancel: "Cancel", close: "Close", retry: "Try again", refresh: "Refresh", save: "Save", remove: "Remove", clear: "Clear", back: "Back",
    more: "More", open: "Open", download: "Download", undo: "Undo", copy: "Copy", reload: "Reload", add: "Add", show: "Show",
    next: "Next", previous: "Previous", done: "Done",
  },
  word: {
    none: "none", yes: "Yes", no: "No", all: "All", loading: "Loading", optional: "optional", required: "required", noMatch: "Nothing found",
    demo: "Demo", anonymous: "Anonymous", you: "you", system: "System", count: "{n}", separator: ", ", colon: ": ", unknown: "not given",
  },
  tone: { normal: "On time", due_soon: "Due soon", overdue: "Overdue", supervised: "Supervised", done: "Done", progress: "In progress" },
  limit: {
    left: "{time} left", over: "{time} over", none: "—", due: "{stage} due {at}", days: "{d} d {h} h", hours: "{h} h {m} min",
    minutes: "{m} min", unit: {
      natural_minute: "minute | minutes", urgent_hour: "hour (urgent) | hours (urgent)", working_hour: "working hour | working hours",
      working_day: "working day | working days", natural_day: "day | days", month: "month | months",
    },
  },
  flags: {
    sensitive: "Sensitive", collective: "Collective", business: "Business environment", business_environment: "Business environment",
    supervised: "Supervised", confidential: "Confidential", repeated: "Repeated", repeat: "Repeated complaint", media: "In the media", leader: "Leader's instruction",
  },
  urgency: { normal: "Normal", urgent: "Urgent", critical: "Critical", emergency: "Emergency" },
  problem: {
    offline: "The server cannot be reached", offlineText: "No answer came. Try again when the network is back; what you typed is still here.",
    server: "The server made an error", serverText: "Nothing was saved; what you typed is still here. Try again later, or report the request id.",
    forbidden: "You may not do this", forbiddenText: "Ask the administrator if your work needs it.", missing: "Not found",
    missingText: "The number may be wrong, or the case is outside what you may see.", tooMany: "Too many requests", tooManyText: "Wait a moment, then try again.",
    other: "That did not work", requestId: "Request id {id}", copied: "Copied",
  },
  errorPage: {
    notFound: "There is no such page", notFoundText: "The address may be wrong, or the page has moved.", home: "To the work lists",
    forbidden: "You may not see this page", forbiddenText: "Your role does not include it. Ask the administrator if your work needs it.",
    broken: "This page has failed", brokenText: "What you saved is not lost. Reload; if it happens again, report the lines below to the administrator.",
    nothing: "No page for your role yet", nothingText: "You can log in, but no work list or administration page is assigned to you. Ask the administrator.",
    startFailed: "The desk cannot be opened now", startFailedText: "The server cannot be reached. Check the network, or try again later.",
  },
};
export default words;
