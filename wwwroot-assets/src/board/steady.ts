import { isTyping } from "./typing";

/**
 * Keeps the page where it is for somebody who is writing when this grows or shrinks above them. Browsers hold on to whatever stands
 * first in the window; where that is a part of this, what is being written would move. Only what they left undone is done here.
 */
export class Steady extends HTMLElement {
  private height = 0;
  private scrolled = 0;
  private leaving = new AbortController();
  private readonly watching = new ResizeObserver(() => this.hold());

  connectedCallback(): void {
    this.leaving = new AbortController();
    this.height = this.offsetHeight;
    this.scrolled = window.scrollY;
    window.addEventListener("scroll", () => (this.scrolled = window.scrollY), { passive: true, signal: this.leaving.signal });
    this.watching.observe(this);
  }

  disconnectedCallback(): void {
    this.leaving.abort();
    this.watching.disconnect();
  }

  private hold(): void {
    const left = this.offsetHeight - this.height - (window.scrollY - this.scrolled);
    this.height = this.offsetHeight;
    if (left !== 0 && isTyping()) window.scrollBy({ top: left, behavior: "instant" });
    this.scrolled = window.scrollY;
  }
}
