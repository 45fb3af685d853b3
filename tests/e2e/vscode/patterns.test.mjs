// A question about a pattern in a real VS Code: it comes with the failing run, and its code leads to a page.
import assert from "node:assert/strict";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { browser, Code, ROOT } from "./host/code.mjs";
import { THEMES, Window } from "./host/window.mjs";

const SCREENSHOTS = join(ROOT, "build/screenshots");
const PROGRAM = "def collect(item, basket=[]):\n    basket.append(item)\n    return basket\n";
const TESTS = "from fruit import collect\n\n\ndef test_each_gets_its_own():\n    assert collect(1) == [1]\n    assert collect(2) == [2]\n";

describe("a pattern in VS Code", { timeout: 180_000 }, () => {
  let code, chromium, window, folder;

  before(async () => {
    await mkdir(SCREENSHOTS, { recursive: true });
    folder = await mkdtemp(join(tmpdir(), "gadfly-student-"));
    await writeFile(join(folder, "fruit.py"), PROGRAM);
    await writeFile(join(folder, "test_fruit.py"), TESTS);
    code = await Code.start({
      settings: { "workbench.colorTheme": THEMES.dark, "security.workspace.trust.enabled": false },
      machine: { "gadfly.wheelhouse": join(ROOT, "build/wheelhouse") },
    });
    chromium = await browser();
  });

  after(async () => {
    await chromium?.close();
    await code?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  test("it is asked about once a failing test came by, and its code opens a page that can be read", async () => {
    window = await Window.open(code, chromium, folder, "fruit.py");
    await window.status("waiting");
    assert.equal(await window.squiggles.count(), 0);
    await window.click("def collect");
    await window.press("Control+s");
    await window.status("failing");
    await window.squiggles.nth(1).waitFor(); // the headline, and the pattern
    await window.press("End", "ArrowLeft", "ArrowLeft", "ArrowLeft", "Control+k", "Control+i");
    const link = window.page.locator(".monaco-hover a", { hasText: "mutable-default" });
    await link.waitFor();
    await window.picture(join(SCREENSHOTS, "pattern.png"));
    await link.click();
    const page = window.page.frameLocator("iframe.webview.ready").frameLocator("iframe#active-frame");
    await page.getByRole("heading", { name: "A default value that every call shares" }).waitFor();
    await window.picture(join(SCREENSHOTS, "page.png"));
  });
});
