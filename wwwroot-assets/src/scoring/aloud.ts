import { sentences } from "./sentences";

/** The one part of the page that is being read; a second one stops the first. */
let reading: Aloud | undefined;

/** A button that reads a part of the page aloud by the browser's own speech. It isn't there where the browser has no voice. */
class Aloud extends HTMLElement {
  private readonly button = document.createElement("button");
  private readonly look = () => (this.button.hidden = speechSynthesis.getVoices().length === 0);
  private readonly hush = () => this.stop();

  connectedCallback(): void {
    if (!("speechSynthesis" in window)) return;
    this.button.type = "button";
    this.button.className = "button quiet small";
    this.button.addEventListener("click", () => (reading === this ? this.stop() : this.read()));
    this.append(this.button);
    this.name();
    this.look();
    speechSynthesis.addEventListener("voiceschanged", this.look);
    window.addEventListener("pagehide", this.hush);
  }

  disconnectedCallback(): void {
    if (!("speechSynthesis" in window)) return;
    this.stop();
    speechSynthesis.removeEventListener("voiceschanged", this.look);
    window.removeEventListener("pagehide", this.hush);
    this.button.remove();
  }

  private read(): void {
    reading?.stop();
    const words = sentences(document.getElementById(this.getAttribute("for") ?? "")?.innerText ?? "");
    if (words.length === 0) return;
    reading = this;
    // Sentence by sentence: browsers break off what takes them too long.
    words.forEach((sentence, index) => {
      const said = new SpeechSynthesisUtterance(sentence);
      said.lang = document.documentElement.lang;
      if (index === words.length - 1) said.addEventListener("end", () => this.ended());
      speechSynthesis.speak(said);
    });
    this.name();
  }

  private stop(): void {
    if (reading !== this) return;
    speechSynthesis.cancel();
    this.ended();
  }

  private ended(): void {
    if (reading !== this) return;
    reading = undefined;
    this.name();
  }

  private name(): void {
    this.button.textContent = this.getAttribute(reading === this ? "stop" : "label");
  }
}

customElements.define("co-aloud", Aloud);
