// The panel's page in another language: every word that a student sees or hears comes from the dialogue or from the texts.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, beforeEach, describe, test } from "node:test";
import { browser, ROOT } from "./host/code.mjs";
import { lines, PanelPage, question, said, VIEW } from "./host/page.mjs";

const GERMAN = JSON.parse(await readFile(join(ROOT, "l10n/bundle.l10n.de.json"), "utf8"));
const set = (text) => text.replace(/[A-Za-z]/g, "ж"); // in no language that there is
const NO_LANGUAGE = Object.fromEntries(Object.keys(GERMAN).map((text) => [text, set(text)]));

const worded = { by: set("mock"), plain: set("plain") };
const turns = said(
  { text: set("asked"), range: lines(3, 3), worded },
  { speaker: "student", text: set("said"), marked: "wrong" },
  { text: set("reply"), kind: "hand-over" },
);
const note = { number: 1, text: set("x is 3"), verdict: "refuted", outcome: set("no"), run: 2, earlier: [{ run: 1, verdict: "waiting", outcome: set("later") }] };
const FULL = {
  ...question({ text: set("how often"), worded, choices: [set("a"), set("    b")], range: lines(3, 3), snippet: { text: set("code"), firstLine: 3 } }),
  headline: "", program: set("average.py"), rules: set("rules"), turns, notebook: [note],
  understandings: [{ text: set("one"), reached: true }, { text: set("two"), reached: false }],
  offer: { level: 3, text: set("an offer") }, model: { name: set("mock"), asked: true, note: "" },
};
const of = (entry) => ({ ...FULL, question: { ...FULL.question, entry } });
const { question: _question, offer: _offer, ...NOTHING_ASKED } = FULL;
const step = (number, kind, more) => ({ number, kind, line: 3, code: set("code"), function: set("f"), depth: 1, names: [{ name: set("n"), value: set("1"), changed: true }], passes: [{ line: 3, number: 2 }], ...more });
const TRACE = { test: set("test"), call: set("f(1)"), steps: [step(1, "call"), step(2, "line"), step(3, "return"), step(4, "raise", { names: [] })], offset: 0, total: 4, stoppedAt: "end", message: set("the end") };

describe("the panel in another language", { timeout: 60_000 }, () => {
  let chromium, panel, page;

  before(async () => {
    chromium = await browser();
    panel = await PanelPage.open(chromium);
    page = panel.page;
  });
  after(() => chromium?.close());
  beforeEach(() => panel.begin());

  // What stands in the page in letters of ours.
  const foreign = async () => {
    const texts = await page.evaluate(() => {
      const walker = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
      const found = [];
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        found.push(...(node.nodeType === Node.TEXT_NODE ? [node.data] : ["aria-label", "title", "placeholder", "label"].map((name) => node.getAttribute(name) ?? "")));
      }
      return found;
    });
    return texts.filter((text) => /[A-Za-z]/.test(text.replace("Gadfly:", "")));
  };

  test("no word of its own stands in the page", async () => {
    await panel.send({ type: "texts", language: "xx", texts: NO_LANGUAGE });
    assert.deepEqual(await foreign(), []);
    const views = [
      ...["value", "number", "line", "choice", "text", "order"].map(of),
      ...["waiting", "running", "failing", "passing", "syntax", "problem", "untrusted", "unseen"].map((status) => ({ ...NOTHING_ASKED, status })),
      { ...NOTHING_ASKED, status: "problem", message: set("no tests"), template: set("def test") },
    ];
    for (const view of views) {
      await panel.show(view);
      await page.locator(`header.${view.status}`).waitFor();
      assert.deepEqual(await foreign(), [], JSON.stringify(view.question?.entry ?? view.status));
    }
  });

  test("nor among the steps of a run", async () => {
    await panel.send({ type: "texts", language: "xx", texts: NO_LANGUAGE });
    await panel.show(FULL);
    await panel.send({ type: "steps" });
    await panel.posted("trace");
    await panel.send({ type: "trace", uri: VIEW.uri, trace: TRACE });
    await page.locator(".steps .next").focus();
    for (let at = 1; at <= TRACE.total; at++) {
      await page.locator(".steps > span", { hasText: set(`Step ${at} of`) }).waitFor();
      assert.deepEqual(await foreign(), [], `step ${at}`);
      await page.keyboard.press("ArrowRight");
    }
    assert.deepEqual((await panel.posted("step")).filter(({ text }) => /[A-Za-z]/.test(text)), []);
  });

  test("in German the page says so, and what a button says is said in German", async () => {
    await panel.send({ type: "texts", language: "de", texts: GERMAN });
    await panel.show(question({ text: "Wie oft läuft die Schleife ab Zeile 3?" }));
    await page.getByRole("button", { name: "Überspringen" }).click();
    assert.deepEqual(await panel.answers(), ["Überspringen"]);
    assert.equal(await page.evaluate(() => document.documentElement.lang), "de");
    assert.deepEqual(await panel.barriers(), []);
    await panel.send({ type: "texts", language: "en", texts: {} });
    await page.getByRole("button", { name: "Skip it" }).waitFor();
  });
});
