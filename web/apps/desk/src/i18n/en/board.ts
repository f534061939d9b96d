import type zh from "../zh/board";

const words: typeof zh = {
  title: "Today", at: "As of {at}", stale: "Data as of {at}; nothing newer could be had", failed: "The board was not loaded", empty: "Nothing yet today",
  emptyText: "Counting begins with the first registered request.",
  period: { today: "Today", yesterday: "Yesterday", week: "This week", month: "This month", year: "This year", label: "Period" },
  figures: { received: "Registered", in_hand: "In hand", due_soon: "Due soon", overdue: "Overdue", closed: "Closed", satisfaction: "Satisfied" },
  hint: {
    received: "registered in the period", in_hand: "open now", due_soon: "open, limit near", overdue: "open, past the limit",
    closed: "closed in the period", satisfaction: "satisfied or basically {part} of {whole} rated",
  },
  chart: {
    by_hour: "At which hour", by_channel: "From where", by_unit: "Who handles", by_category: "About what", by_area: "Where", by_state: "How far",
    top: "{name} most: {n}, {share}", peakHour: "Most at {hour}:00, {n}", table: "Table", chart: "Chart", name: "Name", value: "Cases",
    share: "Share", none: "No data", hour: "{h}:00", total: "Total", others: "{n} more in the table",
  },
};
export default words;
