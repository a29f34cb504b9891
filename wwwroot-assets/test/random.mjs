// Random texts and changes that come out the same for the same seed.
import { ChangeSet } from "@codemirror/state";

const pieces = ["a", "b", "c", " ", "\n", "é", "ß", "e\u0301", "😀", "👩‍👧", "🇬🇧", "**", "# "];

/** Numbers from 0 up to below 1, from a seed (mulberry32). */
export function numbersFrom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

export const below = (random, most) => Math.floor(random() * most);

export const words = (random, most) => Array.from({ length: below(random, most + 1) }, () => pieces[below(random, pieces.length)]).join("");

/** A place where no character is cut in two. */
function place(random, text, from, to) {
  const at = from + below(random, to - from + 1);
  const inside = at > 0 && at < text.length && /[\udc00-\udfff]/.test(text[at]) && /[\ud800-\udbff]/.test(text[at - 1]);
  return inside ? at - 1 : at;
}

function replacements(random, text) {
  const found = [];
  for (let from = 0, count = 1 + below(random, 3); count > 0; count--) {
    const start = place(random, text, from, text.length);
    const end = random() < 0.5 ? start : place(random, text, start, Math.min(text.length, start + 6));
    found.push({ from: start, to: end, insert: random() < 0.35 ? "" : words(random, 3) });
    from = end;
  }
  return found;
}

/** A change as an editor makes it: one or several replacements, at times one change on top of another. */
export function change(random, doc) {
  let made = ChangeSet.of(replacements(random, doc.toString()), doc.length, "\n");
  while (random() < 0.3) {
    const then = made.apply(doc);
    made = made.compose(ChangeSet.of(replacements(random, then.toString()), then.length, "\n"));
  }
  return made;
}
