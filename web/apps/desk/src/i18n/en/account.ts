export default {
  title: "Account safety", confirmPassword: "Your password once more",
  code: {
    label: "One-time code", hint: "Open the authenticator app on your phone and type its 6 digits.", recovery: "Recovery code", recoveryHint: "From the list you kept when you set codes up; each works once.",
    useRecovery: "No phone at hand: use a recovery code", useApp: "Use the app instead", wrong: "The code is wrong or was used already", wrongText: "Wait for the next code and try again; the phone's clock must be right.", next: "Next",
  },
  password: {
    title: "Password", changed: "Last changed {at}.", never: "You have not changed it yet.", until: "To be changed before {at}.", soon: "Expires {at}",
    kinds: "At least two of letters, digits, signs", name: "Without the user name", length: "At least {n} characters", asked: "An administrator asks you to change your password.", expired: "Your password has expired. Please choose a new one.",
    first: "This is your first log-in. Please set a password of your own.",
  },
  factor: {
    title: "One-time codes", text: "Besides the password, log-in asks for 6 digits on your phone that change every 30 seconds. A stolen password alone lets nobody in.", on: "On", off: "Off", required: "Your role needs them",
    since: "On since {at}.", setup: "Set up one-time codes", begin: "Next", scan: "Scan this with an authenticator app (any that knows TOTP), then type the 6 digits it shows.", qr: "QR code for one-time codes",
    byHand: "Cannot scan? Type the key", confirm: "Turn on", remove: "Turn off one-time codes", removeText: "After this the password alone is enough.", removed: "One-time codes are off",
    mustTitle: "Set up one-time codes", mustText: "Your role needs one-time codes. Work begins once they are on.",
  },
  recovery: {
    title: "Recovery codes", text: "If you lose your phone, each of these stands in for one code. They are shown only now: write them down or print them, and keep them safe.", kept: "I have kept them",
    left: "{n} recovery codes left", renew: "New recovery codes", renewText: "All earlier recovery codes end.", copyFailed: "Could not copy; please write them down",
  },
  logIns: {
    title: "Where you are logged in", count: "{n} places", text: "If you do not know a device, end it and change your password.", here: "This one", line: "{address} · since {since} · last used {seen}", end: "End",
    endOthers: "End the other {n}", everywhere: "Log out everywhere (here too)", ended: "That log-in has ended", othersEnded: "All other log-ins have ended",
  },
  idle: {
    title: "About to log out", text: "Nothing was done for a while. In {n} seconds you will have to log in again. What you have not submitted is kept.", stay: "Stay", rule: "After {n} minutes without a key or click you log in again.", none: "There is no idle time-out.",
  },
  lock: {
    idle: "You were away for a while. Please log in again", ended: "Your log-in has ended. Please log in again", kept: "The page and what you have not submitted are still here.", submit: "Go on", other: "Log in as somebody else",
  },
  cover: {
    menu: "Act for a colleague", title: "Act for a colleague", intro: "For the time you choose you do a colleague's work under your own name. You see and do what they could, without administration; every step is recorded with both names, and they will see it.", who: "Colleague",
    search: "Name or user name", nobody: "There is nobody you may act for", another: "Somebody else", reason: "Reason", reasonHint: "e.g. called away, on leave", hours: "For", nHours: "{n} hours",
    start: "Start", stop: "Stop acting", banner: "You are acting for {name} until {at}. Every step is recorded with both names.", why: "Reason: {reason}", by: "{by} (for {name})",
  },
  covered: { title: "Who acted for me", text: "The last 20 times.", by: "By", from: "From", to: "To", now: "Now, until {at}" },
  log: {
    title: "Log-ins and accounts", events: "Log", states: "Accounts", intro: "Who logged in when and from where, why it failed, and what else happened to accounts.", at: "Time", who: "Account", what: "What", detail: "Details",
    from: "Address and device", by: "By", person: "Account", anyPerson: "All accounts", kind: "What", allKinds: "Everything", address: "Address", since: "From", until: "To", export: "Export", empty: "Nothing matches",
    emptyText: "Try wider conditions.", more: "Earlier", unknown: "(no such account)", wait: "has to wait {n} s", covers: "{by} for {name}", ended: "{n} ended", failures: "Failures only", reset: "Clear",
    kinds: {
      login: "Log-in", login_failed: "Log-in failed", logout: "Log-out", idle_logout: "Idle time-out", sessions_ended: "Other log-ins ended", logged_out_by_admin: "Logged out by administrator", unlocked: "Wait lifted",
      password_changed: "Password changed", link_issued: "One-time link issued", link_used: "Password set by link", change_asked: "New password asked for", second_factor_on: "One-time codes on",
      second_factor_off: "One-time codes off", recovery_codes_renewed: "New recovery codes", token_issued: "Access token issued", token_rotated: "Access token replaced", token_revoked: "Access token revoked", system_made: "System account made", system_changed: "System account changed", cover_started: "Acting for began", cover_ended: "Acting for ended",
      masterdata_imported: "Master data imported", masterdata_exported: "Master data exported", audit_exported: "Audit exported", passkey_added: "Passkey added", passkey_removed: "Passkey removed", identity_linked: "Central log-in linked", identity_unlinked: "Link undone", account_made: "New account noted",
      sign_in_way_changed: "Way to sign in changed", sign_in_way_removed: "Way to sign in deleted", people_synced: "Staff synced", people_source_changed: "Source of people changed",
    } as Record<string, string>,
    reasons: { password: "wrong password", unknown: "no such account", disabled: "account disabled", code: "wrong one-time code", passkey: "passkey does not fit",
      provider_down: "central log-in not reached", refused: "central log-in refused", bad_answer: "central log-in answered wrongly", expired: "took too long", ambiguous: "more than one account fits", conflict: "linked with another", link_first: "administrators link first", waiting: "new, waits for the administrator" } as Record<string, string>,
    ways: { password: "password", totp: "password and one-time code", recovery: "password and recovery code", password_passkey: "password and passkey", passkey: "passkey",
      oidc: "central log-in", oidc_totp: "central log-in and one-time code", oidc_recovery: "central log-in and recovery code", oidc_passkey: "central log-in and passkey", cas: "central log-in", cas_totp: "central log-in and one-time code", cas_recovery: "central log-in and recovery code", cas_passkey: "central log-in and passkey" } as Record<string, string>,
  },
  states: {
    intro: "Who is locked, who has no one-time codes yet, who is logged in; lift a wait, log out, ask for a new password.", search: "Name or user name", waiting: "Locked only", locked: "Locked until {at}", free: "Normal", off: "Disabled",
    factor: "One-time codes", factorOn: "On", factorOff: "Off", factorNeeded: "Needed", sessions: "Log-ins", seen: "Last log-in", never: "Never", must: { first: "First password due", asked: "New password due", expired: "Password expired" } as Record<string, string>,
    unlock: "Lift the wait", logOut: "Log out", requireChange: "Ask for new password", resetFactor: "Reset one-time codes", link: "One-time link", unlocked: "{name} may try again", loggedOut: "{name} was logged out in {n} places",
    asked: "{name} has to change the password first", reset: "{name}'s one-time codes are off", linkTitle: "One-time link", linkText: "Hand it to the person. Good for 72 hours, once; shown only now.", empty: "No account matches", noneLocked: "No account is locked",
    resetAsk: "Has {name} lost the phone? They then log in by password and set codes up again; all their log-ins end.", actions: "Actions", state: "State",
  },
};
