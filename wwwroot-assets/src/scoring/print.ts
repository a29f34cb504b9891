/** A button that prints the page, in the place of a word on how to. */
class Print extends HTMLElement {
  connectedCallback(): void {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "button quiet";
    button.textContent = this.getAttribute("label");
    button.addEventListener("click", () => window.print());
    this.replaceChildren(button);
  }
}

customElements.define("co-print", Print);
