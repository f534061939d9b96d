export default {
  jobs: {
    title: "Background jobs", intro: "What the platform does behind the scenes: reminders, sealing of records, imports. See why something failed and try it again.", states: {
      queued: "Waiting", running: "Running", failed: "Failed", cancelled: "Called off", done: "Done", all: "All",
    } as Record<string, string>,
    doneDay: "done in 24 hours", oldest: "the oldest has waited {time}", task: "Job", at: "Time", took: "Took", seconds: "{n} s", reason: "Why it failed", attempt: "try {n}", args: "Arguments", retry: "Try again",
    cancel: "Call off", stop: "Ask to stop", detail: "Details", retried: "Waiting again", cancelled: "Called off", copy: "Copy the details", scheduled: "planned for {at}",
    empty: {
      queued: "Nothing is waiting", running: "Nothing is running now", failed: "Nothing has failed", cancelled: "Nothing was called off", done: "Nothing was done in 24 hours", all: "This job has not run yet",
    } as Record<string, string>,
    emptyText: { failed: "All is well." }, tasks: "By the clock", next: "Next", last: "Last", day: "24 hours", runs: "{n} runs", failedRuns: "{n} failed", average: "{n} s on average",
    onDemand: "When needed", never: "Not in 24 hours", history: "All runs of “{task}”", allTasks: "All jobs", gone: "No details were kept",
    names: {
      "cases.watch": "Watch limits, remind", "cases.seal": "Seal the records of cases", "cases.follow_changes": "Limits follow calendars and rules", "channels.run_import": "Import a file", "channels.resume_imports": "Go on with broken imports",
      "channels.forget_imports": "Remove old import files", "kernel.retry_stalled": "Take over broken jobs", "kernel.scan_files": "Scan for viruses", "kernel.sweep_drafts": "Remove half uploads",
      "operations.forget_runs": "Forget old runs", "insight.merge": "Add up the board",
      "org.apply_master_data": "Master data takes effect", "org.run_trial": "Try a change of master data", "cases.wake_notices": "Wake notices", "insight.recount": "Count the board anew",
      "insight.digests": "Send summaries", "insight.read_now": "Read what came in", "insight.warn": "Look for warnings", "insight.forget_hits": "Forget old signs of warnings",
      "cases.repeats": "Look for repeated requests", "cases.sign": "Sign the words of cases", "cases.forget_signatures": "Forget old signatures", "dispatching.propose": "Propose units",
      "dispatching.learn": "Learn dispatching", "dispatching.check": "Check how far proposals hold", "dispatching.train": "Train dispatching", "replies.look_at_sent": "Check replies that were sent",
      "replies.ask_model": "Ask the language model for a reply", "replies.forget_answers": "Forget old drafts of replies",
    } as Record<string, string>,
  },
  system: {
    title: "System", intro: "Checked every 30 seconds.", checked: "Checked {at}", whole: { ok: "All is well", warn: "Something needs attention", bad: "Something needs doing now" } as Record<string, string>,
    states: { ok: "OK", warn: "Attention", bad: "Act", info: "Note" } as Record<string, string>, fault: "Could not be checked: {fault}", refresh: "Check now",
    names: {
      program: "Versions", worker: "Worker", queue: "Queue", backup: "Backup", disk: "Disk", database: "Database", certificate: "Certificate", seals: "Seals", live: "Live updates", channels: "Channels",
    } as Record<string, string>,
    program: { version: "chengyun {version}", parts: "Python {python} · PostgreSQL {postgresql} · {system}", schema: "Schema" },
    worker: { ok: "{n} working, last sign of life {at}", bad: "No worker is running: reminders and sealing have stopped. Start chengyun worker (or restart chengyun up).", never: "never" },
    queue: { line: "{due} waiting, {failed} failed", oldest: "the oldest has waited {time}", slow: "Jobs pile up: see whether the worker keeps up; CHENGYUN_WORKER_CONCURRENCY may be raised.", failed: "Some jobs have failed. See why under Background jobs.", open: "Open background jobs" },
    backup: { none: "No backup is known. Make one with chengyun db backup, every day by the clock.", last: "Last {at}, {size}", due: "No backup for more than 26 hours: see whether the daily one runs.", gone: "The file is no longer at {path}. If it was moved somewhere safe, all is well; else make one now.", keys: "Keys (keys/) and files (files/) are backed up separately." },
    disk: { line: "{free} of {total} free ({share})", low: "Little room is left: remove old backups and logs or enlarge the disk. Below 5 % the database may stop writing." },
    database: { line: "{size}, connections {used} / {most}", table: "Largest tables", rows: "about {n} rows", many: "Connections are close to the limit; use fewer processes or raise it." },
    certificate: { none: "No certificate is named (CHENGYUN_TLS_CERTIFICATE), so none is watched.", line: "Valid until {at}, {n} days left", soon: "Renew it soon: once it has expired nobody can open the pages." },
    seals: { line: "Last seal {at}", none: "Nothing sealed yet", late: "Some records have waited for a seal for more than an hour. See the job “Seal the records of cases”." },
    live: { line: "{n} web processes are pushing", none: "Nobody has the desk open now." },
    channels: { name: "Channel", day: "24 hours", last: "Latest", none: "None in 7 days", token: "Token last used", quiet: "A channel with a token brought nothing for 7 days: ask the other side.", closed: "Closed", open: "Open", quietWord: "Silent", idle: "Not used" },
    components: { title: "Components and licences", intro: "Everything open that this system is made of, and its licences.", server: "Server (Python): {n}", pages: "Pages (npm): {n}", name: "Component", version: "Version", licence: "Licence", dev: "Components of the pages are listed when they are built; there is no list while developing." },
    time: { seconds: "{n} s", minutes: "{n} min", hours: "{n} h" },
  },
  reads: {
    title: "Who saw what", intro: "Who looked at a requester's data, who exported or printed cases, and why. Every row opens its case.", at: "Time", who: "Who", how: "How", what: "What", why: "Why", clear: "Personal data", masked: "Masked",
    onlyClear: "Only with personal data", kinds: { unmask: "Saw a requester", export: "Exported a list", print: "Printed a case" } as Record<string, string>, anyKind: "Every way", number: "Case number", person: "Account", since: "From", until: "To",
    rows: "{n} cases", broken: "broke off", for: "for {name}", export: "Export", exportNote: "Exporting this is recorded too.", empty: "Nothing matches", none: "Nobody has looked, exported or printed yet", emptyText: "Try wider conditions.", more: "Earlier", reset: "Clear",
  },
};
