import type { EditorState, Text, Transaction, TransactionSpec } from "@codemirror/state";
import { format, type Format } from "./format";
import { pasted } from "./paste";

const keys: Record<string, Format> = { b: "bold", i: "italic", k: "link" };

/** The text in a plain text area, for who prefers one or listens to it. It takes part like the rich editor does. */
export class PlainText {
  readonly dom = document.createElement("textarea");
  composing = false;

  constructor(
    public state: EditorState,
    label: string,
    private readonly changed: () => void,
    private readonly moved: () => void,
    private readonly rested: () => void,
  ) {
    this.dom.className = "text-plain";
    this.dom.rows = 14;
    this.dom.spellcheck = true;
    this.dom.setAttribute("aria-label", label);
    this.dom.readOnly = state.readOnly;
    this.dom.value = state.doc.toString();
    this.dom.setSelectionRange(state.selection.main.from, state.selection.main.to);
    this.dom.addEventListener("input", () => this.typed());
    this.dom.addEventListener("select", () => this.moved());
    this.dom.addEventListener("keyup", () => this.moved());
    this.dom.addEventListener("blur", () => this.moved());
    this.dom.addEventListener("compositionstart", () => (this.composing = true));
    this.dom.addEventListener("compositionend", () => {
      this.composing = false;
      this.rested();
    });
    this.dom.addEventListener("keydown", event => this.pressed(event));
    this.dom.addEventListener("paste", event => this.pasted(event));
  }

  get hasFocus(): boolean {
    return document.activeElement === this.dom;
  }

  focus(): void {
    this.dom.focus();
  }

  destroy(): void {
    this.dom.remove();
  }

  /** Takes in a step of somebody else, or of the toolbar. Whoever types keeps their place. */
  dispatch(transaction: Transaction): void {
    const [scroll, end] = [this.dom.scrollTop, transaction.selection];
    let shift = 0;
    transaction.changes.iterChanges((from, to, _, __, inserted: Text) => {
      this.dom.setRangeText(inserted.toString(), from + shift, to + shift, "preserve");
      shift += inserted.length - (to - from);
    });
    this.state = transaction.state;
    this.dom.readOnly = this.state.readOnly;
    if (end) this.dom.setSelectionRange(end.main.from, end.main.to);
    this.dom.scrollTop = scroll;
    if (transaction.docChanged) this.changed();
  }

  /** The same with what the text area has selected now. */
  apply(make: (state: EditorState) => TransactionSpec): void {
    this.select();
    this.dispatch(this.state.update(make(this.state)));
    this.focus();
  }

  /** Lets the state know what is selected. */
  select(): void {
    this.state = this.state.update({ selection: { anchor: this.dom.selectionStart, head: this.dom.selectionEnd } }).state;
  }

  private typed(): void {
    const [before, after] = [this.state.doc.toString(), this.dom.value];
    if (before === after) return;
    this.state = this.state.update({ changes: between(before, after) }).state;
    this.changed();
  }

  private pressed(event: KeyboardEvent): void {
    const kind = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey ? keys[event.key.toLowerCase()] : undefined;
    if (!kind || this.state.readOnly) return;
    event.preventDefault();
    this.apply(state => format(kind, state));
  }

  private pasted(event: ClipboardEvent): void {
    const words = this.state.readOnly ? null : pasted(event);
    if (!words) return;
    event.preventDefault();
    this.apply(state => state.replaceSelection(words));
  }
}

/** The smallest replacement that makes one text of another, never within a character. */
export function between(before: string, after: string): { from: number; to: number; insert: string } {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  if (start > 0 && /[\ud800-\udbff]/.test(before[start - 1]!)) start--;
  let end = 0;
  while (end < shorter - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
  if (end > 0 && /[\udc00-\udfff]/.test(before[before.length - end]!)) end--;
  return { from: start, to: before.length - end, insert: after.slice(start, after.length - end) };
}
