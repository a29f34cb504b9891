import { EditorView } from "@codemirror/view";
import type { Extension } from "@codemirror/state";
import TurndownService from "turndown";

const turndown = new TurndownService({ headingStyle: "atx", bulletListMarker: "-", codeBlockStyle: "fenced", emDelimiter: "*", hr: "---" });
turndown.remove(["script", "style", "meta", "title", "noscript", "iframe", "object"] as (keyof HTMLElementTagNameMap)[]);
turndown.addRule("picture", { filter: ["img", "picture"], replacement: () => "" });
turndown.addRule("struck", { filter: node => /^(DEL|S|STRIKE)$/.test(node.nodeName), replacement: words => words.trim() ? `~~${words}~~` : words });
turndown.addRule("link", {
  filter: "a",
  replacement: (words, node) => {
    const address = (node as HTMLElement).getAttribute("href") ?? "";
    return words.trim() && /^(https?:\/\/|mailto:)[^\s()<>]+$/i.test(address) ? `[${words.trim()}](${address})` : words;
  },
});
turndown.addRule("cell", { filter: ["td", "th"], replacement: words => ` ${words.trim().replace(/\s*\n\s*/g, " ").replaceAll("|", "\\|")} |` });
turndown.addRule("row", {
  filter: "tr",
  replacement: (cells, node) => {
    const row = node as HTMLTableRowElement;
    const first = row === row.closest("table")?.querySelector("tr");
    return `\n|${cells}${first ? `\n|${" --- |".repeat(row.children.length)}` : ""}`;
  },
});
turndown.addRule("rows", { filter: ["thead", "tbody", "tfoot"], replacement: rows => rows });
turndown.addRule("table", { filter: "table", replacement: rows => `\n\n${rows.trim()}\n\n` });

/** What a web page or a word processor put on the clipboard, as Markdown: words, headings, lists, tables and links, nothing else. */
export function toMarkdown(html: string): string {
  const page = new DOMParser().parseFromString(html, "text/html");
  for (const item of Array.from(page.querySelectorAll<HTMLElement>("p[class*='MsoListParagraph']"))) asListItem(page, item);
  for (const styled of Array.from(page.querySelectorAll<HTMLElement>("span[style], b[style]"))) asEmphasis(page, styled);
  return turndown.turndown(page.body).replace(/\u00a0/g, " ").replace(/[ \t]+$/gm, "").replace(/\n{3,}/g, "\n\n").trim();
}

/** A word processor writes the items of a list as paragraphs, with the bullet as a word of its own. */
function asListItem(page: Document, item: HTMLElement): void {
  const mark = Array.from(item.querySelectorAll<HTMLElement>("span[style]")).find(span => /mso-list:\s*ignore/i.test(span.getAttribute("style") ?? ""));
  const kind = /^\s*\(?\w+[.)]/.test(mark?.textContent ?? "") ? "ol" : "ul";
  mark?.remove();
  const made = page.createElement("li");
  made.append(...Array.from(item.childNodes));
  const before = item.previousElementSibling;
  if (before?.matches(`${kind}[data-pasted]`)) {
    before.append(made);
    item.remove();
  } else {
    const list = page.createElement(kind);
    list.dataset["pasted"] = "";
    list.append(made);
    item.replaceWith(list);
  }
}

/** Some programs say bold and italic by style alone, and some wrap all that they copy in a bold that isn't. */
function asEmphasis(page: Document, styled: HTMLElement): void {
  const style = styled.getAttribute("style") ?? "";
  const [bold, slanted] = [/font-weight:\s*(bold|[6-9]00)/i.test(style), /font-style:\s*italic/i.test(style)];
  const plain = styled.nodeName === "B" && /font-weight:\s*(normal|400)/i.test(style);
  if (!bold && !slanted && !plain || styled.closest("h1, h2, h3, h4, h5, h6, th")) return;
  const outer = page.createElement(plain ? "span" : bold ? "strong" : "em");
  const inner = bold && slanted ? page.createElement("em") : outer;
  if (inner !== outer) outer.append(inner);
  inner.append(...Array.from(styled.childNodes));
  styled.replaceWith(outer);
}

/** The Markdown of what is being pasted; null where it is plain words anyway. */
export function pasted(event: ClipboardEvent): string | null {
  const html = event.clipboardData?.getData("text/html");
  return html ? toMarkdown(html) : null;
}

/** Pastes as Markdown. */
export const paste: Extension = EditorView.domEventHandlers({
  paste(event, view) {
    const words = view.state.readOnly ? null : pasted(event);
    if (!words) return false;
    event.preventDefault();
    view.dispatch(view.state.replaceSelection(words), { userEvent: "input.paste", scrollIntoView: true });
    return true;
  },
});
