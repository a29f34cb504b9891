/** Sends a form with files and shows how far it is, which fetch can't tell. */
import { announce } from "./announce";

/** Whether files were chosen in a form. */
export function hasFiles(form: HTMLFormElement): boolean {
  return Array.from(form.querySelectorAll<HTMLInputElement>("input[type=file]")).some((input) => (input.files?.length ?? 0) > 0);
}

/** The answer, as fetch would give it; fails where nothing answers. */
export function send(form: HTMLFormElement, words: FormData, headers: Record<string, string>): Promise<Response> {
  const bar = document.createElement("progress");
  bar.max = 1;
  bar.setAttribute("aria-label", "How much is sent");
  const shown = document.createElement("p");
  shown.className = "sending";
  shown.append(bar, " ", document.createElement("span"));
  (form.querySelector(".actions") ?? form).append(shown);
  announce("Sending…");
  return request(form.action, words, headers, (share) => {
    bar.value = share;
    shown.lastElementChild!.textContent = share < 1 ? `${Math.floor(share * 100)}% sent` : "Sent. Checking it…";
  }).finally(() => shown.remove());
}

function request(address: string, words: FormData, headers: Record<string, string>, progress: (share: number) => void): Promise<Response> {
  return new Promise((resolve, reject) => {
    const sent = new XMLHttpRequest();
    sent.open("POST", address);
    for (const [name, value] of Object.entries(headers)) sent.setRequestHeader(name, value);
    sent.upload.addEventListener("progress", (event) => progress(event.lengthComputable ? event.loaded / event.total : 0));
    sent.upload.addEventListener("load", () => progress(1));
    sent.addEventListener("load", () => {
      const known = sent.getResponseHeader("X-Return");
      resolve(new Response(sent.responseText, { status: sent.status, headers: known ? { "X-Return": known } : {} }));
    });
    sent.addEventListener("error", () => reject(new TypeError("Nothing answered.")));
    sent.send(words);
  });
}
