import type zh from "../zh/search";

const words: typeof zh = {
  title: "Search", placeholder: "Number, words, pinyin initials, caller's phone …", groups: { pages: "Pages", recent: "Searched lately", all: "More" },
  all: "Search all cases for “{q}”", partial: "Only recent ones; Enter shows all", partialOther: "There are more: type on",
  empty: "Nothing found for “{q}”. Try two other characters, or the last digits of a number.", failed: "The search failed, try again", looking: "Searching",
  hint: "Two characters are enough; of a number the last digits", keys: "↑↓ choose · Enter open · Ctrl Enter new window · Tab next group", masked: "Names and numbers are shown in part",
  forget: "Forget", forgotten: "Searches forgotten", inactive: "inactive", count: "{n} found",
  sounds: { knowledge: "zhishiku zsk", register: "register new", board: "board figures", import: "import files", masterdata: "master data", "dispatch-rules": "dispatch rules" },
};
export default words;
