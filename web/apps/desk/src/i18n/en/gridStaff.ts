export default {
  title: "Grid staff", intro: "Register, posts, training with attendance, and tests.", tabs: { register: "Register", posts: "Posts", training: "Training", exams: "Tests", mine: "My training" } as Record<string, string>,
  days: "Only {days}", allDays: "Show all",
  failed: "Did not load", q: "Number, name, grid, work phone", state: "Working", states: { working: "Working", left: "Left", all: "All" } as Record<string, string>, post: "Post", anyPost: "All posts", total: "{n} people", more: "Only the first 500 are listed; narrow it down.",
  empty: "Nobody is in the register", emptyText: "Add or import them in the master data “网格员名册”.", maintain: "Add, import", bank: "Question bank",
  col: { no: "Number", name: "Name", post: "Post", unit: "Unit", grids: "Grids", phone: "Work phone", employment: "Employed", since: "Since", until: "Left" },
  employment: { own: "Staff", contract: "Contract", outsourced: "Outsourced", volunteer: "Part-time, volunteer" } as Record<string, string>, pick: "Choose a person", pickText: "Training and tests appear here.", courses: "Training", papers: "Tests", none: "None yet.",
  posts: { count: "Working", wanted: "Wanted", short: "{n} short", full: "Complete", notSaid: "Not by grid", duties: "Duties", empty: "No posts yet", emptyText: "Set them in the master data “网格岗位”." },
  course: {
    new: "Plan a training", edit: "Change", name: "Course", topic: "Topic", about: "What about", at: "When", minutes: "Minutes", place: "Where", teacher: "Teacher", who: "Posts", everyone: "All posts", save: "Save", cancel: "Cancel the course", held: "Held",
    states: { planned: "Planned", held: "Held", cancelled: "Cancelled" } as Record<string, string>, anyState: "All", came: "{n}/{all} came", empty: "No training yet", emptyText: "Plan one.", pick: "Choose a course", pickText: "Attendance appears here.", attendance: "Attendance", marks: { expected: "Expected", came: "Came", late: "Late", excused: "Excused", absent: "Absent" } as Record<string, string>,
    allCame: "The rest came", saveMarks: "Save attendance", marked: "Attendance saved", saved: "Course saved", notYet: "Attendance is taken once it has begun.", nobody: "Nobody is expected", nobodyText: "Nobody in the register has these posts.",
  },
  exam: {
    new: "Make a test", name: "Name", topics: "Topics", allTopics: "All topics", questions: "Questions", pass: "To pass", minutes: "Minutes", tries: "Tries", opens: "Opens", closes: "Closes", save: "Publish", saved: "Test published", empty: "No tests yet", emptyText: "Import the question bank, then make a test.", people: "{n} took it", passed: "{n} passed", average: "average {n}", rate: "Passed", inBank: "{n} in the bank", pick: "Choose a test", pickText: "Results and hard questions appear here.",
    result: "Results", best: "Best", triesDone: "Tries", at: "When", yes: "Passed", no: "Not passed", notTaken: "Not taken", hard: "Hard questions", wrong: "{wrong}/{asked} wrong", span: "{from} to {to}",
  },
  mine: {
    courses: "My courses", exams: "Open tests", noCourses: "No course is coming.", noExams: "No test is open now.", begin: "Begin", goOn: "Go on", left: "{n} tries left", best: "best {n}", passed: "Passed", closes: "closes {at}", about: "{n} questions · {minutes} min · {pass} to pass", handIn: "Hand in", missing: "{n} questions without an answer", ends: "Hand in before {at}", score: "{n} points", ok: "Passed", notOk: "Not passed", late: "Handed in late: not passed", right: "Right: {text}", why: "Why: {text}", back: "Back", kinds: { single: "One answer", multiple: "Several", judge: "True or false" } as Record<string, string>, judge: ["True", "False"],
  },
};
