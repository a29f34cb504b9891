import { StateEffect, StateField, type Extension, type Text } from "@codemirror/state";
import { Decoration, type DecorationSet, EditorView, WidgetType } from "@codemirror/view";
import type { Pointed } from "./wire";

const colours = 5;
const shown = StateEffect.define<Pointed[]>();

/** Somebody's name where they write. Drawn by the style sheet: no part of the words, and not read aloud. */
class Flag extends WidgetType {
  constructor(private readonly participant: string, private readonly name: string) {
    super();
  }

  override eq(other: Flag): boolean {
    return other.participant === this.participant && other.name === this.name;
  }

  override toDOM(): HTMLElement {
    const flag = document.createElement("span");
    flag.className = "text-pointer";
    flag.dataset["colour"] = String(parseInt(this.participant.slice(0, 6), 16) % colours);
    flag.setAttribute("aria-hidden", "true");
    flag.dataset["name"] = this.name;
    return flag;
  }
}

function flags(points: Pointed[], doc: Text): DecorationSet {
  const places = points.flatMap(({ participant, name, selection }) => {
    const head = selection?.head;
    return typeof head === "number" && head >= 0
      ? [Decoration.widget({ widget: new Flag(participant, name), side: 1 }).range(Math.min(head, doc.length))]
      : [];
  });
  return Decoration.set(places, true);
}

const field = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(now, transaction) {
    const moved = now.map(transaction.changes);
    const effect = transaction.effects.findLast(one => one.is(shown));
    return effect ? flags(effect.value, transaction.newDoc) : moved;
  },
  provide: self => EditorView.decorations.from(self),
});

/** Shows where others write. */
export const pointers: Extension = field;

/** Puts everybody's flag where they write now. */
export function showPointers(view: EditorView, points: Pointed[]): void {
  view.dispatch({ effects: shown.of(points) });
}
