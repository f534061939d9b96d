/** English of zh.ts. */
import type zh from "./zh";

const words: typeof zh = {
  app: { name: "Chengyun Grid", tabs: { today: "Today", report: "Report", map: "Map", notices: "Messages", me: "Me" } },
  word: {
    back: "Back", save: "Save", cancel: "Cancel", close: "Close", yes: "Yes", no: "No", choose: "Choose", search: "Search", remove: "Remove", none: "None",
    needed: "Fill in: {name}", refresh: "Update", now: "just now", optional: "optional", unknown: "unknown",
  },
  login: {
    title: "Log in", account: "Account", password: "Password", code: "One-time code (if set up)", go: "Log in", wrong: "Not logged in: {why}", offline: "No signal. The first log-in needs the network.", demo: "Demo accounts",
    insecure: "This address is not HTTPS: the phone gives no position and the app does not open offline. Use the https address.", must: "Your account first needs a new password or a second factor: log in at a computer, then use the phone.",
    noApp: "This account may not use the field app; ask your administrator.",
  },
  bar: {
    offline: "No signal", waiting: "{n} not sent", decide: "{n} need your decision", sending: "Sending, {n} left", photo: "photo {p}%", last: "last contact {at}", never: "no contact yet",
    ended: "The log-in has ended. All records are on this phone; log in again to send them.", again: "Log in again", ready: "All sent",
  },
  today: {
    title: "Today", tasks: "Tasks", visits: "Visits", patrol: "Patrol", empty: "Nothing to do", emptyWhy: "Cases sent to your grid appear here. If you see a problem, report it.", noData: "No tasks on this phone yet",
    noDataWhy: "Once there is a network, tap Update: the tasks are kept on the phone.", takenAt: "updated {at}", more: "Too many tasks: only the 200 most urgent came along", done: "{n} done today", queued: "recorded, to be sent",
    visitsEmpty: "No visit is due today", overdue: "{n} days overdue", dueOn: "due {day}", sort: "urgent first, then near",
  },
  task: {
    where: "Place", clock: "Time limit", from: "From", said: "What was said", photos: "Photos", noPhotos: "No photos yet", parts: "Handling", note: "Instructions", go: "Navigate", actions: "What to do", gone: "This case is not on the phone",
    goneWhy: "It may be done, or not sent to your grid.", unknown: "No time limit", late: "Overdue", left: "{text} left", minutes: "{n} min", hours: "{h} h {m} min", days: "{n} d", before: "Before", after: "After", stamp: "As of {at}", version: "{n} records wait to be sent",
    noPlace: "No coordinates", navigate: "Navigate with", saved: "Recorded, {how}", savedOnline: "being sent", savedOffline: "sent when there is a signal", arriveNote: "Arrival is proven by the phone's position and time",
  },
  nav: { amap: "Amap", tencent: "Tencent Maps", baidu: "Baidu Maps", phone: "The phone's own map" },
  field: {
    add: "Take a photo", adding: "Preparing the photo…", bad: "This photo cannot be opened; take it again", position: "Position", locating: "Locating…", noFix: "No position; recorded as it is", fix: "within about {m} m", again: "Locate again", voice: "Record", stop: "Stop ({s} s)",
    play: "Recording {n}", noMic: "Cannot record: no permission for the microphone", pick: "Choose", pickUnit: "Name of the unit",
  },
  report: {
    title: "Report", photo: "Photo", what: "What is the problem", whatHint: "One sentence, for example: a railing fell over", category: "Category", proposed: "Perhaps", other: "Other categories", find: "Search categories", place: "Place", address: "House number, stretch of road (optional)",
    go: "Report", spot: "Settle on the spot", spotHow: "What was done", spotGo: "Settle", more: "Urgency, voice", urgent: "Urgent", needWords: "Write a sentence or choose a category", needPlace: "Without a position, write where it is", saved: "Reported", savedWhy: "The number appears under Me once it is sent.",
    another: "Report another", home: "Back to today", noCategory: "It can be reported without a category; the centre adds it",
  },
  call: {
    title: "Ask for help", what: "What do you need help with", detail: "Situation", units: "Who should come (optional; the subdistrict decides)", urgency: "Urgency", normal: "Normal", urgent: "Urgent", go: "Ask the subdistrict", saved: "Help asked for", list: "My requests",
    empty: "No requests yet", about: "About case {n}", ended: "ended", offlineList: "Progress is shown once there is a network",
  },
  visit: {
    title: "Visit", outcome: "Result", met: "Met", absent: "Nobody at home", refused: "Refused", moved: "Moved away", found: "What was found", problem: "A problem: report it too", problemText: "What problem", go: "Record the visit", people: "Who",
  },
  patrol: {
    start: "Start patrol", stop: "End patrol", running: "On patrol {time}", points: "Check points", checked: "checked", check: "Check here", fine: "Fine", problem: "Problem", km: "{km} km", pieces: "{n} pieces, {g} gaps without position", silent: "No position for {n} minutes; this stretch will be shown empty",
    denied: "No permission for the position: allow it in the phone's settings, or there is no track", plan: "Plan", noPlan: "Without a plan", need: "Start a patrol before checking", far: "{d} from here", screen: "Keep this page open on patrol; when the phone locks, positions stop and that stretch is shown empty.", note: "Situation",
    start_: "Patrol started", stop_: "Patrol ended", check_: "Point checked", questions: "Look at", photoNeeded: "photo needed",
  },
  map: { title: "Map", empty: "No outlines of grids yet", emptyWhy: "They appear here once an administrator has drawn them.", me: "Me", tasks: "{n} tasks", zoomIn: "Closer", zoomOut: "Further", fit: "All", schematic: "Schematic: outlines and tasks, no base map", base: "Base map, outlines of grids, and tasks" },
  notices: { title: "Messages", empty: "No messages", emptyWhy: "Dispatch, urging and limits are told here.", offline: "Messages are shown once there is a network", readAll: "Mark all read" },
  know: {
    title: "Look it up", hint: "Search articles, categories, usual words", empty: "Nothing found. Try another word.", words: "Usual words: {words}", articles: "Articles", lately: "Read lately (also without a network)", categories: "Categories", kept: "kept on this phone", none: "No such article.", noneKept: "None on this phone; search again with a network.",
    offline: "No network; only articles read before are searched.", keptAt: "No network; as read at {at}.", until: "valid until {at}", gone: "This article was withdrawn", goneWhy: "Look for another one, or ask the shift leader.", missing: "No network, and it was not read before", missingWhy: "Open it with a network; what was read stays on the phone.", again: "Try again", useful: "Useful?", yes: "Yes", no: "No", thanks: "Noted",
  },
  me: {
    title: "Me", figures: "Figures", reported: "Reported by me", handled: "In hand with me", done: "Done today", overdue: "Overdue in my unit", records: "Records", waiting: "{n} not sent", decide: "{n} to decide", all: "All records", large: "Large type", dark: "Dark", language: "中文",
    logOut: "Log out", cannot: "{n} not sent yet", cannotWhy: "They stay on this phone and are sent when the same account logs in again. No other account sees them.", stay: "Stay", anyway: "Keep them, log out", room: "{used} used", storage: "The browser does not promise to keep data for long: send soon.",
    offlineFigures: "Shown once there is a network", know: "Articles, categories", call: "Ask for help", version: "Records are kept for 7 days", device: "This phone",
  },
  rows: {
    title: "Records", empty: "No records yet", emptyWhy: "Each step made on the phone is listed here until a week after it was sent.", waiting: "To be sent", decide: "Your decision", done: "Sent", dropped: "Dropped", positions: "{n} positions", photos: "{n} attachments", tries: "tried {n} times", why: "Reason: {why}",
    number: "Number {n}", open: "Open the case",
  },
  decide: {
    title: "Something changed: decide", mine: "What you recorded", theirs: "How it is now", madeAt: "recorded on the phone at {at}", seen: "the version you saw: {n}", state: "State", version: "Version", lead: "Lead unit", last: "Last handling", reason: "Why it was not taken",
    again: "Send on top of it", change: "Change and send", drop: "Drop it", dropWhy: "Why it is dropped", dropGo: "Drop this record", later: "{n} more records of this case wait for your decision", cannot: "This can no longer be done", nothing: "How it is now could not be read", retry: "Try again",
  },
  urgency: { normal: "Normal", urgent: "Urgent", emergency: "Emergency" },
};
export default words;
