/** Passkeys: shown only where the browser can use them. */
import { announce } from "./announce";

interface PasskeyMaker {
  parseCreationOptionsFromJSON(options: unknown): PublicKeyCredentialCreationOptions;
  parseRequestOptionsFromJSON(options: unknown): PublicKeyCredentialRequestOptions;
}

export function start(): void {
  const maker = window.PublicKeyCredential as unknown as Partial<PasskeyMaker> | undefined;
  if (!maker?.parseCreationOptionsFromJSON || !maker.parseRequestOptionsFromJSON) return;
  for (const button of document.querySelectorAll<HTMLButtonElement>("[data-passkey]")) {
    button.hidden = false;
    button.addEventListener("click", () => void use(button, maker as PasskeyMaker));
  }
}

async function use(button: HTMLButtonElement, maker: PasskeyMaker): Promise<void> {
  const isNew = button.dataset["passkey"] === "new";
  button.disabled = true;
  try {
    const options: unknown = await (await post(isNew ? "/passkeys/new-options" : "/passkeys/sign-in-options", "")).json();
    const credential = isNew
      ? await navigator.credentials.create({ publicKey: maker.parseCreationOptionsFromJSON(options) })
      : await navigator.credentials.get({ publicKey: maker.parseRequestOptionsFromJSON(options) });
    await post(isNew ? "/passkeys/new" : "/passkeys/sign-in", JSON.stringify(credential));
    if (isNew) location.reload();
    else location.assign(button.dataset["return"] ?? "/projects");
  } catch {
    const words = isNew ? "The passkey was not added. You can try again." : "That passkey didn’t sign you in. Try again, or use your email address.";
    announce(words);
    say(button, words);
  } finally {
    button.disabled = false;
  }
}

async function post(address: string, body: string): Promise<Response> {
  const token = document.querySelector<HTMLInputElement>("input[name=__RequestVerificationToken]")?.value ?? "";
  const answer = await fetch(address, { method: "POST", body, headers: { "Content-Type": "application/json", RequestVerificationToken: token } });
  if (!answer.ok) throw new Error(String(answer.status));
  return answer;
}

function say(button: HTMLButtonElement, words: string): void {
  const there = button.parentElement?.querySelector<HTMLElement>(".trouble-note");
  const note = there ?? document.createElement("p");
  note.className = "trouble-note";
  note.textContent = words;
  button.after(note);
}
