// What lies below the question, in the panel's page alone: understandings, the offer, the notebook, the recorded run.
import assert from "node:assert/strict";
import { after, before, beforeEach, describe, test } from "node:test";
import { browser } from "./host/code.mjs";
import { lines, PanelPage, PROGRAM, question, said, VIEW } from "./host/page.mjs";

const KNOWN = [{ text: "What differs from what the test wants", reached: true }, { text: "Where it goes wrong", reached: false }];
const NOTE = { number: 1, text: "`total` on line 4 is `6`", verdict: "refuted", outcome: "Not so. In the run it was `4`.", line: 4, range: lines(4, 4), run: 1, earlier: [] };
const step = (number, line, more) => ({ number, kind: "line", line, code: PROGRAM.split("\n")[line - 1].trim(), function: "average", depth: 0, names: [], passes: [], ...more });
const STEPS = [
  step(1, 1, { kind: "call", names: [{ name: "numbers", value: "[2, 4]", changed: true }] }),
  step(2, 2, { names: [{ name: "numbers", value: "[2, 4]", changed: false }] }),
  step(3, 3, { names: [{ name: "numbers", value: "[2, 4]", changed: false }, { name: "total", value: "0", changed: true }] }),
];
const TRACE = { test: "test_two", call: "average([2, 4])", steps: STEPS, offset: 0, total: 3, stoppedAt: "question", message: "The question asks about what comes next." };

