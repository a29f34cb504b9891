/** Buttons that print the page. Without scripts they aren't shown; the browser's own menu prints it as well. */
export function start(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>("button[data-print]")) {
    button.hidden = false;
    button.addEventListener("click", () => window.print());
  }
}
