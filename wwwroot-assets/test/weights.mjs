// What the sliders say of random weights: weights.mjs <seed> <cases>. All numbers are hundredths.
import { share } from "../src/weights/share.ts";
import { below, numbersFrom } from "./random.mjs";

const [seed, cases] = process.argv.slice(3).map(Number);
const random = numbersFrom(seed);
const lines = [];
for (let i = 0; i < cases; i++) {
  const weights = Array.from({ length: 1 + below(random, 12) }, () => 1 + below(random, below(random, 2) ? 100 : 10_000));
  const total = below(random, 2) ? 100 * (1 + below(random, 100)) : weights.length + below(random, 10_001 - weights.length);
  lines.push(JSON.stringify({ weights, total, shares: share(weights, total) }));
}
process.stdout.write(lines.join("\n") + "\n");
