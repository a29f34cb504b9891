// Runs one script of this folder in Node, bundled first, so that it can use the TypeScript of the editor itself:
// node test/run.mjs <script> [arguments]. Talks in lines of JSON over standard input and output.
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const { outputFiles } = await build({
  entryPoints: [join(here, `${process.argv[2]}.mjs`)],
  bundle: true,
  format: "esm",
  platform: "node",
  target: "node20",
  write: false,
});
await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString("base64")}`);
