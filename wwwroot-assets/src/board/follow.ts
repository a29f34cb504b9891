import { isTyping } from "./typing";

/** Takes the page along when the group moves to another stage; who is typing gets a link instead, and goes when ready. */
export class Follow extends HTMLElement {
  static observedAttributes = ["stage"];

  attributeChangedCallback(): void {
    const moved = (this.getAttribute("stage") ?? "") !== (this.getAttribute("made") ?? "");
    this.toggleAttribute("moved", moved);
    if (moved && this.isConnected && !isTyping()) location.reload();
  }

  connectedCallback(): void {
    this.attributeChangedCallback();
  }
}
