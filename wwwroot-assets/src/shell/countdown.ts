import { announce } from "./announce";

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;

/** What is left, in the largest unit of which there are two at least. */
export function left(seconds: number): string {
  if (seconds < 0) return "The deadline has passed.";
  for (const [size, name] of [[day, "days"], [hour, "hours"], [minute, "minutes"]] as const) {
    if (seconds >= 2 * size) return `${Math.floor(seconds / size)} ${name} left.`;
  }
  const whole = Math.floor(seconds);
  return `${whole} second${whole === 1 ? "" : "s"} left.`;
}

/** Counts down to a deadline by the server's clock. It is heard an hour, ten minutes and a minute before, and when it passes. */
class Countdown extends HTMLElement {
  static observedAttributes = ["ends", "now"];
  private ticking: number | undefined;
  private ahead = 0;
  private previous = Number.NaN;

  connectedCallback(): void {
    this.setAttribute("role", "timer");
    this.draw();
    this.ticking = window.setInterval(() => this.draw(), 1000);
  }

  attributeChangedCallback(name: string): void {
    if (name === "now") this.ahead = Date.parse(this.getAttribute("now") ?? "") - Date.now();
    else this.previous = Number.NaN;
    if (this.isConnected) this.draw();
  }

  disconnectedCallback(): void {
    window.clearInterval(this.ticking);
  }

  private draw(): void {
    const seconds = (Date.parse(this.getAttribute("ends") ?? "") - Date.now() - this.ahead) / 1000;
    const words = left(seconds);
    if (this.textContent !== words) this.textContent = words;
    for (const mark of [hour, 10 * minute, minute, 0]) {
      if (this.previous > mark && seconds <= mark) announce(left(seconds));
    }
    this.previous = seconds;
  }
}

customElements.define("co-countdown", Countdown);
