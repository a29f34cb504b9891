import { announce } from "../shell/announce";

const quietKey = "codesign-quiet";
const pause = 10_000;

/** Tells who listens what others did: politely, at most once in ten seconds, and not at all for who wants quiet. */
export class News extends HTMLElement {
  static observedAttributes = ["says"];
  private last = 0;
  private waiting: number | undefined;

  connectedCallback(): void {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "quiet-switch";
    button.addEventListener("click", () => {
      if (isQuiet()) localStorage.removeItem(quietKey);
      else localStorage.setItem(quietKey, "yes");
      this.label(button);
    });
    this.label(button);
    this.replaceChildren(button);
    this.last = Date.now();
  }

  attributeChangedCallback(_name: string, before: string | null): void {
    if (before === null || isQuiet() || this.waiting !== undefined) return;
    const left = Math.max(0, this.last + pause - Date.now());
    this.waiting = window.setTimeout(() => {
      this.waiting = undefined;
      this.last = Date.now();
      if (!isQuiet()) announce(this.getAttribute("says") ?? "");
    }, left);
  }

  disconnectedCallback(): void {
    window.clearTimeout(this.waiting);
    this.waiting = undefined;
  }

  private label(button: HTMLButtonElement): void {
    button.textContent = isQuiet() ? "Read out what others do" : "Don’t read out what others do";
  }
}

function isQuiet(): boolean {
  return localStorage.getItem(quietKey) === "yes";
}
