import type zh from "../zh/shell";

const words: typeof zh = {
  nav: {
    main: "Main navigation", work: "Work lists", register: "Register", board: "Board", import: "File import", masterdata: "Master data", more: "More",
    groups: { insight: "Insight and reports", oversight: "Supervision and appraisal", dispatch: "Dispatch and replies", field: "Grid work", manage: "Administration" },
    skip: "Skip to content", collapse: "Fold navigation", expand: "Unfold navigation",
  },
  counts: "{total}, of which {overdue} overdue and {soon} due soon",
  search: {
    open: "Find case or page", placeholder: "Case number, words of the title, or a page", cases: "Cases", pages: "Pages", empty: "Nothing found for “{q}”",
    hint: "Two characters are enough; a number may be cut short", all: "Search all cases for “{q}”", failed: "The search failed, try again",
  },
  bell: { title: "Notices", open: "Notices, {n} unread", none: "No notices", noneText: "Reminders, returns and approvals appear here.", readAll: "Mark all read" },
  account: {
    menu: "Account menu", language: "中文", languageName: "Language", light: "Light", dark: "Dark", password: "Change password",
    logOut: "Log out", roles: "Roles",
  },
  live: {
    live: "Live", connecting: "Connecting", lost: "Cut off", lostText: "Live updates are cut off and being restored. Lists may be old; reading and acting work.",
    offline: "Offline", offlineText: "The server cannot be reached. You can read what is open and fill in forms (kept on this machine); sending has to wait.",
    since: "Last exchange {at}", reconnect: "Reconnect now",
  },
  keys: {
    title: "Keyboard", anywhere: "Anywhere", list: "List", case: "Case", form: "Registration", search: "Find case or page", map: "This table",
    register: "Register a request", goList: "To the list", up: "Row up / down", open: "Open", select: "Select / deselect", selectMany: "Select a range",
    full: "Open on a full page", close: "Close pane or leave", accept: "Accept a proposed unit", primary: "Primary action; sends a form", nextStep: "Next step", jump: "Go to step", finish: "register, accept, dispatch, answer", join: "join the similar case", earlier: "this person's earlier cases",
    save: "Register", refresh: "Refresh the list", filter: "Search in the list", caseMap: "Map on or off", compare: "Compare likely repeats", newDraft: "New form",
  },
};
export default words;
