/** Asks in the page's own dialog; true when the answer is yes. */
export function ask(question: string, yes: string): Promise<boolean> {
  const dialog = document.getElementById("confirm");
  const words = document.getElementById("confirm-words");
  const button = dialog?.querySelector<HTMLButtonElement>("[data-yes]");
  if (!(dialog instanceof HTMLDialogElement) || !words || !button) return Promise.resolve(true);
  words.textContent = question;
  button.textContent = yes;
  dialog.returnValue = "";
  dialog.showModal();
  return new Promise((resolve) => dialog.addEventListener("close", () => resolve(dialog.returnValue === "yes"), { once: true }));
}
