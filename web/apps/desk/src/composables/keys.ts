import { onActivated, onBeforeUnmount, onDeactivated, onMounted } from "vue";

type Handler = (event: KeyboardEvent) => void;
/** "j", "?", "Escape"; with "mod+" for Ctrl or ⌘, "alt+" for Alt. */
export type KeyTable = Record<string, Handler>;

/** What Enter presses by itself. */
const PRESSED = "button, a[href], summary, [role='button'], [role='option'], [role='menuitem']";
const TYPING = "input, textarea, select, [contenteditable='true']";

export function nameOfKey(event: KeyboardEvent): string {
  const prefix = (event.ctrlKey || event.metaKey ? "mod+" : "") + (event.altKey ? "alt+" : "");
  return prefix + (event.key.length === 1 && prefix ? event.key.toLowerCase() : event.key);
}

/** Whether a modal dialog is in front (it deals with its own keys, Escape among them). */
function dialogOpen(): boolean {
  return [...document.querySelectorAll("[role='dialog'][aria-modal='true']")].some((dialog) => dialog.getClientRects().length > 0);
}

/** Plain letters are keys only where nobody is typing and no dialog is open; those with mod or alt always are. */
export function handleKey(event: KeyboardEvent, table: KeyTable): void {
  if (event.defaultPrevented || event.isComposing) return;
  const name = nameOfKey(event);
  const handler = table[name];
  if (!handler) return;
  const target = event.target as HTMLElement | null;
  const plain = !name.startsWith("mod+") && !name.startsWith("alt+");
  if (plain && target?.closest?.(TYPING)) return;
  if (name === "Enter" && target?.closest?.(PRESSED)) return;
  if (plain && dialogOpen()) return;
  event.preventDefault();
  handler(event);
}

/** Keys of a page, for as long as it is shown. */
export function useKeys(table: KeyTable): void {
  const listener = (event: KeyboardEvent) => handleKey(event, table);
  const on = () => document.addEventListener("keydown", listener);
  const off = () => document.removeEventListener("keydown", listener);
  onMounted(on);
  onActivated(on);
  onDeactivated(off);
  onBeforeUnmount(off);
}
