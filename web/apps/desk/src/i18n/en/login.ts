import type zh from "../zh/login";

const words: typeof zh = {
  title: "Log in", district: "City operations centre", username: "Account", password: "Password", submit: "Log in", submitting: "Logging in",
  wrong: "Account or password is wrong", wrongText: "Check capitals and input method. Too many wrong tries lock the account for a while.",
  locked: "Locked for a while", lockedText: "Too many wrong tries. Try again in {time}, or ask the administrator for a one-time link.", lockedSoon: "a moment",
  seconds: "{n} seconds", minutes: "{n} minutes", disabled: "This account is disabled", disabledText: "Ask the administrator.",
  demoTitle: "Demo accounts", demoText: "All data of the demo district is invented. Choose an account.", demoPassword: "Every password is {password}.",
  showPassword: "Show password", hidePassword: "Hide password", caps: "Caps Lock is on",
  setTitle: "Set a password", setText: "This link works once. Set your password to enter.", changeTitle: "Change password",
  changeText: "First log-in or expired password: choose a new one.", changeOwn: "The new password is used from the next log-in on.", old: "Present password",
  fresh: "New password", again: "New password again", setSubmit: "Set password", changeSubmit: "Change password",
  mismatch: "The two new passwords differ", rule: "At least 10 characters; two of letters, digits, signs", linkInvalid: "This link no longer works",
  linkInvalidText: "It was used or has expired. Ask the administrator for another.", changed: "Password changed", toLogin: "To log-in",
};
export default words;