describe("below the question", { timeout: 60_000 }, () => {
  let chromium, panel, page;

  before(async () => {
    chromium = await browser();
    panel = await PanelPage.open(chromium, { width: 240, height: 700 });
    page = panel.page;
  });
  after(() => chromium?.close());
  beforeEach(() => panel.begin());

  const openTrace = async (view = question({})) => {
    await panel.show(view);
    await page.getByText("Step through the run").press("Enter");
    await panel.posted("trace");
    await panel.send({ type: "trace", uri: view.uri, trace: TRACE });
    await page.getByText("Step 1 of 3", { exact: true }).waitFor();
  };

  // What is wider than the page, and does not scroll by itself.
  const sticksOut = () => page.evaluate(() => [...document.querySelectorAll("main *")]
    .filter((each) => each.getBoundingClientRect().right > innerWidth && !each.closest(".snippet, .lines, .program, .hidden"))
    .map((each) => each.outerHTML.slice(0, 200)));

  test("what is known and what is not is told in words", async () => {
    await panel.show({ ...question({}), understandings: KNOWN });
    const list = page.getByRole("list", { name: "What you know so far" });
    assert.deepEqual((await list.getByRole("listitem").allTextContents()).map((text) => text.trim()), ["Known: " + KNOWN[0].text, "Not yet: " + KNOWN[1].text]);
    await page.getByText("1 of 2").waitFor();
  });

  test("more is offered, and taken with a button", async () => {
    const offer = { level: 4, text: "If you like, I can say more. Just say `more`." };
    await panel.show({ ...question({}), turns: said({ text: "?" }, { text: offer.text, kind: "offer" }), offer });
    await page.getByRole("region", { name: "An offer" }).getByText("If you like").waitFor();
    assert.doesNotMatch(await page.getByRole("log").innerText(), /If you like/);
    await page.getByRole("button", { name: "More" }).press("Enter");
    assert.deepEqual(await panel.posted("answer"), [{ type: "answer", uri: VIEW.uri, question: "q1", answer: "more" }]);
  });

  test("where nothing is asked, one can still say that one is stuck", async () => {
    await panel.show({ ...VIEW, turns: said({ text: "Try your idea and save." }) });
    await page.getByRole("button", { name: "I am stuck" }).click();
    assert.deepEqual(await panel.posted("answer"), [{ type: "answer", uri: VIEW.uri, question: "", answer: "I am stuck" }]);
  });

  test("what is for the teacher keeps its lines, and can be copied", async () => {
    const text = "Show your teacher this list:\n- The test `test_two` disagrees.\n- I tried 2 ideas since.";
    await panel.show({ ...VIEW, turns: said({ text, kind: "hand-over", level: 6 }) });
    assert.match(await page.getByRole("log").innerText(), /this list:\n- The test test_two disagrees\.\n- I tried/);
    await page.getByRole("button", { name: "Copy it" }).click();
    assert.deepEqual(await panel.posted("copy"), [{ type: "copy", text }]);
  });

  test("a hypothesis is written by keyboard, and sent with Enter", async () => {
    await panel.show(question({}));
    await page.getByText("Notebook").press("Enter");
    for (const [field, text] of [["Name", "total"], ["Line", "4"], ["Is", "6"], ["Which time", "2"]]) {
      await page.getByRole("textbox", { name: field, exact: true }).fill(text);
    }
    await page.keyboard.press("Enter");
    assert.deepEqual(await panel.posted("suppose"), [{ type: "suppose", supposition: { uri: VIEW.uri, name: "total", line: 4, time: 2, value: "6" } }]);
    await panel.send({ type: "supposed", refused: "" });
    await page.waitForFunction(() => document.querySelector(".notebook .value").value === "");
    await panel.show({ ...question({}), notebook: [NOTE] });
    const list = page.getByRole("list", { name: "What you supposed" });
    assert.match(await list.innerText(), /total on line 4 is 6\s+Not so. In the run it was 4\./);
    await list.getByRole("button", { name: "Forget: total on line 4 is 6" }).click();
    assert.deepEqual(await panel.posted("forget"), [{ type: "forget", uri: VIEW.uri, number: 1 }]);
    assert.deepEqual(await panel.answers(), []);
  });

  test("one that cannot be read stays, with the reason", async () => {
    await panel.show(question({}));
    await panel.send({ type: "here", name: "total", line: 4 });
    await page.waitForFunction(() => document.activeElement?.classList.contains("value"));
    await page.keyboard.type("six or so");
    await page.keyboard.press("Enter");
    await panel.posted("suppose");
    await panel.send({ type: "supposed", refused: "Write a value, such as `6`." });
    await page.getByRole("alert").getByText("Write a value").waitFor();
    assert.equal(await page.getByRole("textbox", { name: "Is", exact: true }).inputValue(), "six or so");
    assert.equal(await page.getByRole("textbox", { name: "Name", exact: true }).inputValue(), "total");
  });

  test("the run is gone through with the arrow keys, and told in words", async () => {
    await openTrace();
    await page.getByRole("button", { name: "Next step" }).focus();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowRight");
    await page.getByRole("status").getByText("Step 3 of 3: line 3 is about to run, total is 0").waitFor();
    const table = page.getByRole("table", { name: "Names in average" });
    assert.match(await table.getByRole("row", { name: "total" }).innerText(), /total\s+0 changed/);
    assert.doesNotMatch(await table.getByRole("row", { name: "numbers" }).innerText(), /changed/);
    await page.getByText("The question asks about what comes next.").waitFor();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Home");
    await page.getByText("Step 1 of 3", { exact: true }).waitFor();
    assert.deepEqual((await panel.posted("step")).map(({ line, text }) => [line, text]), [[1, "step 1 of 3"], [2, "step 2 of 3"], [3, "step 3 of 3"], [3, "step 3 of 3"], [1, "step 1 of 3"]]);
  });

  test("a key opens the run, and closing it leaves the editor", async () => {
    await panel.show(question({}));
    await panel.send({ type: "steps" });
    await panel.posted("trace");
    await panel.send({ type: "trace", uri: VIEW.uri, trace: TRACE });
    await page.waitForFunction(() => document.activeElement?.getAttribute("aria-label") === "Next step");
    await page.getByText("Step through the run").press("Enter");
    await panel.posted("left");
  });

  test("when the dialogue goes on, the run is read again and stays where it is", async () => {
    await openTrace();
    await page.getByRole("button", { name: "Last step" }).click();
    await panel.show({ ...question({ id: "q2" }), turns: said({ text: "?" }, { speaker: "student", text: "1" }) });
    await page.waitForFunction(() => window.posted.filter(({ type }) => type === "trace").length === 2);
    await panel.send({ type: "trace", uri: VIEW.uri, trace: { ...TRACE, total: 4, steps: [...STEPS, step(4, 4)] } });
    await page.getByText("Step 3 of 4", { exact: true }).waitFor();
  });

  test("where nothing was recorded, the server says why", async () => {
    await panel.show(VIEW);
    await page.getByText("Step through the run").press("Enter");
    await panel.posted("trace");
    await panel.send({ type: "trace", uri: VIEW.uri, trace: { ...TRACE, test: "", call: "", steps: [], total: 0, message: "No run was recorded yet." } });
    await page.getByText("No run was recorded yet.").waitFor();
    assert.equal(await page.getByRole("button", { name: "Next step" }).count(), 0);
  });

  const WORDED = { by: "a-model", plain: "How often does the loop on line 3 run?" };
  const MODEL = { name: "a-model", asked: false, note: "" };

  test("whose words a question is in is told, and ours are one click away", async () => {
    await panel.show({ ...question({ worded: WORDED }), turns: said({ text: "An older one?", worded: { by: "a-model", plain: "Older, plainly?" } }, { speaker: "student", text: "1" }), model: MODEL });
    const asked = page.getByRole("region", { name: "The question" });
    assert.match(await asked.locator("summary").getAttribute("title"), /^In the words of a-model\./);
    assert.equal(await asked.getByText(WORDED.plain).isVisible(), false);
    await asked.getByText("In the words of a-model").press("Enter");
    await asked.getByText("How often does the loop").waitFor();
    await page.getByRole("log").getByText("In the words of a-model").click();
    await page.getByRole("log").getByText("Older, plainly?").waitFor();
    assert.deepEqual(await panel.barriers(), []);
    assert.deepEqual(await sticksOut(), []);
  });

  test("while a model is asked one can answer, and why it was in vain is told", async () => {
    await panel.show({ ...question({}), model: { ...MODEL, asked: true } });
    await page.getByRole("status").getByText("a-model may find other words for this question.").waitFor();
    await page.getByRole("textbox", { name: "a number" }).fill("2");
    await panel.show({ ...question({ text: "So, how often?", worded: WORDED }), model: { ...MODEL, note: "" } });
    assert.equal(await page.getByRole("textbox", { name: "a number" }).inputValue(), "2", "new words take nothing away");
    await panel.show({ ...question({}), model: { ...MODEL, note: "The budget is used up." } });
    await page.getByRole("status").getByText("The budget is used up.").waitFor();
    await page.getByRole("button", { name: "Show what it is given" }).press("Enter");
    assert.deepEqual(await panel.posted("command"), [{ type: "command", command: "gadfly.showModelRequest" }]);
    assert.deepEqual(await panel.barriers(), []);
  });

  test("nobody is shut out, and nothing is wider than a narrow panel", async () => {
    const everything = { ...question({ snippet: { text: PROGRAM, firstLine: 1 }, range: lines(3, 3) }), understandings: KNOWN, notebook: [NOTE], offer: { level: 4, text: "More?" }, turns: said({ text: "One." }, { speaker: "student", text: "2", marked: "wrong" }) };
    await openTrace(everything);
    await page.getByText("Notebook").click();
    assert.deepEqual(await panel.barriers(), []);
    assert.deepEqual(await sticksOut(), []);
    await page.setViewportSize({ width: 150, height: 400 }); // 300 pixels at 200 percent
    assert.deepEqual(await sticksOut(), []);
  });
});
