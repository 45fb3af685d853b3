import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { isDialogue, isFromPanel, isModelRequest, isReveal, isToPanel, isTrace } from "../src/messages";
import { page } from "../src/page";

const range = { start: { line: 0, character: 4 }, end: { line: 0, character: 9 } };
const view = {
  uri: "file:///a.py", program: "a.py", language: "en", rules: "They hold.", status: "failing", headline: "1 of 2 tests fails", template: null,
  turns: [{ number: 1, speaker: "tutor", level: 1, kind: "goal", text: "What should it give?", range, marked: "right" }],
  question: { id: "1", kind: "goal", level: 1, text: "?", entry: "value", choices: ["a"], range, snippet: { text: "x", firstLine: 1 } },
  understandings: [{ text: "the goal", reached: true }],
  notebook: [{ number: 1, text: "x is 1", verdict: "refuted", outcome: "it is 2", line: 1, range, run: 2, earlier: [{ run: 1, verdict: "waiting", outcome: "" }] }],
  offer: { level: 2, text: "Show me" },
};
const step = {
  number: 1, kind: "line", line: 1, code: "x = 1", function: "f", depth: 0, names: [{ name: "x", value: "1", changed: true }],
  passes: [{ line: 1, number: 1 }], value: null,
};
const trace = { test: "t", call: "f(1)", steps: [step], offset: 0, total: 1, stoppedAt: "end", message: "" };
const heard = [
  { type: "ready" }, { type: "here" }, { type: "left" }, { type: "copy", text: "x" }, { type: "command", command: "gadfly.help" },
  { type: "answer", uri: "u", question: "1", answer: "2" }, { type: "forget", uri: "u", number: 1 }, { type: "trace", uri: "u", offset: 0 },
  { type: "suppose", supposition: { uri: "u", name: "x", line: 1, time: "last", value: "1" } },
  { type: "step", uri: "u", line: 1, text: "x" }, { type: "reveal", uri: "u", range },
];
const told = [
  { type: "texts", language: "de", texts: { Line: "Zeile" } },
  { type: "show", notice: { text: "x", busy: false, actions: [{ title: "a", command: "b" }] }, view: null }, { type: "show", notice: null, view },
  { type: "line", line: 1 }, { type: "answered", refused: "" }, { type: "supposed", refused: "no" }, { type: "here", name: "x", line: 1 },
  { type: "trace", uri: "u", trace }, { type: "trace", uri: "u", trace: null }, { type: "steps" }, { type: "focus" },
];

/** Every value at every depth in another kind. */
function* bent(value: unknown): Generator<unknown> {
  if (typeof value === "object" && value !== null) {
    for (const [name, inner] of Object.entries(value)) {
      for (const other of bent(inner)) {
        yield Array.isArray(value) ? value.map((each, at) => (String(at) === name ? other : each)) : { ...value, [name]: other };
      }
    }
  }
  yield typeof value === "symbol" ? 1 : Symbol("neither text nor number nor list");
}

test("what is said is heard, and what is of another kind in any part is not", () => {
  for (const [is, messages] of [[isFromPanel, heard], [isToPanel, told], [isDialogue, [view]], [isTrace, [trace]], [isReveal, [{ uri: "file:///a.py" }]], [isModelRequest, [{ model: "", rules: "r", data: "d" }]]] as const) {
    for (const message of messages) {
      assert.ok(is(message), JSON.stringify(message));
      assert.ok(is({ ...message, more: "from a later version" }));
      for (const other of bent(message)) {
        assert.equal(is(other), false, String(JSON.stringify(other)));
      }
    }
  }
});

test("what is longer than anything can be is not heard", () => {
  const long = "x".repeat(1_000_001);
  assert.ok(!isFromPanel({ type: "copy", text: long }));
  assert.ok(!isFromPanel({ type: "answer", uri: "u", question: "1", answer: long }));
  assert.ok(!isDialogue({ ...view, headline: long }));
  assert.ok(!isDialogue({ ...view, turns: Array(10_001).fill(view.turns[0]) }));
  assert.ok(!isTrace({ ...trace, steps: Array(10_001).fill(step) }));
  assert.ok(!isModelRequest({ model: "", rules: "", data: long }));
});

test("a dialogue is about a file, and about nothing else that an editor could open", () => {
  for (const uri of ["command:workbench.action.quit", "https://example.org/", "vscode://x/y", "untitled:a.py", ""]) {
    assert.ok(!isDialogue({ ...view, uri }), uri);
    assert.ok(!isReveal({ uri }), uri);
  }
});

test("what is no message at all is not heard", () => {
  for (const odd of [undefined, null, 1, "ready", [], {}, { type: "toString" }, { type: "__proto__" }, { type: ["ready"] }]) {
    assert.equal(isFromPanel(odd), false);
    assert.equal(isToPanel(odd), false);
    assert.equal(isDialogue(odd), false);
  }
});

test("each way into the extension and the page asks first", () => {
  const read = (name: string) => readFileSync(`vscode-extension/${name}`, "utf8");
  assert.match(read("src/panel.ts"), /onDidReceiveMessage\(\(message: unknown\) =>\s*isFromPanel\(message\) \?/);
  assert.match(read("panel/panel.ts"), /addEventListener\("message", \(\{ data \}: MessageEvent<unknown>\) => \{\s*if \(!isToPanel\(data\)\)/);
  assert.doesNotMatch(read("src/server.ts"), /ask<(?!unknown|Result)\w|sendRequest<(?!unknown|Result)\w|\(view: (?!unknown)/);
  assert.doesNotMatch(read("src/server.ts"), /on(Notification|Request)(<[^>]*>)?\("gadfly\/\w+", (?!\(\w+: unknown)/);
  assert.match(read("src/panel.ts"), /speaksOf\(message\.uri\) \? this\.places\.stepTo[^]*speaksOf\(message\.uri\) \? this\.places\.reveal/);
});

test("the page runs its own script and nothing else, and loads nothing from elsewhere", () => {
  const html = page("abc", "vscode-webview:", (name) => `vscode-webview:/${name}`);
  const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1] ?? "";
  const rules = Object.fromEntries(policy.split("; ").map((rule) => [rule.split(" ")[0], rule.split(" ").slice(1)]));
  assert.deepEqual(rules["default-src"], ["'none'"]);
  assert.deepEqual(rules["script-src"], ["'nonce-abc'"]);
  assert.deepEqual([rules["base-uri"], rules["form-action"]], [["'none'"], ["'none'"]]);
  assert.doesNotMatch(html, /unsafe|https?:|\sstyle=|\son\w+=/);
});

test("no part of the page turns text into markup or code", () => {
  for (const name of readdirSync("vscode-extension/panel").filter((each) => each.endsWith(".ts"))) {
    const text = readFileSync(`vscode-extension/panel/${name}`, "utf8");
    assert.doesNotMatch(text, /innerHTML|outerHTML|insertAdjacentHTML|unsafe(HTML|SVG|Static)|document\.write|\beval\(|new Function|https?:\/\//, name);
  }
});
