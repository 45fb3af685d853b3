// Bundles the extension and its panel into build/extension, and with --tests the unit tests into build/test.
import { copyFile, mkdir, readdir, rm } from "node:fs/promises";
import { build } from "esbuild";

const minify = process.argv.includes("--minify");
const shared = { bundle: true, minify, sourcemap: minify ? false : "inline", logLevel: "warning", legalComments: "none" };
const node = { ...shared, platform: "node", target: "node20" };
const out = "build/extension";

await rm(out, { recursive: true, force: true });
await mkdir(out, { recursive: true });
await build({
  ...node,
  entryPoints: ["vscode-extension/src/extension.ts"],
  outfile: `${out}/extension.js`,
  format: "cjs",
  external: ["vscode"],
});
await build({
  ...shared,
  entryPoints: ["vscode-extension/panel/panel.ts", "vscode-extension/panel/panel.css"],
  outdir: out,
  format: "iife",
  target: "chrome128",
});
for (const name of ["codicon.css", "codicon.ttf"]) {
  await copyFile(`node_modules/@vscode/codicons/dist/${name}`, `${out}/${name}`);
}

if (process.argv.includes("--tests")) {
  const folder = "vscode-extension/test";
  const tests = (await readdir(folder)).filter((name) => name.endsWith(".test.ts"));
  await rm("build/test", { recursive: true, force: true });
  await build({
    ...node,
    entryPoints: tests.map((name) => `${folder}/${name}`),
    outdir: "build/test",
    outExtension: { ".js": ".mjs" },
    format: "esm",
    alias: { vscode: `./${folder}/editor.cjs` },
    banner: { js: 'import { createRequire } from "node:module";\nconst require = createRequire(import.meta.url);' }, // for packages that are no modules
  });
}
