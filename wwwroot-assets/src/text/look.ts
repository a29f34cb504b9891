import { HighlightStyle, Language, defineLanguageFacet, syntaxHighlighting, syntaxTree } from "@codemirror/language";
import { RangeSetBuilder, type EditorState, type Extension, type Range } from "@codemirror/state";
import { Decoration, type DecorationSet, EditorView, ViewPlugin, type ViewUpdate, WidgetType } from "@codemirror/view";
import { tags } from "@lezer/highlight";
import { GFM, parser } from "@lezer/markdown";

const markdown = new Language(defineLanguageFacet(), parser.configure(GFM), [], "markdown");

const style = HighlightStyle.define([
  { tag: tags.strong, fontWeight: "700" },
  { tag: tags.emphasis, fontStyle: "italic" },
  { tag: tags.strikethrough, textDecoration: "line-through" },
  { tag: tags.link, textDecoration: "underline" },
  { tag: tags.monospace, fontFamily: "var(--mono)" },
  { tag: tags.processingInstruction, opacity: "0.7" },
]);

const hidden = Decoration.replace({});
const marks = new Set(["HeaderMark", "EmphasisMark", "StrikethroughMark", "CodeMark", "LinkMark", "QuoteMark", "URL", "LinkTitle"]);

/** What stands for a mark on lines that nobody is writing in. */
class Sign extends WidgetType {
  constructor(private readonly sign: string) {
    super();
  }

  override eq(other: Sign): boolean {
    return other.sign === this.sign;
  }

  override toDOM(): HTMLElement {
    const shown = document.createElement("span");
    shown.className = "md-sign";
    shown.textContent = this.sign;
    return shown;
  }
}

const bullet = Decoration.replace({ widget: new Sign("•") });
const done = Decoration.replace({ widget: new Sign("☑") });
const open = Decoration.replace({ widget: new Sign("☐") });

function linesInUse(view: EditorView): Set<number> {
  const lines = new Set<number>();
  if (!view.hasFocus) return lines;
  for (const range of view.state.selection.ranges) {
    for (let n = view.state.doc.lineAt(range.from).number; n <= view.state.doc.lineAt(range.to).number; n++) lines.add(n);
  }
  return lines;
}

function decorate(view: EditorView): DecorationSet {
  const [state, inUse] = [view.state, linesInUse(view)];
  const found: Range<Decoration>[] = [];
  for (const { from, to } of view.visibleRanges) {
    syntaxTree(state).iterate({
      from, to,
      enter(node) {
        const level = /^(?:ATX|Setext)Heading(\d)$/.exec(node.name)?.[1];
        const line = state.doc.lineAt(node.from);
        if (level) found.push(Decoration.line({ class: `md-h${level}` }).range(line.from));
        if (node.name === "Blockquote") found.push(Decoration.line({ class: "md-quote" }).range(line.from));
        if (node.name === "Table") rows(state, node.from, node.to, found);
        if (inUse.has(line.number) || node.to > line.to) return;
        const sign = signFor(state, node.name, node.from, node.to);
        if (sign) found.push(sign);
      },
    });
  }
  const builder = new RangeSetBuilder<Decoration>();
  for (const one of found.sort((a, b) => a.from - b.from || a.value.startSide - b.value.startSide)) builder.add(one.from, one.to, one.value);
  return builder.finish();
}

function rows(state: EditorState, from: number, to: number, found: Range<Decoration>[]): void {
  for (let at = from; at <= to;) {
    const line = state.doc.lineAt(at);
    found.push(Decoration.line({ class: "md-table" }).range(line.from));
    at = line.to + 1;
  }
}

function signFor(state: EditorState, name: string, from: number, to: number): Range<Decoration> | null {
  const parent = syntaxTree(state).resolveInner(from, 1).parent;
  if (name === "ListMark") return /^[-*+]$/.test(state.sliceDoc(from, to)) ? bullet.range(from, to) : null;
  if (name === "TaskMarker") return (/x/i.test(state.sliceDoc(from, to)) ? done : open).range(from, to);
  if (!marks.has(name) || name === "URL" && parent?.name !== "Link") return null;
  const end = (name === "HeaderMark" || name === "QuoteMark") && state.sliceDoc(to, to + 1) === " " ? to + 1 : to;
  return from < end ? hidden.range(from, end) : null;
}

const shown = ViewPlugin.fromClass(class {
  decorations: DecorationSet;

  constructor(view: EditorView) {
    this.decorations = decorate(view);
  }

  update(update: ViewUpdate): void {
    // What somebody is composing must not be drawn anew under their hands.
    if (update.view.composing) this.decorations = this.decorations.map(update.changes);
    else if (update.docChanged || update.selectionSet || update.viewportChanged || update.focusChanged || syntaxTree(update.startState) !== syntaxTree(update.state)) this.decorations = decorate(update.view);
  }
}, { decorations: plugin => plugin.decorations });

/** Headings, bold, lists and links look as such; the marks that make them show on the line that is being written. */
export const look: Extension = [markdown, syntaxHighlighting(style), shown];
