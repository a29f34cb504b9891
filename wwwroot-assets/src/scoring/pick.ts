import { announce } from "../shell/announce";

/** A button that takes the words which somebody picked out in one part of the page over into a field. */
class Pick extends HTMLElement {
  private readonly button = document.createElement("button");
  private readonly look = () => this.keep();
  private picked = "";

  connectedCallback(): void {
    this.button.type = "button";
    this.button.className = "button quiet small";
    this.button.textContent = this.getAttribute("label");
    this.button.addEventListener("click", () => this.take());
    this.append(this.button);
    document.addEventListener("selectionchange", this.look);
  }

  disconnectedCallback(): void {
    document.removeEventListener("selectionchange", this.look);
    this.button.remove();
  }

  /** Pressing the button may already have let the words go, so they are kept from before. */
  private keep(): void {
    const selection = document.getSelection();
    const from = document.getElementById(this.getAttribute("from") ?? "");
    if (!selection || selection.isCollapsed || !from?.contains(selection.anchorNode) || !from.contains(selection.focusNode)) return;
    this.picked = selection.toString().trim();
  }

  private take(): void {
    const field = document.getElementById(this.getAttribute("to") ?? "");
    if (!(field instanceof HTMLTextAreaElement)) return;
    if (this.picked === "") return announce(this.getAttribute("none") ?? "");
    field.value = this.picked.slice(0, field.maxLength > 0 ? field.maxLength : undefined);
    field.dispatchEvent(new Event("input", { bubbles: true }));
    field.focus();
    this.picked = "";
  }
}

customElements.define("co-pick", Pick);
