// The panel's page alone, in a browser, under the policy it has in VS Code; a stub stands where the extension is.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, beforeEach, describe, test } from "node:test";
import { transform } from "esbuild";
import { browser, ROOT } from "./host/code.mjs";

const SITE = "https://panel.invalid";
const TYPES = { css: "text/css", js: "text/javascript", ttf: "font/ttf", html: "text/html" };
const lines = (first, last) => ({ start: { line: first - 1, character: 0 }, end: { line: last - 1, character: 9 } });
const PROGRAM = "def average(numbers):\n    total = 0\n    for i in range(1, len(numbers)):\n        total = total + numbers[i]\n    return total / len(numbers)\n";
const ASKED = { id: "q1", kind: "count", level: 2, text: "How many times does the loop on line 3 run for `[2, 4]`?", choices: ["1", "2", "3"] };
const VIEW = { uri: "file:///average.py", program: "average.py", status: "failing", headline: "2 tests disagree with `average`", turns: [] };

const question = (more) => ({ ...VIEW, question: { ...ASKED, entry: "number", ...more } });
const said = (...turns) => turns.map((turn, index) => ({ number: index + 1, level: 1, kind: "count", speaker: "tutor", ...turn }));

async function html() {
  const { code } = await transform(await readFile(join(ROOT, "vscode-extension/src/page.ts"), "utf8"), { loader: "ts", format: "esm" });
  const { page } = await import(`data:text/javascript,${encodeURIComponent(code)}`);
  return page("bm9uY2U=", SITE, (name) => `${SITE}/${name}`);
}

