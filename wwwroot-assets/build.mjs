// Bundles what runs in the browser into the app's wwwroot. The bundles are committed, so running the app needs no Node.
import { readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const wwwroot = process.argv[2] ?? join(here, "../CoDesign.App/wwwroot");
const scripts = readdirSync(join(here, "src")).filter(name => name.endsWith(".ts"))
  .map(name => ({ in: join(here, "src", name), out: `js/${name.slice(0, -3)}` }));

await build({
  entryPoints: [...scripts, { in: join(here, "styles/app.css"), out: "css/app" }],
  outdir: wwwroot,
  external: ["/fonts/*"],
  absWorkingDir: here,
  bundle: true,
  format: "esm",
  target: "es2022",
  minify: true,
  legalComments: "none",
  charset: "utf8",
});
