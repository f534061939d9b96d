import type analysis from "../zh/analysis";

const words: typeof analysis = {
  title: "Analysis", intro: "What came in, where and when; every figure opens its cases.", failed: "This part was not loaded", empty: "No cases to analyse in this period", cases: "Cases", legend: "Cases",
  source: "Chengyun analysis, as of {at} · exported by {who}",
  part: { words: "Words", trend: "Categories over time", hexagons: "Heat map", matrix: "Category × area", calendar: "The year by days" },
  emptyText: {
    words: "A word is shown when at least 3 cases say it; try a longer period.", trend: "Choose another period or fewer conditions.", hexagons: "No case has coordinates; those registered with a place appear here.",
    matrix: "Choose another period or fewer conditions.", calendar: "No cases in this year.",
  },
  words: {
    word: "Word", said: "{n} cases say “{word}”", top: "“{word}” is said most, by {n} cases ({share})", rising: "clearly more than before: {words}", since: "Too many cases: only the newest 50,000 since {at} are counted.",
    new: "none before", up: "{n} before", down: "{n} before", mark: { up: "more", new: "new", down: "fewer" },
  },
  trend: { top: "Most: {name}, {n} cases", against: "{by} against the period before", others: "{n} more in “Category × area”" },
  matrix: { top: "Most: {category} in {area}, {n} cases ({share})" },
  calendar: {
    top: "Most on {day}: {n}; {mean} on a day with cases", year: "All of {year}, whatever the period", day: "Day", month: "{n}",
    weekday: ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"],
  },
  hexagons: { top: "The fullest hexagon has {n}, {share} of the cases on the map", size: "Side of a hexagon: {m} m.", unplaced: "{n} more have no coordinates", cell: "Cell (q, r)", middle: "Middle" },
};
export default words;
