// Makes the picture in README: a student's program in VS Code, and the panel asking about a loop of it.
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { browser, Code, ROOT } from "./host/code.mjs";
import { copyOfExample, THEMES, Window } from "./host/window.mjs";

const student = await copyOfExample("average");
const code = await Code.start({
  settings: { "workbench.colorTheme": THEMES.dark, "security.workspace.trust.enabled": false, "breadcrumbs.enabled": false },
  machine: { "gadfly.wheelhouse": join(ROOT, "build/wheelhouse") },
});
const chromium = await browser();
try {
  const window = await Window.open(code, chromium, student.folder, "average.py", { width: 1100, height: 600, sharpness: 2 });
  await window.status("waiting");
  await window.click("def average");
  await window.press("Control+s");
  await window.status("failing");
  await window.lens.click();
  await window.answer("3", "Right");
  await window.question.getByText("How many times").waitFor();
  await mkdir(join(ROOT, "docs/images"), { recursive: true });
  await window.picture(join(ROOT, "docs/images/panel.png"));
} finally {
  await chromium.close();
  await code.stop();
  await student.stop();
}
