// The panel's page alone, told whatever nobody thought of: it draws texts as texts, and goes on.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { transform } from "esbuild";
import { browser, ROOT } from "./host/code.mjs";
import { lines, PanelPage, PROGRAM, question, said, VIEW } from "./host/page.mjs";

const MESSAGES = 600;
const HOSTILE = [
  "<img src=x onerror='window.caught = 1'>", "</script><script>window.caught = 1</script>", "<svg/onload=window.caught=1>", "`<b>`${1}", "\u202e\u0000\ud800",
  "javascript:window.caught=1", "<style>*{display:none}</style>", "x".repeat(5_000), "\n\n\n", "<a href='https://elsewhere.invalid'>here</a>", "🐟 é 日本",
];

// Every kind of thing that the page can be told to draw.
const NOTE = { number: 1, text: "x is 3", verdict: "refuted", outcome: "It was 2.", line: 3, range: lines(3, 3), run: 2, earlier: [{ run: 1, verdict: "confirmed", outcome: "So it was." }] };
const STEP = { number: 0, kind: "line", line: 3, code: "x = 1", function: "f", depth: 0, names: [{ name: "x", value: "1", changed: true }], passes: [{ line: 3, number: 1 }] };
const FULL = {
  ...question({ choices: ["a", "b"], entry: "choice", range: lines(3, 4), snippet: { text: PROGRAM, firstLine: 1 }, worded: { by: "a model", plain: "How many?" } }),
  turns: said({ text: "What is it?", range: lines(3, 3), worded: { by: "a model", plain: "What?" } }, { speaker: "student", text: "2", marked: "wrong" }),
  understandings: [{ text: "what it should give", reached: true }], notebook: [NOTE], model: { name: "a model", asked: true, note: "slow" }, message: "Write `assert`.", template: "assert f(1) == 2",
};
const KINDS = [
  ...["value", "number", "text", "line", "order"].map((entry) => ({ type: "show", notice: null, view: question({ entry }) })),
  { type: "show", notice: null, view: FULL }, { type: "show", notice: { text: "x", busy: true, actions: [{ title: "a", command: "gadfly.help" }] }, view: VIEW },
  { type: "show", notice: null, view: null }, { type: "line", line: 3 }, { type: "texts", language: "de", texts: { Line: "Zeile" } }, { type: "answered", refused: "no" },
  { type: "trace", uri: VIEW.uri, trace: { test: "test_it", call: "f(1)", steps: [STEP], offset: 0, total: 1, stoppedAt: "", message: "" } },
];

async function storms() {
  const { code } = await transform(await readFile(join(ROOT, "vscode-extension/test/storms.ts"), "utf8"), { loader: "ts", format: "esm" });
  return import(`data:text/javascript,${encodeURIComponent(code)}`);
}

// The same message with one text in it exchanged for a hostile one.
function poisoned(value, throwing) {
  if (typeof value === "string") {
    return HOSTILE[throwing(HOSTILE.length)];
  }
  const names = Object.keys(value ?? {}).filter((name) => name !== "type" && ["string", "object"].includes(typeof value[name]) && value[name]);
  if (names.length === 0) {
    return value;
  }
  const name = names[throwing(names.length)];
  const other = poisoned(value[name], throwing);
  return Array.isArray(value) ? value.map((each, at) => (String(at) === name ? other : each)) : { ...value, [name]: other };
}

describe("the panel's page", { timeout: 120_000 }, () => {
  let chromium, panel, page;
  const thrown = [];

  before(async () => {
    chromium = await browser();
    panel = await PanelPage.open(chromium);
    page = panel.page;
    page.on("pageerror", (error) => thrown.push(String(error)));
    await panel.begin();
  });
  after(() => chromium?.close());

  test("draws whatever it is told as text, throws nothing, and shows the next question as if nothing had been", async () => {
    const { dice, mutated } = await storms();
    const told = Array.from({ length: MESSAGES }, (_, seed) => {
      const throwing = dice(seed);
      let message = KINDS[throwing(KINDS.length)];
      for (let times = throwing(4); times > 0; times--) {
        message = throwing(3) === 0 ? mutated(message, throwing) : poisoned(message, throwing);
      }
      return message;
    });
    const [drawn, foreign] = await page.evaluate(async (messages) => {
      const main = document.getElementById("gadfly");
      let [changes, foreign] = [0, ""];
      for (const each of messages) {
        const before = main.innerHTML;
        window.postMessage(each);
        await new Promise((resolve) => window.addEventListener("message", () => setTimeout(resolve), { once: true }));
        changes += main.innerHTML !== before;
        foreign ||= main.querySelector("script, img, iframe, object, embed, style, base, link, [onload], [onerror], [href]")?.outerHTML ?? "";
      }
      return [changes, foreign];
    }, told);
    assert.ok(drawn > MESSAGES / 4, `only ${drawn} messages changed what is drawn`);
    assert.deepEqual(thrown, []);
    assert.equal(foreign, "");
    assert.equal(await page.evaluate(() => window.caught), undefined);
    assert.deepEqual(await page.evaluate(() => window.violations), []);
    await panel.show(question({ entry: "number" }));
    await page.getByRole("heading", { level: 2, name: "How many times" }).waitFor();
    assert.equal(await page.locator(".question").count(), 1);
  });
});
