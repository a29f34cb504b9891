import { sendableUpdates } from "@codemirror/collab";
import { StateEffect, StateField, type ChangeDesc, type EditorState, type Extension, type Range, type TransactionSpec } from "@codemirror/state";
import { Decoration, type DecorationSet, EditorView } from "@codemirror/view";
import type { RemarkedText } from "./wire";

/** How much of the words after the cursor names the place; as much as the server's own choices have. */
const longestBeginning = 60;

const marked = StateEffect.define<RemarkedText>();
const pointed = StateEffect.define<string>();

const field = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(now, transaction) {
    const effect = transaction.effects.findLast(one => one.is(marked));
    return effect ? marks(effect.value, transaction.state) : transaction.docChanged ? moved(now, transaction.changes) : now;
  },
  provide: self => EditorView.decorations.from(self),
});

/** Marks go with their words: where all of these were replaced, nothing is marked. */
function moved(now: DecorationSet, changes: ChangeDesc): DecorationSet {
  const kept: { from: number; to: number }[] = [];
  changes.iterGaps((from, _, length) => kept.push({ from, to: from + length }));
  return now.update({ filter: (from, to) => kept.some(words => words.from < to && words.to > from) }).map(changes);
}

/** The tie at which somebody points beside the text. */
const tie = StateField.define<string>({
  create: () => "",
  update: (now, transaction) => transaction.effects.findLast(one => one.is(pointed))?.value ?? now,
});

const tieShown = Decoration.mark({ class: "tie-pointed" });

/** What the server says of its version, brought over what was typed here since. */
function marks(said: RemarkedText, state: EditorState): DecorationSet {
  const pending = sendableUpdates(state);
  const place = (from: number, to: number, mark: Decoration): Range<Decoration>[] => {
    for (const { changes } of pending) [from, to] = [changes.mapPos(from, 1), changes.mapPos(to, -1)];
    return from < to ? [mark.range(from, to)] : [];
  };
  return Decoration.set([
    ...said.remarks.flatMap(({ id, suggests, from, to }) =>
      place(from, to, Decoration.mark({ class: suggests ? "remark-mark suggests" : "remark-mark", attributes: { "data-remark": id } }))),
    ...said.ties.flatMap(({ id, from, to }) => place(from, to, Decoration.mark({ class: "tie-mark", attributes: { "data-tie": id }, tie: id }))),
  ], true);
}

function placesOf(state: EditorState, id: string): { from: number; to: number }[] {
  const found: { from: number; to: number }[] = [];
  if (id) state.field(field).between(0, state.doc.length, (from, to, mark) => void (mark.spec.tie === id && found.push({ from, to })));
  return found;
}

/** Marks the words that people said something about or tied to the thread; pressing them leads there. */
export const remarks: Extension = [
  field,
  tie,
  EditorView.decorations.compute([field, tie], state => Decoration.set(placesOf(state, state.field(tie)).map(({ from, to }) => tieShown.range(from, to)), true)),
  EditorView.domEventHandlers({
    click(event) {
      const mark = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-remark], [data-tie]")?.dataset : undefined;
      if (!mark || !getSelection()?.isCollapsed) return;
      const there = document.getElementById(mark["remark"] ? `said-${mark["remark"]}` : `tied-${mark["tie"]}`);
      there?.scrollIntoView({ block: "nearest" });
      there?.classList.remove("pointed");
      requestAnimationFrame(() => there?.classList.add("pointed"));
    },
  }),
];

/** The step that puts the marks where they belong now. */
export function markRemarks(said: RemarkedText): TransactionSpec {
  return { effects: marked.of(said) };
}

/** The step that marks the words of one tie, or of none. */
export function pointAtTie(id: string): TransactionSpec {
  return { effects: pointed.of(id) };
}

/** The step that leads to the words of a tie; null where they are gone. */
export function goToTie(state: EditorState, id: string): TransactionSpec | null {
  const [place] = placesOf(state, id);
  return place ? { selection: { anchor: place.from, head: place.to }, scrollIntoView: true } : null;
}

/** Opens the form in which something is said about the text, and puts in the words that are selected. */
export function askAbout(form: "comment" | "suggest" | "find-source", state: EditorState): void {
  const fields = document.querySelector<HTMLFormElement>(`form#${form}`);
  if (!fields) return;
  const { from, to } = state.selection.main;
  const words = state.sliceDoc(from, to).replace(/\s+/g, " ").trim();
  fields.closest("details")?.setAttribute("open", "");
  set(fields, form === "find-source" ? "about" : "quote", words);
  set(fields, "near", String(from));
  if (form === "suggest" && words) set(fields, "instead", words);
  const next = fields.elements.namedItem(form === "suggest" ? "instead" : form === "comment" ? "text" : "find");
  if (next instanceof HTMLElement) next.focus();
}

/** Opens the form in which the clause is split, with the place of the cursor as one to choose, and chosen. */
export function splitHere(state: EditorState): void {
  const fields = document.querySelector<HTMLFormElement>("form#split-clause");
  const places = fields?.elements.namedItem("place");
  if (!fields || !(places instanceof HTMLSelectElement)) return;
  let at = state.selection.main.head;
  const line = state.doc.lineAt(at);
  if (/^[\s#>*+-]*$/.test(state.sliceDoc(line.from, at))) at = line.from;
  at += /^\s*/.exec(state.sliceDoc(at))![0].length;
  const words = state.sliceDoc(at, at + longestBeginning).replace(/[\ud800-\udbff]$/, "").trim();
  places.querySelector("[data-cursor]")?.remove();
  if (words) {
    const here = new Option(`At the cursor: ${words.replace(/\s+/g, " ")}`, `${at}:${words}`, true, true);
    here.dataset["cursor"] = "";
    places.append(here);
  }
  fields.closest("details")?.setAttribute("open", "");
  const title = fields.elements.namedItem("title");
  if (title instanceof HTMLElement) title.focus();
}

function set(form: HTMLFormElement, name: string, value: string): void {
  const field = form.elements.namedItem(name);
  if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) field.value = value;
}
