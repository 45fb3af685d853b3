// The panel's page alone: the dialogue, whatever the kind of question, by keyboard and for screen readers.
import assert from "node:assert/strict";
import { after, before, beforeEach, describe, test } from "node:test";
import { browser } from "./host/code.mjs";
import { lines, PanelPage, PROGRAM, question, said, VIEW } from "./host/page.mjs";

const ASKED = question({}).question;

describe("the panel", { timeout: 60_000 }, () => {
  let chromium, panel, page, violations;

  before(async () => {
    chromium = await browser();
    panel = await PanelPage.open(chromium);
    page = panel.page;
  });
  after(() => chromium?.close());
  beforeEach(() => panel.begin());

  const send = (message) => panel.send(message);
  const show = (view, notice = null) => panel.show(view, notice);
  const posted = (type) => panel.postedSoFar(type);
  const answers = () => panel.answers();
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
    await page.locator(".answer[aria-busy=false]").waitFor();
    await page.getByRole("textbox").press("Enter");
    assert.deepEqual(await answers(), ["2", "2"]);
  });

  test("the last answer stays in sight beside the next question, whatever lies below", async () => {
    const turns = said(...Array.from({ length: 30 }, (_, index) => ({ text: `Question ${index}` })), { speaker: "student", text: "my answer", marked: "right" }, { text: "Right." });
    const understandings = Array.from({ length: 12 }, (_, index) => ({ text: `step ${index}`, reached: false }));
    await show({ ...question({}), turns, understandings });
    await page.waitForFunction(() => scrollY > 0 && [".turn.student", ".answer"].every((name) => {
      const { top, bottom } = document.querySelector(name).getBoundingClientRect();
      return top >= 0 && bottom <= innerHeight;
    }));
  });

  test("long transcripts scroll to what is asked now, and nothing is wider than the panel", async () => {
    const turns = said(...Array.from({ length: 60 }, (_, index) => ({ text: `Question ${index} about a_very_long_name_${"x".repeat(60)}` })));
    await show({ ...question({ snippet: { text: PROGRAM, firstLine: 1 }, range: lines(3, 3) }), turns });
    await page.waitForFunction(() => document.querySelector(".answer").getBoundingClientRect().bottom <= innerHeight + 1);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
  });
});
