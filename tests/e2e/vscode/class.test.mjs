// A real VS Code at the server of a class: the student shows a token, saves, is asked, and answers.
import assert from "node:assert/strict";
import { before, describe } from "node:test";
import { ClassServer } from "./host/classServer.mjs";
import { browser, Code } from "./host/code.mjs";
import { inSteps, screenshot } from "./host/steps.mjs";
import { copyOfExample, Window } from "./host/window.mjs";

describe("a student of a class in VS Code", { timeout: 240_000 }, () => {
  let code, chromium, window, student, server;
  const { step, ending } = inSteps(() => window);

  before(async () => {
    student = await ending(copyOfExample("average"));
    server = await ending(ClassServer.start("ada", student.folder));
    code = await ending(Code.start({
      settings: { "security.workspace.trust.enabled": false },
      machine: { "gadfly.server.address": server.address, "gadfly.server.student": "ada" },
    }));
    chromium = await ending(browser());
  });

  const showToken = async (token) => {
    await window.command("Gadfly: Set the Class Token");
    const input = window.page.locator(".quick-input-widget input[type=password]");
    await input.waitFor();
    await input.fill(token);
    await window.press("Enter");
  };

  step("who has no token is told what to do", async () => {
    window = await Window.open(code, chromium, student.folder, "average.py");
    await window.status("stopped");
    await window.press("Control+Alt+g", "g");
    await window.panel.getByText("wants to know who you are").waitFor();
  });

  step("a token that is not right is refused, and the right one lets the student in", async () => {
    await showToken("0".repeat(64));
    await window.panel.getByText("Your name or token is not right. Please ask your teacher.").waitFor();
    await showToken(server.token);
    await window.status("waiting");
  });

  step("a save leads to a question, and an answer to the next one", async () => {
    await window.click("def average");
    await window.press("Control+s");
    await window.status("failing");
    await window.question.getByText("average([2, 4])").waitFor();
    await window.press("Control+Alt+g", "a");
    await window.answer("3", "Right");
    await window.question.getByText("How many times does the body of the loop on line 4 run").waitFor();
    await window.picture(screenshot("class"));
  });

  step("it was the server of the class that asked, and the token is in no file", async () => {
    assert.equal(await code.server(), undefined);
    assert.deepEqual(await code.holds(server.token), []);
  });
});
