import assert from "node:assert/strict";
import { test } from "node:test";
import type { DialogueView, QuestionView, TurnView } from "../src/protocol";
import { lastExchange, lineOf, markdown } from "../src/thread";

const at = (line: number) => ({ start: { line, character: 0 }, end: { line, character: 9 } });
const turn = (number: number, speaker: "tutor" | "student", text: string, more: Partial<TurnView> = {}): TurnView =>
  ({ number, speaker, level: 2, kind: "count", text, ...more });
const question: QuestionView = { id: "q2", kind: "value-at", level: 2, text: "What is `i`?", entry: "choice", choices: ["0", "`None`"], range: at(6) };
const view: DialogueView = {
  uri: "file:///a.py", program: "a.py", language: "en", status: "failing", headline: "", question,
  turns: [
    turn(1, "tutor", "How often?", { range: at(3) }),
    turn(2, "student", "2", { marked: "wrong" }),
    turn(3, "tutor", "You said 2. In the run it was 1.", { marked: "wrong", range: at(3) }),
    turn(4, "tutor", "What is `i`?", { range: at(6) }),
  ],
};

test("the talk stands at the question, or where it last was", () => {
  assert.equal(lineOf(view), 6);
  const { range: _, ...placeless } = question;
  assert.equal(lineOf({ ...view, turns: view.turns.slice(0, 3), question: placeless }), 3);
  assert.equal(lineOf({ ...view, turns: [], question: placeless }), 0);
});

test("it has the last answer, what came of it, and the question", () => {
  assert.deepEqual(lastExchange(view).map(({ who, label }) => [who, label]), [["You", "Not so"], ["Gadfly", undefined], ["Gadfly", undefined]]);
  assert.deepEqual(lastExchange({ ...view, turns: view.turns.slice(0, 1) }).map(({ markdown: said }) => said), ["How often?"]);
});

const asks = (more: Partial<QuestionView>) => lastExchange({ ...view, question: { ...question, ...more } }).at(-1)?.markdown ?? "";

test("choices have letters, by which they can be picked", () => {
  assert.match(asks({}), /^What is `` i ``\?\n\nA\. 0\n\nB\. `` None ``$/);
  assert.match(asks({ entry: "order", choices: ["    water(pot)", "for pot in pots:"] }), /\nA       water\(pot\)\nB   for pot in pots:\n/);
  assert.doesNotMatch(asks({ entry: "number" }), /A\./);
});

test("nothing in the words is taken for Markdown but what stands in backticks", () => {
  assert.equal(markdown("*a* <b> [c](d) `x_1`"), "\\*a\\* \\<b\\> \\[c\\]\\(d\\) `` x_1 ``");
  assert.match(markdown("Look:\n`a = 1\nb = 2`"), /````python\na = 1\nb = 2\n````/);
});
