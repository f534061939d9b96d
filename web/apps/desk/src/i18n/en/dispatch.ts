export default {
  panel: {
    title: "Who should handle it", waiting: "Looking who should handle this…", none: "No proposal yet: no rule speaks of it and no closed case is like it. Please dispatch by hand.", failed: "The proposal could not be read", accept: "Accept",
    acceptTitle: "Alt+{n} accepts: dispatch to {unit}", first: "First choice", share: "Confidence", why: "Because", with: "with {units}", similar: "Closed cases most like it", category: "Category may be", categoryShare: "{name} ({share})",
    done: "Dispatched to {unit}", undo: "Withdraw", undone: "Dispatch withdrawn", accepted: "Accepted: dispatched to the first choice, {unit}", corrected: "Corrected: {proposed} was proposed, {final} was given it", alone: "Dispatched to {unit} by the platform. Withdraw or reassign it if that is wrong.",
    madeAt: "made {at}", model: "model {n}", noModel: "without a model", again: "The case has changed; looking again…", notYet: "Can be dispatched once it is accepted.", handled: "handled by {unit}", reasons: "Show reasons", hint: "Proposed: {unit}", hintTitle: "{unit}, confidence {share} ({source})",
  },
  sources: { rule: "Rule", responsibility: "Responsibility list", precedent: "Precedent", model: "Model", similar: "Similar cases", habit: "Habit" },
  register: { title: "Who should handle it", empty: "Write down what it is about; here you see who should handle it.", use: "Use this category" },
  page: {
    title: "Learning to dispatch", intro: "The platform learns from closed cases who should handle what: it proposes, and where it is sure it may dispatch alone. Every figure opens its cases.",
    tabs: { figures: "First dispatch", acting: "Acting alone", models: "Models" },
  },
  figures: {
    title: "First dispatch right", message: "{n} first dispatches from {from} to {to}; {share} stayed where they were sent", empty: "Nothing was dispatched in this time", emptyText: "Once cases are dispatched, this tells by month, category and unit whether the first dispatch was right.",
    definition: "Right: the unit that was given the case first went on with it. Cases that another unit had to take, or that were withdrawn, count as wrong. Cases in hand count as right for now.", month: "Month", category: "Category", unit: "First unit", all: "First dispatches", right: "Right", wrong: "Wrong",
    proposed: "With a proposal", accepted: "Accepted", corrected: "Corrected", alone: "Alone", alone_wrong: "Alone, wrong", share: "First dispatch right", adopted: "Accepted", trend: "First dispatch right by month", byCategory: "By category", byUnit: "By first unit", none: "No category",
    span: "Time", months: "Last {n} months", oneMonth: "Only {month}", back: "All months", more: "Show the other {n}", shareTitle: "{part} / {whole}", chart: "Chart", table: "Table",
  },
  acting: {
    title: "Acting alone", intro: "Dispatches alone only in categories where it is sure; all are off at first. The cut is fitted by cross-validation of past cases for {wanted} precision; every day it is compared with what people decided, and it switches itself off and tells the dispatchers when it is wrong too often. Urgent, sensitive and supervised cases are always left to people.",
    noModel: "No model is in use", noModelText: "Train a version under Models first, then switch categories on.", empty: "No category has been tried yet", emptyText: "Once a version is trained, the cut of every category stands here.",
    category: "Category", state: "State", on: "Acting alone", off: "Off", stopped: "Stopped itself", cannot: "Not sure enough", cut: "Cut", precision: "Precision", coverage: "Coverage", lately: "Last 60 days", sure: "Above the cut", right: "Right", wrong: "Wrong", alone: "Alone",
    turnOn: "Let the platform dispatch “{name}” alone", turnOff: "Dispatch “{name}” by hand", turnedOn: "“{name}” is dispatched alone now", turnedOff: "“{name}” is dispatched by hand now", by: "{name} {at}", fitted: "{n} cases tried",
    why: { too_few: "too few cases tried", not_sure: "no cut is {wanted} precise", later: "not precise enough on later cases" },
    dry: "For categories that are off, this is what would have been.", checkedAt: "compared {at}", showAll: "Show {n} categories that are not sure enough", showFew: "Only categories with a cut", readOnly: "Shift leaders and system administrators switch this.",
  },
  models: {
    title: "Models", train: "Train now", trainTitle: "Train a new version on closed cases; it is put to use only if it is better than the running one", training: "Training. You may leave; this page will tell when it is done.", started: "Training has begun", few: "Not enough closed cases yet: {n} of {fewest}.", fewText: "Until then proposals come from rules, the responsibility list, precedents and similar cases, without a model.",
    none: "Nothing was trained yet", noneText: "Training runs every night; you may also begin now.", version: "Version {n}", by: "{name} {at}", promote: "Put to use", rollBack: "Go back to this version", promoted: "Version {n} is in use", use: "in use since {at}, {name}", gone: "its files are gone, only the card is kept",
    states: { training: "Training", ready: "Not in use", running: "In use", retired: "Retired", failed: "Failed" },
    learnt: "Learnt from {n} cases (closed {from} to {to}), {units} units", tried: "Tried on {n} cases closed later ({from} to {to})", right: "First place right", wrong: "First place wrong", top3: "Among the first three", categories: "Category right", compared: "On the same cases version {n} had {m} right",
    seconds: "took {n} s", card: "Card", byCategory: "Tried by category", category: "Category", asked: "Tried", share: "Right", uncategorised: "No category", showCard: "Show its card", hideCard: "Hide",
  },
  gathered: {
    kinds: {
      all: "first dispatches", kept: "first dispatch right", wrong: "first dispatch wrong", proposed: "with a proposal", accepted: "proposal accepted", corrected: "proposal corrected", alone: "dispatched alone", alone_wrong: "dispatched alone, then changed",
      sure: "above the cut", sure_right: "above the cut and right", sure_wrong: "above the cut and wrong",
    },
    tried: { all: "cases on which version {n} was tried", kept: "cases that version {n} got right", wrong: "cases that version {n} got wrong" },
    since: "since {month}", days: "last {n} days", none: "no category",
  },
};
