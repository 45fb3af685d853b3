// The whole story in a real VS Code, through the packaged extension: a test fails, a student thinks, the tests pass.
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { before, describe } from "node:test";
import { browser, Code, ROOT } from "./host/code.mjs";
import { inSteps, screenshot } from "./host/steps.mjs";
import { copyOfExample, THEMES, Window } from "./host/window.mjs";

// A Python of the folder's own that leaves a mark outside when it is started; what it then runs can leave none.
async function markingPython(folder, mark) {
  await mkdir(join(folder, ".venv/bin"), { recursive: true });
  await writeFile(join(folder, ".venv/bin/python"), `#!/bin/sh\necho started >> "${mark}"\nexec python3 "$@"\n`, { mode: 0o755 });
}

describe("a student in VS Code", { timeout: 300_000 }, () => {
  let code, chromium, window, student, untouched, mark;
  const { step, ending } = inSteps(() => window);

  before(async () => {
    student = await ending(copyOfExample("average"));
    untouched = await readFile(student.program, "utf8");
    mark = join(student.folder, "../started.txt");
    await markingPython(student.folder, mark);
    code = await ending(Code.start({
      settings: { "workbench.colorTheme": THEMES.dark },
      machine: { "gadfly.wheelhouse": join(ROOT, "build/wheelhouse") },
    }));
    chromium = await ending(browser());
  });

  step("in a folder that is not trusted, nothing runs", async () => {
    window = await Window.open(code, chromium, student.folder, "average.py");
    await window.status("not trusted");
    await window.press("Control+Alt+g", "g");
    await window.panel.getByRole("button", { name: "Manage trust" }).waitFor();
    assert.equal(existsSync(mark), false);
    assert.equal(await window.squiggles.count(), 0);
  });

  step("once it is trusted, a save runs the tests, and two disagree", async () => {
    await window.panel.getByRole("button", { name: "Manage trust" }).click();
    await window.page.getByRole("button", { name: "Trust", exact: true }).click();
    await window.page.getByText("You trust this folder").click();
    await window.press("Escape");
    await window.page.getByRole("tab", { name: "average.py" }).click(); // of which the oldest VS Code shows another
    await window.status("waiting");
    await window.click("def average");
    await window.press("Control+s");
    await window.status("failing");
    assert.equal(existsSync(mark), true);
    await window.squiggles.first().waitFor();
    await window.headline.getByText("2 tests disagree with average").waitFor();
  });

  step("the lens leads to the first question", async () => {
    await window.lens.click();
    await window.question.getByText("average([2, 4])").waitFor();
    await window.panel.locator(".control:focus-within").waitFor();
  });

  step("the first answer is marked against the test, by keyboard alone", async () => {
    await window.answer("3", "Right");
    await window.question.getByText("How many times does the body of the loop on line 4 run").waitFor();
  });

  step("the panel is at home in every theme", async () => {
    for (const theme of ["light", "high-contrast", "high-contrast-light", "dark"]) {
      await window.theme(theme);
      await window.picture(screenshot(`question-${theme}`));
    }
  });

  step("a wrong answer meets what the run did and the idea behind it, and the next question is answered right", async () => {
    await window.press("Control+Alt+g", "a");
    await window.answer("2", "You said 2. In the run it was 1.");
    await window.question.getByText("What does it print").waitFor();
    await window.picture(screenshot("concept"));
    await window.answer("2", "Python gives");
    await window.question.getByText("What is i in the first pass of the loop on line 4").waitFor();
  });

  step("the place is shown and marked for a moment", async () => {
    await window.press("Control+Alt+g", "p");
    await window.marked.first().waitFor();
    await window.picture(screenshot("place"));
    await window.marked.first().waitFor({ state: "detached" });
  });

  step("no action offers an edit", async () => {
    await window.click("def average");
    await window.press("Home", "F8", "Escape", "Control+.");
    const actions = window.page.locator(".action-widget .monaco-list-row.action");
    await actions.filter({ hasText: "Think it through" }).waitFor();
    const titles = (await actions.allInnerTexts()).join("\n");
    assert.doesNotMatch(titles, /fix|replace|change|remove|insert/i);
    await window.press("Escape");
    assert.equal(await readFile(student.program, "utf8"), untouched);
  });

  step("the dialogue is still there after a reload", async () => {
    const before = await window.log.innerText();
    const asked = await window.question.innerText();
    await window.page.reload();
    await window.status("waiting");
    await window.log.getByText("You said 2. In the run it was 1.").waitFor();
    assert.equal(await window.log.innerText(), before);
    assert.equal(await window.question.innerText(), asked);
    await window.picture(screenshot("back"));
  });

  step("and goes on where it ended", async () => {
    await window.press("Control+Alt+g", "a");
    await window.answer("1", "Right");
    await window.status("failing");
  });

  step("after the last question more is offered, and there at a key", async () => {
    const turns = window.log.locator(".turn");
    const more = window.panel.getByRole("button", { name: "More" });
    for (let asked = 0; asked < 15 && !(await more.isVisible()); asked++) {
      const last = await turns.count();
      await window.panel.getByRole("button", { name: "Skip it" }).click();
      await turns.nth(last + 1).waitFor();
    }
    await more.waitFor();
    const before = await turns.count();
    await window.press("Control+Alt+g", "m");
    await turns.nth(before + 1).waitFor(); // the wish, and what it brought
    await window.panel.getByRole("button", { name: "I am stuck" }).waitFor();
    await window.picture(screenshot("direction"));
  });

  step("a server that is killed comes back, and nothing that was said is lost", async () => {
    const before = await window.log.innerText();
    process.kill(await code.server(), "SIGKILL");
    await window.status("waiting");
    await window.log.getByText("You said 2. In the run it was 1.").waitFor();
    assert.equal(await window.log.innerText(), before);
  });

  step("the student repairs the program, the tests pass, and what was quiet is gone", async () => {
    await window.click("for i in range");
    await window.press("Home", ...Array(15).fill("ArrowRight"), "Shift+ArrowRight", "Shift+ArrowRight", "Shift+ArrowRight", "Delete");
    await window.page.locator(".view-line", { hasText: "range(len(numbers))" }).waitFor();
    await window.press("Control+s");
    await window.status("passing");
    await window.panel.locator("header.passing").waitFor();
    await window.squiggles.first().waitFor({ state: "detached" });
    await window.lens.waitFor({ state: "detached" });
    await window.log.getByText("You said 2. In the run it was 1.").waitFor();
    await window.picture(screenshot("passing"));
  });

  step("a program that cannot be read keeps what was said", async () => {
    await window.click("def average");
    await window.press("End", "Backspace", "Control+s");
    await window.status("cannot read it yet");
    await window.log.getByText("You said 2. In the run it was 1.").waitFor();
    await window.picture(screenshot("syntax"));
  });

  step("a line is picked in the editor, and used after a yes", async () => {
    await window.question.getByText("At which line does it stop?").waitFor();
    const before = await window.log.locator(".turn").count();
    await window.press("ArrowDown", "ArrowUp");
    await window.panel.getByRole("button", { name: "Use line 1" }).press("Enter");
    await window.log.locator(".turn").nth(before + 2).waitFor();
  });
});
