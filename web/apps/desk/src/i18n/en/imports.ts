import type zh from "../zh/imports";

const words: typeof zh = {
  imports: {
    title: "File import", intro: "Turns requests in a CSV or XLSX file into cases. A row with the same channel and external id is never registered twice, so importing again is safe.",
    choose: "Choose a file, or drop it here", types: "CSV (UTF-8 or GBK, also .gz), XLSX", channel: "Channel", uploading: "Uploading {n}%",
    steps: { file: "File", map: "Columns", check: "Check", run: "Import" },
    map: {
      title: "Which column is what", text: "give it a name to use it for the next file", target: "Of the case", column: "Column", sample: "First rows", none: "leave out",
      save: "Save and check", saveAs: "Save as", constant: "always “{value}”",
    },
    check: {
      title: "What was found", ok: "{n} rows can be imported", bad: "{n} rows have faults and are left out", row: "Row {n}", start: "Import {n} rows", back: "Back",
      none: "No row can be imported", checked: "checked the first {n} of {total} rows",
    },
    run: {
      running: "Importing", leave: "you may leave, it goes on", total: "{n} rows", created: "New", unchanged: "Known, same", bad: "Failed",
      errors: "Download failed rows", again: "Another file", resume: "Go on", stop: "Stop", progress: "{done} of {total} rows", open: "Cases of this channel",
    },
    history: "Imports", historyEmpty: "No file was imported yet", at: "Time", file: "File", state: "State",
  },
  master: {
    title: "Master data", intro: "Units, people, areas, categories. Export, change in a spreadsheet, import; each row's faults are shown before anything is written.", export: "Export", import: "Import",
    preview: "Preview", actions: { create: "new", update: "changed", unchanged: "same", error: "faulty", end: "ended" },
    write: "Write {n} rows", cannot: "{n} rows are faulty. Correct them and import again; nothing was written.", written: "Written: {list}", row: "Row", problem: "Fault",
    values: "Content", none: "Nothing would change", failed: "Not loaded", nothing: "No master data for you",
  },
};
export default words;
