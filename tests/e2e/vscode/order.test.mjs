// Lines to put in order, in the panel's page alone.
import assert from "node:assert/strict";
import { after, before, beforeEach, describe, test } from "node:test";
import { browser } from "./host/code.mjs";
import { PanelPage, question } from "./host/page.mjs";

const ORDER = question({ id: "q7", text: "Put these lines in order.", entry: "order", choices: ["    water(pot)", "def tend(pots):", "    for pot in pots:"] });

describe("lines to put in order", { timeout: 60_000 }, () => {
  let chromium, panel, page;

  before(async () => {
    chromium = await browser();
    panel = await PanelPage.open(chromium);
    page = panel.page;
  });
  after(() => chromium?.close());
  beforeEach(async () => {
    await panel.begin();
    await panel.show(ORDER);
    await page.getByRole("listbox").focus();
  });

  const order = async () => (await page.getByRole("option").locator(".key").allInnerTexts()).join(" ");

  test("they move with Alt and the arrows, and Enter sends their letters", async () => {
    assert.equal(await order(), "A B C");
    await page.keyboard.press("Alt+ArrowDown");
    await page.keyboard.press("Alt+ArrowDown");
    assert.equal(await order(), "B C A");
    await page.getByRole("status").getByText("water(pot): place 3 of 3").waitFor();
    await page.keyboard.press("Enter");
    assert.deepEqual(await panel.posted("answer"), [{ type: "answer", uri: ORDER.uri, question: "q7", answer: "B C A" }]);
  });

  test("arrows alone go from line to line", async () => {
    await page.keyboard.press("ArrowDown");
    await page.getByRole("option", { selected: true, name: "def tend" }).waitFor();
    await page.keyboard.press("End");
    await page.keyboard.press("Alt+Home");
    assert.equal(await order(), "C A B");
  });

  test("buttons do the same", async () => {
    await page.getByRole("button", { name: "Move down: water(pot)" }).click();
    assert.equal(await order(), "B A C");
    await page.getByRole("button", { name: "Move up: water(pot)" }).press("Enter");
    assert.equal(await order(), "A B C");
    assert.deepEqual(await panel.answers(), []);
  });

  test("so does a mouse", async () => {
    await page.getByRole("option", { name: "water" }).dragTo(page.getByRole("option", { name: "for pot" }));
    assert.equal(await order(), "B C A");
  });

  test("nobody is shut out", async () => {
    assert.deepEqual(await panel.barriers(), []);
  });
});
