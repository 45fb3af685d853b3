import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";

const manifest = JSON.parse(readFileSync("package.json", "utf8"));
const { contributes, capabilities } = manifest;
const settings: Record<string, { scope: string; markdownDescription?: string }> = contributes.configuration.properties;
const source = readdirSync("vscode-extension/src").map((name) => readFileSync(`vscode-extension/src/${name}`, "utf8")).join("\n");

test("every key and menu entry belongs to a command, and every command is carried out", () => {
  const commands: string[] = contributes.commands.map(({ command }: { command: string }) => command);
  const used = [...contributes.keybindings, ...Object.values(contributes.menus).flat() as { command: string }[]];
  for (const { command } of used) {
    assert.ok(commands.includes(command) || command === "gadfly.panel.focus", command);
  }
  for (const command of commands) {
    assert.ok(source.includes(`"${command}": (`), command);
  }
});

test("a folder can choose neither what is started, nor where it comes from, nor that what is sent, a token too, is written down", () => {
  for (const name of ["gadfly.server.command", "gadfly.server.address", "gadfly.server.student", "gadfly.wheelhouse", "gadfly.trace.server"]) {
    assert.equal(settings[name]?.scope, "machine", name);
  }
  for (const name of ["gadfly.importStrategy", "gadfly.python.interpreter"]) {
    assert.ok(capabilities.untrustedWorkspaces.restrictedConfigurations.includes(name), name);
  }
});

test("a folder can choose no model", () => {
  const ofModels = Object.entries(settings).filter(([name]) => name.startsWith("gadfly.models."));
  assert.ok(ofModels.length >= 6);
  for (const [name, { scope }] of ofModels) {
    assert.equal(scope, "application", name);
    assert.doesNotMatch(name, /key|secret|token$/i, "a key has no place among settings");
  }
});

test("every setting says what it is for, and every file that is named exists", () => {
  for (const [name, { markdownDescription }] of Object.entries(settings)) {
    assert.ok(markdownDescription, name);
  }
  for (const [path] of JSON.stringify(manifest).matchAll(/vscode-extension\/media\/[\w.]+/g)) {
    assert.ok(existsSync(path), path);
  }
});

test("no registry's address is in the lock file", () => {
  assert.doesNotMatch(readFileSync("package-lock.json", "utf8"), /"resolved"|registry/);
});
