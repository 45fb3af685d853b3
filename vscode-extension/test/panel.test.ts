/** The panel hears whatever its page says: it does what a button may do, and tells the log of all else. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { commands, env } from "vscode";
import { mayRun } from "../src/allowed";
import { isFromPanel } from "../src/messages";
import { Panel } from "../src/panel";
import { dice, messages, mutated, view } from "./storms";

const SEEDS = 5_000;
const further = [{ type: "forget", uri: "u", number: 1 }, { type: "here" }, { type: "trace", uri: "u", offset: 0 }, { type: "left" }, { type: "copy", text: "x" }];
const refuse = async () => {
  throw new Error("the server is gone");
};

/** A panel whose page is here, before a server that refuses everything. */
function drawn() {
  const told = { logged: [] as string[], posted: [] as { type: string }[], run: [] as unknown[], copied: [] as unknown[] };
  Object.assign(commands, { executeCommand: async (name: unknown) => void told.run.push(name) });
  Object.assign(env, { clipboard: { writeText: async (text: unknown) => void told.copied.push(text) } });
  const server = {
    view, notice: undefined, onDidChange: () => undefined, log: { warn: (text: string) => told.logged.push(text) },
    answer: refuse, suppose: refuse, forget: refuse, trace: refuse,
  };
  let hear: (message: unknown) => unknown = () => undefined;
  const webview = {
    cspSource: "self", html: "", asWebviewUri: (file: unknown) => file, postMessage: (message: { type: string }) => told.posted.push(message),
    onDidReceiveMessage: (listener: (message: unknown) => unknown) => (hear = listener),
  };
  const panel = new Panel("files" as never, server as never, { language: "en", texts: {} } as never);
  panel.resolveWebviewView({ webview, visible: true, onDidChangeVisibility: () => undefined, onDidDispose: () => undefined } as never);
  return { ...told, say: (message: unknown) => hear(message), html: () => webview.html };
}

test("no message makes the panel throw or run a command that has no button", async () => {
  const panel = drawn();
  const before = panel.html();
  for (let seed = 0; seed < SEEDS; seed++) {
    const throwing = dice(seed);
    const all = [...messages, ...further];
    const message = all[throwing(all.length)];
    await panel.say(throwing(4) === 0 ? message : mutated(message, throwing));
  }
  assert.ok(panel.posted.length > 100, "hardly anything was heard");
  assert.ok(panel.run.length > 10, "no button was heard");
  assert.deepEqual(panel.run.filter((name) => !mayRun(name)), []);
  assert.ok(panel.copied.every((text) => typeof text === "string"));
  assert.equal(panel.html(), before);
});

test("what is no message is told in the log and answered by nothing", async () => {
  const panel = drawn();
  const strange = [null, 7n, "<b>", [], { type: "constructor" }, { type: "reveal", uri: "u" }, JSON.parse('{"__proto__": {"type": "ready"}}')];
  for (const message of strange) {
    assert.equal(isFromPanel(message), false);
    await panel.say(message);
  }
  assert.equal(panel.logged.length, strange.length);
  assert.deepEqual(panel.posted, []);
});

test("what the server refuses is said where somebody waits for it, and else told in the log", async () => {
  const panel = drawn();
  await panel.say({ type: "ready" });
  await panel.say({ type: "answer", uri: "u", question: "1", answer: "<img src=x onerror=alert(1)>" });
  assert.deepEqual(panel.posted.at(-1), { type: "answered", refused: "the server is gone" });
  await panel.say({ type: "forget", uri: "u", number: 1 });
  assert.deepEqual(panel.logged, ['The panel\'s "forget" came to nothing: the server is gone']);
});
