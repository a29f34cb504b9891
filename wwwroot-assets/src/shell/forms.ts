/** Sends forms without loading the page again. Without this they work the same, by plain posting. */
import { announce } from "./announce";
import { ask } from "./confirm";
import * as drafts from "./drafts";
import * as upload from "./upload";

const sending = new WeakSet<HTMLFormElement>();

const saidKey = "codesign-said";

export function start(): void {
  const said = sessionStorage.getItem(saidKey);
  sessionStorage.removeItem(saidKey);
  if (said) announce(said);
  for (const form of formsIn(document)) drafts.restore(form);
  document.addEventListener("input", (event) => withForm(event.target, drafts.keep));
  document.addEventListener("change", (event) => withForm(event.target, drafts.keep));
  document.addEventListener("submit", (event) => {
    if (event.target instanceof HTMLFormElement && event.target.method === "post") void submit(event, event.target);
  });
}

function formsIn(root: ParentNode): HTMLFormElement[] {
  return Array.from(root.querySelectorAll<HTMLFormElement>("form[data-form]"));
}

function withForm(target: EventTarget | null, act: (form: HTMLFormElement) => void): void {
  const form = target instanceof Element ? target.closest<HTMLFormElement>("form[data-form]") : null;
  if (form) act(form);
}

async function submit(event: SubmitEvent, form: HTMLFormElement): Promise<void> {
  const button = event.submitter instanceof HTMLButtonElement ? event.submitter : null;
  const question = button?.dataset["confirm"];
  const enhanced = form.dataset["form"] !== undefined;
  if (!question && !enhanced) return;
  event.preventDefault();
  if (sending.has(form)) return;
  if (question && !(await ask(question, button?.textContent?.trim() ?? "Yes"))) return;
  if (!enhanced) return form.submit();
  sending.add(form);
  button?.setAttribute("aria-busy", "true");
  try {
    await send(form, button);
  } finally {
    sending.delete(form);
    button?.removeAttribute("aria-busy");
  }
}

async function send(form: HTMLFormElement, button: HTMLButtonElement | null): Promise<void> {
  const words = new FormData(form, button ?? undefined);
  const sent = drafts.read(form);
  let answer: Response;
  try {
    const headers = { "X-Form": "script", Accept: "text/html" };
    answer = upload.hasFiles(form) ? await upload.send(form, words, headers) : await fetch(form.action, { method: "POST", body: words, headers });
  } catch {
    announce("That could not be sent. Your words are still here: try again in a moment.");
    showTrouble(form, "We can’t reach the server just now. Your words are still here: try again in a moment.");
    return;
  }
  const next = answer.headers.get("X-Return");
  if (answer.ok && next) done(form, button, sent, new URL(next, document.baseURI));
  else await refused(form, answer);
}

function done(form: HTMLFormElement, button: HTMLButtonElement | null, sent: Record<string, string[]>, next: URL): void {
  drafts.forget(form);
  const stays = next.pathname === location.pathname && next.search === location.search && form.dataset["after"] !== "reload";
  if (!stays) {
    if (next.pathname === location.pathname && next.search === location.search) {
      // A button that saves nothing says so by words of its own, or by none.
      sessionStorage.setItem(saidKey, button?.dataset["said"] ?? "Saved.");
      history.replaceState(null, "", next);
      location.reload();
    } else location.assign(next);
    return;
  }
  form.querySelector(".error-summary")?.remove();
  for (const error of form.querySelectorAll(".field .error")) error.remove();
  for (const field of form.querySelectorAll(".has-error")) field.classList.remove("has-error");
  for (const field of form.querySelectorAll("[aria-invalid]")) field.removeAttribute("aria-invalid");
  document.title = document.title.replace(/^Error: /, "");
  // What was typed while it was on its way stays.
  const now = drafts.read(form);
  form.reset();
  const typedSince = Object.fromEntries(Object.entries(now).filter(([name, values]) => values.join("\n") !== sent[name]?.join("\n")));
  drafts.write(form, typedSince);
  renew(form);
  showSaved(form);
}

/** The next words are another act. */
function renew(form: HTMLFormElement): void {
  const operation = form.elements.namedItem("$operation");
  if (operation instanceof HTMLInputElement) {
    operation.value = Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
  }
}

function showSaved(form: HTMLFormElement): void {
  const words = form.dataset["said"] ?? "Saved.";
  announce(words);
  const note = noteOf(form);
  note.textContent = words;
  note.className = "saved-note";
}

function showTrouble(form: HTMLFormElement, words: string): void {
  const note = noteOf(form);
  note.textContent = words;
  note.className = "trouble-note";
}

/** Beside the button; the announcer says it, so it says nothing itself. */
function noteOf(form: HTMLFormElement): HTMLElement {
  const there = form.querySelector<HTMLElement>(".saved-note, .trouble-note");
  there?.remove();
  const note = document.createElement("p");
  note.setAttribute("aria-hidden", "true");
  (form.querySelector(".actions") ?? form).append(note);
  return note;
}

async function refused(form: HTMLFormElement, answer: Response): Promise<void> {
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const shown = page.getElementById(form.id);
  if (answer.status !== 422 || !(shown instanceof HTMLFormElement)) {
    const words = page.querySelector("main h1")?.textContent ?? "Something went wrong on our side";
    announce(words);
    showTrouble(form, `${words}. Your words are still here: copy them, load the page again and send them once more.`);
    return;
  }
  const now = drafts.read(form);
  form.replaceChildren(...shown.childNodes);
  drafts.write(form, now);
  drafts.keep(form);
  document.title = page.title;
  form.querySelector<HTMLElement>(".error-summary")?.focus();
}
