import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { mayRun } from "../src/allowed";

const text = ["panel/panel.ts", "src/server.ts"].map((name) => readFileSync(`vscode-extension/${name}`, "utf8")).join("\n");
const named = new Set([...text.matchAll(/command: "([\w.]+)"|way\(.*"([\w.]+)"\)/g)].map((found) => found[1] ?? found[2]));

test("every button of the page works", () => {
  assert.ok(named.size >= 5);
  for (const command of named) {
    assert.ok(mayRun(command), command);
  }
});

test("the page cannot have anything else done", () => {
  for (const command of ["workbench.action.terminal.sendSequence", "vscode.open", "gadfly.panel.focus ", "", undefined, null, {}, ["gadfly.help"]]) {
    assert.equal(mayRun(command), false, String(command));
  }
});

test("the panel asks before it carries out what the page posts", () => {
  const panel = readFileSync("vscode-extension/src/panel.ts", "utf8");
  const carriedOut = [...panel.matchAll(/.*executeCommand\((?!").*/g)].map(([line]) => line);
  assert.equal(carriedOut.length, 1);
  assert.match(carriedOut[0] ?? "", /mayRun\(message\.command\) \? /);
});
