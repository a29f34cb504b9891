import { announce } from "../shell/announce";

/** What is left, in words that fit beside a drawing of it: "4:07", or "Time is up" once it is; a timer never stops anybody. */
export function shown(seconds: number): string {
  if (seconds <= 0) return "Time is up";
  const whole = Math.ceil(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}

/** Counts down by the server's clock. */
export class Timer extends HTMLElement {
  static observedAttributes = ["ends", "left", "now"];
  private ticking: number | undefined;
  private ahead = 0;
  private previous = Number.NaN;

  connectedCallback(): void {
    this.setAttribute("role", "timer");
    this.start();
  }

  attributeChangedCallback(name: string): void {
    if (name === "now") this.ahead = Date.parse(this.getAttribute("now") ?? "") - Date.now();
    if (this.isConnected) this.start();
  }

  disconnectedCallback(): void {
    window.clearInterval(this.ticking);
  }

  private start(): void {
    window.clearInterval(this.ticking);
    this.previous = Number.NaN;
    this.draw();
    if (this.getAttribute("ends")) this.ticking = window.setInterval(() => this.draw(), 500);
  }

  private draw(): void {
    const ends = this.getAttribute("ends");
    const left = ends ? (Date.parse(ends) - Date.now() - this.ahead) / 1000 : Number(this.getAttribute("left"));
    this.textContent = shown(left);
    this.toggleAttribute("over", left <= 0);
    if (this.previous > 60 && left <= 60) announce("One minute is left.");
    if (this.previous > 0 && left <= 0) announce("Time is up. You can still go on.");
    this.previous = left;
  }
}
