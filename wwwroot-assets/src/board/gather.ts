import { isTyping } from "./typing";

/** Brings what everybody is asked to look at into view, unless somebody is typing; the link beside it is always there. */
export class Gather extends HTMLElement {
  static observedAttributes = ["at"];

  attributeChangedCallback(): void {
    if (this.isConnected) this.show();
  }

  connectedCallback(): void {
    this.show();
  }

  private show(): void {
    const there = document.getElementById(this.getAttribute("at") ?? "");
    for (const before of document.querySelectorAll(".gathered-here")) before.classList.remove("gathered-here");
    if (!there) return;
    there.classList.add("gathered-here");
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    if (!isTyping()) there.scrollIntoView({ block: "center", behavior: calm ? "instant" : "smooth" });
  }

  disconnectedCallback(): void {
    for (const before of document.querySelectorAll(".gathered-here")) before.classList.remove("gathered-here");
  }
}
