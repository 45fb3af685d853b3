// Opens a real VS Code with Gadfly on a copy of an example, in this machine's browser: node code.mjs [EXAMPLE]
import { existsSync } from "node:fs";
import { join } from "node:path";
import { Code, ROOT } from "./host/code.mjs";
import { copyOfExample, THEMES } from "./host/window.mjs";

const example = process.argv[2] ?? "average";
const wheelhouse = join(ROOT, "build/wheelhouse");
const { folder, remove } = await copyOfExample(example);
const code = await Code.start({
  settings: { "workbench.colorTheme": THEMES.dark, "security.workspace.trust.enabled": false },
  machine: existsSync(wheelhouse) ? { "gadfly.wheelhouse": wheelhouse } : {},
});

console.log(`VS Code is open at\n\n  ${code.address(folder, `${example}.py`)}\n\nChoose the gadfly on the left. Ctrl+C ends it.`);
for (const signal of ["SIGINT", "SIGTERM"]) {
  process.once(signal, async () => {
    await code.stop();
    await remove();
    process.exit(0);
  });
}
