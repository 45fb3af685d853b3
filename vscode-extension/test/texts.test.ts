import assert from "node:assert/strict";
import { test } from "node:test";
import { earlier, linesOf, markOf, numbered, pieces, startsExchange } from "../panel/texts";
import type { TurnView } from "../src/protocol";

const turn = (number: number, speaker: "tutor" | "student", text: string, marked?: "right" | "wrong"): TurnView =>
  ({ number, speaker, level: 1, kind: "count", text, ...(marked ? { marked } : {}) });

const span = (first: number, last: number, character: number) =>
  ({ start: { line: first, character: 0 }, end: { line: last, character } });

test("names in backticks become code, lines become places, and an unpaired backtick stays", () => {
  assert.deepEqual(pieces("What is `x` on line 4?"), [
    { text: "What is ", kind: "word" },
    { text: "x", kind: "code" },
    { text: " on ", kind: "word" },
    { text: "line 4", kind: "place" },
    { text: "?", kind: "word" },
  ]);
  assert.deepEqual(pieces("lines 2 to 5"), [{ text: "lines 2 to 5", kind: "place" }]);
  assert.deepEqual(pieces("`line 4`"), [{ text: "line 4", kind: "code" }]);
  assert.deepEqual(pieces("a ` alone"), [{ text: "a ` alone", kind: "word" }]);
  assert.deepEqual(pieces("``"), [{ text: "``", kind: "word" }]);
});

test("a range that ends at the start of a line does not touch that line", () => {
  assert.deepEqual(linesOf(span(3, 4, 0)), [4, 4]);
  assert.deepEqual(linesOf(span(3, 4, 2)), [4, 5]);
  assert.deepEqual(linesOf(span(3, 3, 0)), [4, 4]);
});

test("a snippet's lines carry the program's numbers, and only a part of it is set off", () => {
  const snippet = { text: "def f():\n    a\n    b\n", firstLine: 7 };
  assert.deepEqual(numbered(snippet, 8, 8), [
    { number: 7, text: "def f():", shown: false },
    { number: 8, text: "    a", shown: true },
    { number: 9, text: "    b", shown: false },
  ]);
  assert.ok(numbered(snippet, 7, 9).every(({ shown }) => !shown), "to set off everything sets off nothing");
  assert.ok(numbered(snippet).every(({ shown }) => !shown));
  const inner = numbered({ text: "    for i in a:\n\n        b\n", firstLine: 4 });
  assert.deepEqual(inner.map(({ text }) => text), ["for i in a:", "", "    b"], "what all lines are indented by is left out");
});

test("the turn that asks the open question is shown once, as the question", () => {
  const turns = [turn(1, "tutor", "How often?"), turn(2, "student", "2"), turn(3, "tutor", "How often?")];
  assert.deepEqual(earlier(turns, "How often?").map(({ number }) => number), [1, 2]);
  assert.deepEqual(earlier(turns, undefined), turns);
  const offered = [...turns, turn(4, "tutor", "Just say more.")];
  assert.deepEqual(earlier(offered, "How often?", "Just say more.").map(({ number }) => number), [1, 2], "an offer has a button");
});

test("an exchange starts with the tutor's next question, not with the reply to an answer", () => {
  const turns = [turn(1, "tutor", "?"), turn(2, "student", "2"), turn(3, "tutor", "Yes.", "right"), turn(4, "tutor", "?")];
  assert.deepEqual(turns.map((_, index) => startsExchange(turns, index)), [true, false, false, true]);
});

test("a mark is shown once, at the answer where it has one", () => {
  const both = [turn(1, "tutor", "?"), turn(2, "student", "2", "wrong"), turn(3, "tutor", "It was 1.", "wrong")];
  assert.deepEqual(both.map((_, index) => markOf(both, index)), [undefined, "wrong", undefined]);
  const reply = [turn(1, "tutor", "?"), turn(2, "student", "1"), turn(3, "tutor", "Yes.", "right")];
  assert.deepEqual(reply.map((_, index) => markOf(reply, index)), [undefined, undefined, "right"]);
});
