import { EditorSelection, type ChangeSpec, type EditorState, type TransactionSpec } from "@codemirror/state";

/** What the toolbar can make of the selected words. */
export type Format = "bold" | "italic" | "heading" | "list" | "numbers" | "checklist" | "link" | "table";

const around = { bold: "**", italic: "*" } as const;
const table = "| What | Who |\n| --- | --- |\n|  |  |";

/** The step that makes it. The same in the rich editor and in the plain text area, since both keep Markdown. */
export function format(kind: Format, state: EditorState): TransactionSpec {
  switch (kind) {
    case "bold":
    case "italic":
      return wrap(around[kind], state);
    case "heading":
      return lines(state, /^#{1,6} /, () => "## ");
    case "list":
      return lines(state, /^[-*+] (?!\[[ xX]\] )/, () => "- ");
    case "numbers":
      return lines(state, /^\d+[.)] /, index => `${index + 1}. `);
    case "checklist":
      return lines(state, /^[-*+] \[[ xX]\] /, () => "- [ ] ");
    case "link":
      return link(state);
    case "table":
      return insertTable(state);
  }
}

function wrap(mark: string, state: EditorState): TransactionSpec {
  return {
    ...state.changeByRange(range => {
      const words = state.sliceDoc(range.from, range.to);
      if (isMarked(mark, state, range.from, range.to)) {
        const changes = [{ from: range.from - mark.length, to: range.from }, { from: range.to, to: range.to + mark.length }];
        return { changes, range: EditorSelection.range(range.from - mark.length, range.to - mark.length) };
      }
      const from = range.from + mark.length;
      return { changes: { from: range.from, to: range.to, insert: mark + words + mark }, range: EditorSelection.range(from, from + words.length) };
    }),
    scrollIntoView: true,
    userEvent: "input",
  };
}

/** One star is italic, two are bold, three are both. */
function isMarked(mark: string, state: EditorState, from: number, to: number): boolean {
  const before = /\*{0,3}$/.exec(state.sliceDoc(Math.max(0, from - 3), from))![0].length;
  const after = /^\*{0,3}/.exec(state.sliceDoc(to, to + 3))![0].length;
  const stars = Math.min(before, after);
  return mark.length === 2 ? stars >= 2 : stars % 2 === 1;
}

/** Puts something in front of each line, or takes it away where every line has it. Another kind of front goes first. */
function lines(state: EditorState, own: RegExp, front: (index: number) => string): TransactionSpec {
  const { from, to } = state.selection.main;
  const [first, last] = [state.doc.lineAt(from).number, state.doc.lineAt(to).number];
  const chosen = Array.from({ length: last - first + 1 }, (_, i) => state.doc.line(first + i)).filter((line, _, all) => all.length === 1 || line.text.trim());
  const remove = chosen.length > 0 && chosen.every(line => own.test(line.text));
  const changes: ChangeSpec[] = chosen.map((line, index) => {
    const old = /^(#{1,6} |[-*+] \[[ xX]\] |[-*+] |\d+[.)] )/.exec(line.text)?.[0] ?? "";
    return { from: line.from, to: line.from + old.length, insert: remove ? "" : front(index) };
  });
  return { changes, scrollIntoView: true, userEvent: "input" };
}

function link(state: EditorState): TransactionSpec {
  const { from, to } = state.selection.main;
  const words = state.sliceDoc(from, to);
  const isAddress = /^https?:\/\/\S+$/.test(words);
  const insert = isAddress ? `[](${words})` : `[${words}](https://)`;
  const cursor = isAddress || !words ? from + 1 : from + insert.length - 1;
  return { changes: { from, to, insert }, selection: { anchor: cursor }, scrollIntoView: true, userEvent: "input" };
}

function insertTable(state: EditorState): TransactionSpec {
  const line = state.doc.lineAt(state.selection.main.to);
  const before = line.text.trim() ? "\n\n" : line.number > 1 && state.doc.line(line.number - 1).text.trim() ? "\n" : "";
  const insert = `${before}${table}\n`;
  return {
    changes: { from: line.to, insert },
    selection: { anchor: line.to + insert.length - "  |  |\n".length + 1 },
    scrollIntoView: true,
    userEvent: "input",
  };
}
