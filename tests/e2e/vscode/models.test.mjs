// A model in a real VS Code: its key kept by the editor, whose words a question is in, what is sent, and the editor's own models.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { before, describe } from "node:test";
import { setTimeout } from "node:timers/promises";
import { promisify } from "node:util";
import { browser, Code, ROOT } from "./host/code.mjs";
import { invited, ModelServer } from "./host/model.mjs";
import { inSteps, screenshot } from "./host/steps.mjs";
import { copyOfExample, THEMES, Window } from "./host/window.mjs";

const HOUSE = join(ROOT, "build/house-model.vsix");
const KEY = "sk-very-secret-0815";
const FIRST = "What should average([2, 4]) give?";

async function packHouseModel() {
  const vsce = join(ROOT, "node_modules/.bin/vsce");
  const flags = ["package", "--no-dependencies", "--allow-missing-repository", "--skip-license", "--out", HOUSE];
  await promisify(execFile)(vsce, flags, { cwd: join(import.meta.dirname, "house-model") });
}

describe("a model in VS Code", { timeout: 420_000 }, () => {
  let code, chromium, window, student, server, evil;
  const { step, ending } = inSteps(() => window);

  const settings = (more) => ({ "workbench.colorTheme": THEMES.dark, "security.workspace.trust.enabled": false, "chat.disableAIFeatures": false, "workbench.editor.useModal": "off", "gadfly.models.seconds": 30, ...more });

  before(async () => {
    await packHouseModel();
    [server, evil] = [await ending(new ModelServer().start()), await ending(new ModelServer().start())];
    student = await ending(copyOfExample("average"));
    await mkdir(join(student.folder, ".vscode"));
    const ofFolder = { "gadfly.models.from": "server", "gadfly.models.name": "evil", "gadfly.models.url": evil.url };
    await writeFile(join(student.folder, ".vscode/settings.json"), JSON.stringify(ofFolder));
    code = await ending(Code.start({
      more: [HOUSE],
      settings: settings({ "gadfly.models.from": "server", "gadfly.models.name": "a-model", "gadfly.models.url": server.url }),
      machine: { "gadfly.wheelhouse": join(ROOT, "build/wheelhouse") },
    }));
    chromium = await ending(browser());
  });

  const command = (title) => window.command(`Gadfly: ${title}`);
  const restarted = async (before) => {
    for (let now = before, tries = 0; now === before || now === undefined; now = await code.server(), tries++) {
      assert.ok(tries < 1200, "the server was not started again");
      await setTimeout(50);
    }
    await window.status("waiting");
  };
  const worded = (name) => window.panel.locator(".question .worded summary", { hasText: `In the words of ${name}` });

  step("the editor keeps a key", async () => {
    window = await Window.open(code, chromium, student.folder, "average.py");
    await window.status("waiting");
    const before = await code.server();
    await command("Set the Model's Key");
    const input = window.page.locator(".quick-input-widget input[type=password]");
    await input.waitFor();
    await input.fill(KEY);
    await window.press("Enter");
    await restarted(before);
  });

  step("a question is in the model's words, and Gadfly's own are one click away", async () => {
    await window.click("def average");
    await window.press("Control+s");
    await window.status("failing");
    await window.press("Control+Alt+g", "g");
    await worded("a-model").waitFor();
    await window.question.getByText("Picture the run. What should").waitFor();
    await worded("a-model").click();
    await window.panel.locator(".question .worded p").getByText(FIRST.slice(0, 11)).waitFor();
    await window.picture(screenshot("worded"));
    assert.equal(server.asked.at(-1).key, KEY);
    assert.equal(JSON.parse(server.asked.at(-1).body.input).question, "What should `average([2, 4])` give?");
  });

  step("what is sent is shown, word for word", async () => {
    await command("Show What Would Be Sent to a Model");
    await window.page.locator(".tab", { hasText: "what a model is given" }).first().waitFor();
    await window.page.locator(".view-line", { hasText: '"question": "What should' }).waitFor();
    await window.press("Control+w");
  });

  step("no folder chooses a model, and the key is in no file", async () => {
    assert.equal(evil.asked.length, 0);
    assert.deepEqual(await code.holds(KEY), []);
  });

  step("a key that is removed is sent no more", async () => {
    const running = await code.server();
    await command("Remove the Model's Key");
    await restarted(running);
    const before = server.asked.length;
    await window.click("def average");
    await window.press("Control+s");
    await window.status("failing");
    await window.press("Control+Alt+g", "a");
    await window.answer("3", "Right");
    await worded("a-model").waitFor();
    await window.question.getByText("Picture the run. How many times").waitFor();
    assert.ok(server.asked.length > before);
    assert.notEqual(server.asked.at(-1).key, KEY);
  });

  // VS Code asks for consent where a provider has accounts, as Copilot has; this one has none.
  step("an editor's own model words a question, on the same leash", async () => {
    const running = await code.server();
    await window.configure(code.userSettings(settings({ "gadfly.models.from": "editor" })));
    await restarted(running);
    await window.click("def average");
    await window.press("Control+s");
    await window.status("failing");
    await window.press("Control+Alt+g", "a");
    await window.answer("1", "Right");
    await worded("House Model").waitFor();
    await window.question.getByText("Picture the run.").waitFor();
    await window.picture(screenshot("editor-model"));
    assert.deepEqual(await window.page.locator(".notification-toast").allInnerTexts(), []);
  });
});
