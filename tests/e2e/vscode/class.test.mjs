// A real VS Code at the server of a class: the student shows a token, saves, is asked, and answers.
import assert from "node:assert/strict";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { after, before, describe } from "node:test";
import { ClassServer } from "./host/classServer.mjs";
import { browser, Code, ROOT } from "./host/code.mjs";
import { inSteps } from "./host/steps.mjs";
import { copyOfExample, Window } from "./host/window.mjs";

const SCREENSHOTS = join(ROOT, "build/screenshots");

describe("a student of a class in VS Code", { timeout: 240_000 }, () => {
  let code, chromium, window, student, server;
  const { step, failed } = inSteps();

  before(async () => {
    await mkdir(SCREENSHOTS, { recursive: true });
    student = await copyOfExample("average");
    server = await ClassServer.start("ada", student.folder);
    code = await Code.start({
      settings: { "security.workspace.trust.enabled": false },
      machine: { "gadfly.server.address": server.address, "gadfly.server.student": "ada" },
    });
    chromium = await browser();
  });

  after(async () => {
    if (failed.length > 0) {
      await window?.picture(join(SCREENSHOTS, "failure.png"));
    }
    await chromium?.close();
    await code?.stop();
    await server?.stop();
    await student?.remove();
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
    await window.picture(join(SCREENSHOTS, "class.png"));
  });

  step("it was the server of the class that asked, and the token is in no file", async () => {
    assert.equal(await code.server(), undefined);
    assert.deepEqual(await code.holds(server.token), []);
  });
});
