import assert from "node:assert/strict";
import { test } from "node:test";
import { atWork, inWordsOf } from "../panel/texts";
import { chosen, type Models, pick, refusal, secretFor } from "../src/models";
import { lastExchange } from "../src/thread";

const MODELS: Models = { from: "server", name: "m", url: "https://a.example/v1", seconds: 8, requestsPerDay: 3, tokensPerDay: 9 };

test("what a folder says of models is passed over", () => {
  const evil = { workspaceValue: "https://evil.example", workspaceFolderValue: "https://evil.example" };
  const settings: Record<string, object> = { url: { ...evil, defaultValue: "" }, from: { ...evil, defaultValue: "", globalValue: "editor" }, seconds: { defaultValue: 8, globalValue: 4 } };
  const found = chosen((key) => settings[key]);
  assert.deepEqual([found.url, found.from, found.seconds], ["", "editor", 4]);
});

test("each server has a key of its own, and an editor's model has none", () => {
  assert.notEqual(secretFor(MODELS), secretFor({ ...MODELS, url: "https://b.example/v1" }));
  assert.equal(secretFor(MODELS), secretFor({ ...MODELS, url: "https://a.example/v1/" }));
  assert.notEqual(secretFor({ ...MODELS, url: "" }), secretFor({ ...MODELS, from: "", url: "" }));
  assert.equal(secretFor({ ...MODELS, from: "editor" }), undefined);
  assert.equal(secretFor({ ...MODELS, from: "off" }), undefined);
});

test("an editor's model is found by name, family or id, and without a wish the first is taken", () => {
  const models = [{ id: "1", family: "small", name: "Small One" }, { id: "2", family: "large", name: "Large One" }];
  assert.equal(pick(models, "")?.id, "1");
  for (const wish of ["2", "large", "Large One"]) {
    assert.equal(pick(models, wish)?.id, "2", wish);
  }
  assert.equal(pick(models, "other"), undefined);
  assert.equal(pick([], ""), undefined);
});

test("why the editor refused is told in the words of the protocol", () => {
  const codes = ["NoPermissions", "NotFound", "Blocked", "Unknown"].map((code) => refusal(Object.assign(new Error("x"), { code })));
  assert.deepEqual(codes, ["consent", "none", "budget", "other"]);
  assert.equal(refusal(undefined), "other");
});

test("whose words a question is in is told, also in the code", () => {
  const worded = { by: "mock", plain: "How often?" };
  assert.equal(inWordsOf(worded), "In the words of mock");
  const turn = { number: 1, speaker: "tutor" as const, level: 1, kind: "count", text: "How often, then?", worded };
  const view = { uri: "file:///a.py", program: "a.py", language: "en", status: "failing" as const, headline: "", turns: [turn] };
  assert.deepEqual(lastExchange(view), [{ who: "Gadfly", markdown: "How often, then?", label: "In the words of mock" }]);
});

test("what a model is at is told while it is asked and when it was in vain", () => {
  assert.match(atWork({ name: "mock", asked: true, note: "" }), /^mock may find other words .* You can answer already\.$/);
  assert.equal(atWork({ name: "mock", asked: false, note: "It is busy." }), "It is busy.");
  assert.equal(atWork({ name: "mock", asked: false, note: "" }), "");
});
