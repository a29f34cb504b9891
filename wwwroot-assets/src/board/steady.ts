import { isTyping } from "./typing";

/**
 * Keeps what somebody is writing where it is in the window, whatever grows or shrinks above it. Browsers hold on to what stands
 * first in the window instead, which may be just what moves; the styles tell them not to while somebody writes.
 */
export class Steady extends HTMLElement {
  private place = 0;
  private scrolled = 0;
  private leaving = new AbortController();
  private readonly watching = new ResizeObserver(() => this.hold());

  connectedCallback(): void {
    this.leaving = new AbortController();
    const { signal } = this.leaving;
    document.addEventListener("focusin", () => this.note(), { signal });
    window.addEventListener("scroll", () => this.follow(), { passive: true, signal });
    this.note();
    const main = this.closest("main");
    if (main) this.watching.observe(main);
    this.watching.observe(this);
  }

  disconnectedCallback(): void {
    this.leaving.abort();
    this.watching.disconnect();
  }

  private note(): void {
    this.scrolled = window.scrollY;
    this.place = focused()?.getBoundingClientRect().top ?? 0;
  }

  /** Who scrolls moves what they are writing themselves. */
  private follow(): void {
    this.place -= window.scrollY - this.scrolled;
    this.scrolled = window.scrollY;
  }

  private hold(): void {
    this.follow();
    const field = focused();
    if (!field || !isTyping()) return;
    const moved = field.getBoundingClientRect().top - this.place;
    if (Math.abs(moved) < 1) return;
    window.scrollBy({ top: moved, behavior: "instant" });
    this.scrolled = window.scrollY;
  }
}

/** What has the focus within the page; nothing where only the page itself has. */
function focused(): Element | null {
  return document.activeElement?.closest("main *") ?? null;
}
