import type zh from "../zh/notices";

const words: typeof zh = {
  onlyUnread: "Unread only", unread: "Unread: ", groups: "Show only", failed: "Messages were not loaded", noneHere: "No such messages", more: "Earlier messages", all: "All notices",
  group: { all: "All", limits: "Limits", work: "Work", mention: "Mentions", digest: "Summaries" },
  desktopOn: "Desktop notifications on", desktopOff: "Turn on desktop notifications", desktopRefused: "The browser did not allow notifications; change it in the site settings beside the address.",
  desktopBlocked: "The browser blocks notifications of this site; change it in the site settings.", desktopTitle: "chengyun", desktopMore: "{n} more messages",
  digest: {
    title: "Summary", daily: "Daily summary, {days}", weekly: "Weekly summary, {days}", days: "{from} to {to}", made: "Made {at}. The figures are of that moment; the lists they open are of now.",
    none: "No summaries yet", noneText: "They arrive once an administrator has set their hour under master data, summaries.", failed: "The summary was not loaded", board: "Open the board", earlier: "Earlier summaries",
    more: "{n} more than before", fewer: "{n} fewer than before", same: "the same as before",
    figure: { received: "Received", closed: "Closed", on_time: "Closed in time", in_hand: "In hand", due_soon: "Due soon", overdue: "Overdue", satisfied: "Satisfied" },
    worst: { unit: "Units with most overdue", category: "Most frequent categories", area: "Busiest subdistricts" },
  },
};
export default words;
