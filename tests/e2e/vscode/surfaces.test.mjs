// All that lies around the dialogue, in a real VS Code as classrooms set it up: no lens, no hover, no light bulb, no squiggles.
import assert from "node:assert/strict";
import { join } from "node:path";
import { before, describe } from "node:test";
import { browser, Code, ROOT } from "./host/code.mjs";
import { inSteps, screenshot } from "./host/steps.mjs";
import { copyOfExample, THEMES, Window } from "./host/window.mjs";

const BARE = {
  "editor.codeLens": false,
  "editor.hover.enabled": "off",
  "editor.lightbulb.enabled": "off",
  "editor.renderValidationDecorations": "off",
  "problems.visibility": false,
  "comments.openView": "never",
};

describe("by keyboard, in a bare VS Code", { timeout: 300_000 }, () => {
  let code, chromium, window, student;
  const { step, ending } = inSteps(() => window);

  before(async () => {
    student = await ending(copyOfExample("average"));
    code = await ending(Code.start({
      settings: { ...BARE, "workbench.colorTheme": THEMES.dark, "security.workspace.trust.enabled": false },
      machine: { "gadfly.wheelhouse": join(ROOT, "build/wheelhouse") },
    }));
    chromium = await ending(browser());
  });

  const picture = (name) => window.picture(screenshot(name));

  step("a key leads from a failing test to the question", async () => {
    window = await Window.open(code, chromium, student.folder, "average.py");
    await window.status("waiting");
    await window.click("def average");
    await window.press("Control+s");
    await window.status("failing");
    await window.press("Control+Alt+g", "t");
    await window.question.getByText("average([2, 4])").waitFor();
    assert.equal(await window.lens.count(), 0);
    assert.equal(await window.squiggles.count(), 0);
  });

  step("it is answered in the code, where the next question comes", async () => {
    await window.press("Control+Alt+g", "c");
    await window.answerInCode("What should average([2, 4]) give?", "3");
    await window.answerInCode("How many times does the body of the loop on line 4 run", "1");
    await window.askedInCode("What is i in the first pass of the loop on line 4");
    await picture("comments");
    await window.log.getByText("How many times does the body of the loop on line 4 run").waitFor();
  });

  step("the panel ticks what is understood by now", async () => {
    const steps = window.panel.getByRole("list", { name: "What you know so far" }).getByRole("listitem");
    await steps.filter({ hasText: "Known: what the test wants" }).waitFor();
    await steps.filter({ hasText: "Not yet: that it works now" }).waitFor();
  });

  step("what is supposed at the cursor is checked against the run", async () => {
    await window.press("Control+1", "Home", "Control+Alt+g", "n"); // back to the program, where the comment is: line 5
    await window.panel.locator(".notebook .value:focus-within").waitFor();
    await window.page.keyboard.type("6");
    await window.press("Enter");
    await window.panel.locator(".notes").getByText("Not so. In the run it was 4.").waitFor();
  });

  step("the recorded run is gone through with the arrow keys, in the panel and in the code", async () => {
    await window.press("Control+Alt+g", "v");
    await window.panel.locator(".steps .next:focus").waitFor();
    await window.panel.getByText("Step 1 of", { exact: false }).first().waitFor();
    await window.press("ArrowRight", "ArrowRight");
    await window.panel.locator(".steps").getByText("Step 3 of").waitFor();
    await window.panel.getByText("The steps end where the open question begins.").waitFor();
    await window.panel.getByRole("table", { name: "Names in average" }).getByRole("row", { name: "total" }).waitFor();
    await window.marked.first().waitFor();
    for (const theme of ["light", "high-contrast", "high-contrast-light", "dark"]) {
      await window.theme(theme);
      await picture(`run-${theme}`);
    }
  });
});
