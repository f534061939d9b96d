/** Bring an element into the view of the page by scrolling the page alone: scrollIntoView also moves what surrounds it. */
export function reveal(element: Element | null | undefined, margin = 16): void {
  const main = element?.closest<HTMLElement>("main");
  if (!element || !main) return;
  const [seen, wanted] = [main.getBoundingClientRect(), element.getBoundingClientRect()];
  if (wanted.top < seen.top + margin) main.scrollTop += wanted.top - seen.top - margin;
  else if (wanted.bottom > seen.bottom - margin) main.scrollTop += Math.min(wanted.bottom - seen.bottom + margin, wanted.top - seen.top - margin);
}
