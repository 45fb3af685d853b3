import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { afterEach, test } from "node:test";
import { later, say, speak } from "../panel/language";
import { happens } from "../panel/stepping";
import { pieces } from "../panel/texts";
import { lastExchange } from "../src/thread";

const read = (path: string): Record<string, string> => JSON.parse(readFileSync(path, "utf8"));
const german = read("l10n/bundle.l10n.de.json");
const sources = ["src", "panel"].flatMap((folder) => readdirSync(`vscode-extension/${folder}`).filter((name) => name.endsWith(".ts")).map((name) => readFileSync(`vscode-extension/${folder}/${name}`, "utf8")));
const places = (text: string) => (text.match(/\{\d\}/g) ?? []).sort();

afterEach(() => speak({}));

test("every label has a German text, with the same values in it, and no text is left over", () => {
  const said = sources.flatMap((source) => [...source.matchAll(/\b(?:say|later)\(("(?:[^"\\]|\\.)*")/g)].map(([, text]) => JSON.parse(text ?? "") as string));
  assert.deepEqual(Object.keys(german).sort(), [...new Set(said)].sort());
  for (const [english, text] of Object.entries(german)) {
    assert.ok(text.trim(), english);
    assert.deepEqual(places(text), places(english), english);
  }
});

test("a text that is said is written where it is said, so that it is found", () => {
  const computed = sources.flatMap((source) => source.match(/\b(?:say|later)\((?=[`'])/g) ?? []);
  assert.deepEqual(computed, []);
});

test("every text of the manifest is in English and in German, and every page of the walkthrough too", () => {
  const [english, inGerman] = [read("package.nls.json"), read("package.nls.de.json")];
  const used = [...readFileSync("package.json", "utf8").matchAll(/"%([^"%]+)%"/g)].map(([, key]) => key ?? "");
  assert.deepEqual(Object.keys(english).sort(), [...new Set(used)].sort());
  assert.deepEqual(Object.keys(inGerman), Object.keys(english));
  for (const [key, text] of Object.entries(inGerman)) {
    assert.deepEqual(text.match(/command:[^)]+|`[^`]+`/g)?.sort(), english[key]?.match(/command:[^)]+|`[^`]+`/g)?.sort(), key);
  }
  const pages = readdirSync("vscode-extension/media").filter((name) => name.endsWith(".md"));
  const plain = pages.filter((name) => !name.includes(".nls."));
  assert.deepEqual(pages.filter((name) => name.includes(".nls.")), plain.map((name) => name.replace(".md", ".nls.de.md")));
});

test("German settings and pages name commands as German menus do", () => {
  const texts = read("package.nls.de.json");
  const titles = Object.entries(texts).filter(([key]) => key.startsWith("command.")).map(([, title]) => title);
  const named = Object.values(texts).flatMap((text) => [...text.matchAll(/\*Gadfly: ([^*]+)\*/g)].map(([, title]) => title ?? ""));
  assert.ok(named.length >= 3);
  for (const title of named) {
    assert.ok(titles.includes(title), title);
  }
});

test("a text is said in the language that is spoken, and one without a translation in English", () => {
  speak({ "Step {0} of {1}": "Schritt {0} von {1}" });
  assert.equal(say("Step {0} of {1}", 2, 7), "Schritt 2 von 7");
  assert.equal(say("Line", 1), "Line");
  assert.equal(say(later("{0} is {1}"), "{1}", "{0}"), "{1} is {0}", "a value is a value, whatever stands in it");
});

test("the talk in the code and the steps of a run are in German where the dialogue is", () => {
  speak(german);
  const turns = [{ number: 1, speaker: "student" as const, level: 1, kind: "count", text: "2", marked: "wrong" as const }];
  const view = { uri: "file:///a.py", program: "a.py", language: "de", status: "failing" as const, headline: "", turns };
  assert.deepEqual(lastExchange(view), [{ who: "Du", markdown: "2", label: "Stimmt nicht" }]);
  const step = { number: 1, kind: "line" as const, line: 4, code: "", function: "f", depth: 0, names: [], passes: [] };
  assert.equal(happens(step), "Zeile 4 läuft als Nächstes");
  assert.deepEqual(pieces("Was ist in Zeile 4?")[1], { text: "Zeile 4", kind: "place" });
});
