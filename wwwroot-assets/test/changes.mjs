// What CodeMirror itself says of random histories: changes.mjs <seed> <histories>.
// Each history is a few rounds in which two people change the same text at once.
import { Text } from "@codemirror/state";
import { below, change, numbersFrom, words } from "./random.mjs";

const [seed, histories] = process.argv.slice(3).map(Number);
const random = numbersFrom(seed);
const lines = [];
for (let history = 0; history < histories; history++) {
  let doc = Text.of(words(random, 12).split("\n"));
  for (let round = 0, rounds = 1 + below(random, 4); round < rounds; round++) {
    const mine = change(random, doc);
    const theirs = change(random, doc);
    const mineOverTheirs = mine.map(theirs);
    const both = mineOverTheirs.apply(theirs.apply(doc));
    lines.push(JSON.stringify({
      history, text: doc.toString(), mine, theirs, afterMine: mine.apply(doc).toString(), both: both.toString(),
      mineOverTheirs, mineOverTheirsBefore: mine.map(theirs, true), theirsOverMineBefore: theirs.map(mine, true),
    }));
    doc = both;
  }
}
process.stdout.write(lines.join("\n") + "\n");
