export default {
  writebacks: {
    title: "Write-back", intro: "Each step of a case is told to the side it came from: in order, tried again when it does not arrive; what they refuse stays under “Failed” for a person.",
    tabs: { by_hand: "To fill in", dead: "Failed", waiting: "Waiting", all: "All" } as Record<string, string>,
    states: { waiting: "Waiting", sending: "Being sent", done: "Sent back", dead: "Failed", skipped: "Skipped", by_hand: "To fill in" } as Record<string, string>,
    filter: "Filter", door: "Channel", anyDoor: "All channels", search: "Case number, their number", find: "Find", onlyDoor: "Only {name}", clear: "Clear the filter",
    failed: "Messages could not be read", gone: "There is no such message", back: "Back to the list", more: "More", pick: "Choose a message", pickText: "On the left is what goes back through the channels.",
    empty: {
      by_hand: "Nothing to fill in by hand", by_handText: "For channels without an interface, what is to be told is listed here, to be copied to their platform.",
      dead: "Nothing failed", deadText: "What the other side refuses or never gets is listed here.", waiting: "Nothing waits", waitingText: "Everything has been sent.",
      all: "Nothing has gone back yet", allText: "Once a channel is connected, every step of its cases appears here.", found: "Nothing found", foundText: "Try another number, or clear the filter.",
    },
    about: "No. {seq} · {message}", theirs: "Their number {id}", case: "Case {number}", openCase: "Open the case",
    why: "Why it did not succeed", answered: "Their answer", status: "HTTP {status}", tries: "Tried {n} times", nextAt: "again at {at}", sentAt: "arrived {at}", receipt: "receipt {receipt}", madeAt: "made {at}", settledAt: "ended {at}", by: "by {who}",
    content: "Content", contentHidden: "You may not see what this case says.", copy: "Copy the content", copied: "Copied; paste it into their platform", behind: "{n} more of this case wait behind it until it succeeds or is skipped.", ahead: "“{message}” before it has not succeeded; this one waits for it.", fault: "Cannot be sent now",
    steps: "What people did", stepNames: { retry: "Retried", replay: "Sent anew", skip: "Skipped", filled: "Filled in" } as Record<string, string>,
    do: { retry: "Retry", replay: "Send anew", skip: "Skip", fill: "Filled in by hand" } as Record<string, string>,
    skipNote: "Why it is skipped (they will not know of this step)", replayNote: "Why it is sent anew (same number; they know it by that)", fillReceipt: "Their receipt number", fillNote: "Note (without a receipt: where it was filled in)", confirm: { replay: "Send anew", skip: "Skip", fill: "Filled in" } as Record<string, string>,
    did: { retry: "Queued again", replay: "Queued to be sent anew", skip: "Skipped", fill: "Noted as filled in" } as Record<string, string>,
    retryAll: "Retry all", retriedAll: "{n} queued again", wrong: "That did not work",
    health: {
      title: "How it goes back", states: { fine: "Fine", behind: "Behind", away: "Other side away", stalled: "Stalled", paused: "Closed", hand: "By hand" } as Record<string, string>,
      waiting: "Not sent back yet", dead: "Failed", today: "Arrived today", lastOut: "Last arrived", lastError: "Last error", never: "never", lag: "Oldest has waited", days: "d", nextTry: "again at {at}", none: "Nothing goes back here", noneText: "Choose a way out under “Connection”, and each step of a case is told by itself; without an interface choose “by hand”.",
    },
    day: {
      title: "Daily comparison", intro: "Their list of the day is asked for and compared case by case. Yesterday is compared every night.", button: "Compare this day", date: "Day", started: "Comparison begun; reload in a moment", none: "No day was compared yet", cannot: "No address of their list is set",
      states: { running: "Comparing", agreed: "Agreed", differs: "Differs", failed: "Failed" } as Record<string, string>,
      ours: "Ours", theirs: "Theirs", agreed: "Agreed", only_ours: "They lack", only_theirs: "We lack", unlike: "State differs", open: "Differences", close: "Close", more: "{n} more not listed", kind: "Difference", number: "Case", id: "Their number", oursState: "Our state", theirsState: "Their state", why: "Likely reason", at: "compared {at}",
    },
    system: { line: "{doors} channels connected, {waiting} messages wait", none: "Nothing goes back through any channel", still: "Standing still: {names}.", dead: "{n} failed.", open: "Open write-back" },
    inCase: { title: "Told to the channel", none: "Nothing to tell yet", line: "{message}", waits: "queued", failed: "Could not be read" },
  },
};