describe("the panel", { timeout: 60_000 }, () => {
  let chromium, page, violations;

  before(async () => {
    chromium = await browser();
    page = await chromium.newPage({ viewport: { width: 300, height: 700 } });
    const index = await html();
    await page.route("**/*", async (route) => {
      const name = new URL(route.request().url()).pathname.slice(1) || "index.html";
      const body = name === "index.html" ? index : await readFile(join(ROOT, "build/extension", name)).catch(() => "");
      await route.fulfill({ body, contentType: TYPES[name.split(".").at(-1)] ?? "text/plain" });
    });
    await page.addInitScript(() => {
      window.posted = [];
      window.violations = [];
      window.acquireVsCodeApi = () => ({ postMessage: (message) => window.posted.push(message) });
      document.addEventListener("securitypolicyviolation", (event) => window.violations.push(event.violatedDirective));
    });
  });
  after(() => chromium?.close());

  beforeEach(async () => {
    await page.goto(SITE);
    await page.waitForFunction(() => window.posted.some(({ type }) => type === "ready"));
  });

  const send = (message) => page.evaluate((data) => window.postMessage(data), message);
  const show = (view, notice = null) => send({ type: "show", view, notice });
  const posted = (type) => page.evaluate((wanted) => window.posted.filter((each) => each.type === wanted), type);
  const answers = async () => (await posted("answer")).map(({ answer }) => answer);
  const focused = () => page.evaluate(() => document.activeElement?.className || document.activeElement?.localName);

  test("loads and runs nothing that the policy forbids", async () => {
    await show(question({ range: lines(3, 4), snippet: { text: PROGRAM, firstLine: 1 } }));
    await page.locator(".snippet").waitFor();
    violations = await page.evaluate(() => window.violations);
    assert.deepEqual(violations, []);
    await page.evaluate(() => document.body.setAttribute("style", "color: red"));
    await page.waitForFunction(() => window.violations.length > 0);
  });

  test("an answer is typed and sent with Enter, and the next control has the focus", async () => {
    await show(question({}));
    await page.getByRole("textbox", { name: "a number" }).fill("2");
    await page.keyboard.press("Enter");
    assert.deepEqual(await posted("answer"), [{ type: "answer", uri: VIEW.uri, question: "q1", answer: "2" }]);
    const turns = said({ text: ASKED.text }, { speaker: "student", text: "2" }, { text: "You said 2. In the run it was 1.", marked: "wrong" }, { text: ASKED.text });
    await show({ ...question({}), turns });
    await page.getByRole("log").getByText("In the run it was 1.").waitFor();
    await page.waitForFunction(() => document.activeElement?.classList.contains("control"));
    await page.keyboard.type("1");
    await page.keyboard.press("Enter");
    assert.deepEqual(await answers(), ["2", "1"]);
  });

  test("one answer is sent once, however often Enter is pressed", async () => {
    await show(question({}));
    await page.getByRole("textbox").fill("2");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Enter");
    assert.deepEqual(await answers(), ["2"]);
  });

  test("nothing is sent from an empty control, and «I don't know» needs none", async () => {
    await show(question({}));
    await page.getByRole("textbox").press("Enter");
    await page.getByRole("button", { name: "I don't know" }).click();
    assert.deepEqual(await answers(), ["I don't know"]);
  });

  test("choices are picked with arrows and with their numbers", async () => {
    await show(question({ entry: "choice", choices: ["0", "`None`", "nothing"] }));
    await page.getByRole("radio").first().focus();
    await page.keyboard.press("ArrowDown");
    assert.equal(await page.getByRole("radio", { name: "0", exact: true }).isChecked(), false);
    await page.keyboard.press("3");
    assert.ok(await page.getByRole("radio", { name: "nothing" }).isChecked());
    await page.keyboard.press("Enter");
    assert.deepEqual(await answers(), ["nothing"]);
  });

  test("a line picked in the editor is used after a yes", async () => {
    await show(question({ entry: "line" }));
    await send({ type: "line", line: 4 });
    const use = page.getByRole("button", { name: "Use line 4" });
    await use.waitFor();
    assert.deepEqual(await answers(), []);
    await use.click();
    assert.deepEqual(await answers(), ["4"]);
  });

  test("a long answer takes new lines, and Enter sends it", async () => {
    await show(question({ entry: "text" }));
    await page.getByRole("textbox").focus();
    await page.keyboard.type("it starts");
    await page.keyboard.press("Shift+Enter");
    await page.keyboard.type("at one");
    await page.keyboard.press("Enter");
    assert.deepEqual(await answers(), ["it starts\nat one"]);
  });

  test("a question that comes with a save leaves the focus where it is", async () => {
    await show(question({}));
    await page.getByRole("button", { name: "I don't know" }).focus();
    await page.evaluate(() => { document.hasFocus = () => false; });
    await show(question({ id: "q2", text: "And now?" }));
    await page.getByText("And now?").waitFor();
    assert.notEqual(await focused(), "control code");
  });

  test("a draft outlives a new run of the same question", async () => {
    await show(question({}));
    await page.getByRole("textbox").fill("12");
    await show({ ...question({}), status: "running" });
    await show(question({}));
    assert.equal(await page.getByRole("textbox").inputValue(), "12");
  });

  test("marks are words as well as signs, in a log that screen readers follow", async () => {
    await show({ ...VIEW, turns: said({ text: "?" }, { speaker: "student", text: "x" }, { text: "Yes.", marked: "right" }, { text: "Hm.", marked: "unclear" }) });
    const log = page.getByRole("log");
    assert.equal(await log.getAttribute("aria-live"), "polite");
    for (const word of ["Right", "Unclear"]) {
      await log.getByText(word).waitFor();
    }
    assert.match(await log.innerText(), /Gadfly:[\s\S]*You:/);
  });

  test("the program's text is text, never markup", async () => {
    await show(question({ text: "What is `<img src=x>` <b>here</b>?", snippet: { text: "<script>alert(1)</script>", firstLine: 9 } }));
    await page.getByText("<b>here</b>").waitFor();
    assert.equal(await page.locator("main img, main b, main script").count(), 0);
    assert.match(await page.locator(".snippet").innerText(), /9\s*<script>/);
  });

  test("the place is shown in the editor", async () => {
    await show(question({ range: lines(3, 4), snippet: { text: PROGRAM, firstLine: 1 } }));
    await page.getByRole("button", { name: "Show me the place" }).click();
    assert.deepEqual(await posted("reveal"), [{ type: "reveal", uri: VIEW.uri, range: lines(3, 4) }]);
    assert.equal(await page.locator(".snippet .shown").count(), 2);
  });

  test("a problem says what it is and hands over a first test", async () => {
    await show({ ...VIEW, status: "problem", headline: "No tests yet", message: "I found no tests for `average.py`.", template: "def test_it():\n    ..." });
    await page.getByText("I found no tests").waitFor();
    await page.getByRole("button", { name: "Copy" }).click();
    await page.getByRole("button", { name: "Copied" }).waitFor();
    assert.deepEqual(await posted("copy"), [{ type: "copy", text: "def test_it():\n    ..." }]);
  });

  test("each state has a sign and a word", async () => {
    for (const [status, word] of Object.entries({ waiting: "Waiting", running: "Running", passing: "All tests pass", syntax: "Not readable", untrusted: "Nothing runs" })) {
      await show({ ...VIEW, status, headline: "" });
      await page.getByRole("heading", { name: word }).waitFor();
    }
    await page.getByRole("button", { name: "Manage trust" }).click();
    assert.deepEqual(await posted("command"), [{ type: "command", command: "workbench.trust.manage" }]);
  });

  test("a server that is not there is told with what can be done", async () => {
    await show(null, { text: "Gadfly needs Python 3.10 or newer, and found none.", busy: false, actions: [{ title: "Help me start", command: "gadfly.help" }] });
    await page.getByRole("button", { name: "Help me start" }).click();
    assert.deepEqual(await posted("command"), [{ type: "command", command: "gadfly.help" }]);
  });

  test("an answer that could not be sent is not lost", async () => {
    await show(question({}));
    await page.getByRole("textbox").fill("2");
    await page.keyboard.press("Enter");
    await send({ type: "answered", refused: "The server is restarting." });
    await page.getByRole("alert").getByText("restarting").waitFor();
    assert.equal(await page.getByRole("textbox").inputValue(), "2");
  });

  test("an answer that came too late leaves the panel ready", async () => {
    await show(question({}));
    await page.getByRole("textbox").fill("2");
    await page.keyboard.press("Enter");
    await send({ type: "answered", refused: "" });
    await page.locator("form[aria-busy=false]").waitFor();
    await page.getByRole("textbox").press("Enter");
    assert.deepEqual(await answers(), ["2", "2"]);
  });

  test("long transcripts scroll to what is asked now, and nothing is wider than the panel", async () => {
    const turns = said(...Array.from({ length: 60 }, (_, index) => ({ text: `Question ${index} about a_very_long_name_${"x".repeat(60)}` })));
    await show({ ...question({ snippet: { text: PROGRAM, firstLine: 1 }, range: lines(3, 3) }), turns });
    await page.waitForFunction(() => document.querySelector(".answer").getBoundingClientRect().bottom <= innerHeight + 1);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
  });
});
