import { sendableUpdates } from "@codemirror/collab";
import { StateEffect, StateField, type EditorState, type Extension } from "@codemirror/state";
import { Decoration, type DecorationSet, EditorView } from "@codemirror/view";
import type { Marked } from "./wire";

const marked = StateEffect.define<Marked[]>();

const field = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(now, transaction) {
    const effect = transaction.effects.findLast(one => one.is(marked));
    return effect ? marks(effect.value, transaction.state) : now.map(transaction.changes);
  },
  provide: self => EditorView.decorations.from(self),
});

/** What the server says of its version, brought over what was typed here since. */
function marks(remarks: Marked[], state: EditorState): DecorationSet {
  const pending = sendableUpdates(state);
  const places = remarks.flatMap(({ id, suggests, from, to }) => {
    for (const { changes } of pending) [from, to] = [changes.mapPos(from, 1), changes.mapPos(to, -1)];
    const name = suggests ? "remark-mark suggests" : "remark-mark";
    return from < to ? [Decoration.mark({ class: name, attributes: { "data-remark": id } }).range(from, to)] : [];
  });
  return Decoration.set(places, true);
}

/** Marks the words that people said something about; pressing them leads there. */
export const remarks: Extension = [
  field,
  EditorView.domEventHandlers({
    click(event) {
      const id = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-remark]")?.dataset["remark"] : undefined;
      if (!id || !getSelection()?.isCollapsed) return;
      const there = document.getElementById(`said-${id}`);
      there?.scrollIntoView({ block: "nearest" });
      there?.classList.remove("pointed");
      requestAnimationFrame(() => there?.classList.add("pointed"));
    },
  }),
];

/** The step that puts the marks where they belong now. */
export function markRemarks(said: Marked[]): { effects: StateEffect<Marked[]> } {
  return { effects: marked.of(said) };
}

/** Opens the form in which something is said about the text, and puts in the words that are selected. */
export function askAbout(form: "comment" | "suggest", state: EditorState): void {
  const fields = document.querySelector<HTMLFormElement>(`form#${form}`);
  if (!fields) return;
  const { from, to } = state.selection.main;
  const words = state.sliceDoc(from, to).replace(/\s+/g, " ").trim();
  fields.closest("details")?.setAttribute("open", "");
  set(fields, "quote", words);
  set(fields, "near", String(from));
  if (form === "suggest" && words) set(fields, "instead", words);
  const next = fields.elements.namedItem(form === "suggest" ? "instead" : "text");
  if (next instanceof HTMLElement) next.focus();
}

function set(form: HTMLFormElement, name: string, value: string): void {
  const field = form.elements.namedItem(name);
  if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) field.value = value;
}
