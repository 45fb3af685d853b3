// The beginning of the story in Theia, which runs the same extension by other hands than VS Code's.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { before, describe } from "node:test";
import { browser, ROOT } from "../vscode/host/code.mjs";
import { inSteps, screenshot } from "../vscode/host/steps.mjs";
import { Theia, TheiaWindow } from "../vscode/host/theia.mjs";
import { copyOfExample } from "../vscode/host/window.mjs";

describe("a student in Theia", { timeout: 240_000 }, () => {
  let theia, chromium, window, student, untouched;
  const { step, ending } = inSteps(() => window);

  before(async () => {
    student = await ending(copyOfExample("average"));
    untouched = await readFile(student.program, "utf8");
    theia = await ending(Theia.start({
      settings: { "gadfly.wheelhouse": join(ROOT, "build/wheelhouse"), "security.workspace.trust.enabled": false },
    }));
    chromium = await ending(browser());
  });

  step("a save runs the tests, and two disagree", async () => {
    window = await TheiaWindow.open(theia, chromium, student.folder, "average.py");
    await window.status("waiting");
    await window.click("def average");
    await window.press("Control+s");
    await window.status("failing");
    await window.squiggles.first().waitFor();
  });

  step("the lens leads to the first question", async () => {
    await window.lens.click();
    await window.headline.getByText("2 tests disagree with average").waitFor();
    await window.question.getByText("average([2, 4])").waitFor();
    await window.panel.locator(".control:focus-within").waitFor();
  });

  step("an answer is marked against the test, and the next question comes", async () => {
    await window.answer("3", "Right");
    await window.question.getByText("How many times does the body of the loop on line 4 run").waitFor();
    await window.picture(screenshot("theia"));
    assert.equal(await readFile(student.program, "utf8"), untouched);
  });

  step("once the program is repaired, the tests pass, and what was quiet is gone", async () => {
    await window.click("for i in range");
    await window.press("Home", ...Array(15).fill("ArrowRight"), "Shift+ArrowRight", "Shift+ArrowRight", "Shift+ArrowRight", "Delete", "Control+s");
    await window.status("passing");
    await window.panel.locator("header.passing").waitFor();
    await window.squiggles.first().waitFor({ state: "detached" });
    await window.log.getByText("Right").first().waitFor();
  });
});
