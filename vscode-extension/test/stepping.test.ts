import assert from "node:assert/strict";
import { test } from "node:test";
import { announced, happens, missing, movedTo, taken } from "../panel/stepping";
import type { StepView, TraceView } from "../src/protocol";

const step = (number: number, more: Partial<StepView> = {}): StepView =>
  ({ number, kind: "line", line: 4, code: "total += n", function: "add", depth: 0, names: [], passes: [], ...more });
const trace = (total: number, steps: StepView[], more: Partial<TraceView> = {}): TraceView =>
  ({ test: "test_add", call: "add([1, 2])", steps, offset: 0, total, stoppedAt: "end", message: "The run ends here.", ...more });
const three = trace(3, [step(1), step(2), step(3)]);

test("a run begins at its first step, and there is none beyond its ends", () => {
  const begun = taken(null, three);
  assert.equal(begun.at, 1);
  assert.equal(movedTo(begun, 0).at, 1);
  assert.equal(movedTo(begun, 2).at, 2);
  assert.equal(movedTo(begun, 9).at, 3);
});

test("the same run stays where it is when more of it may be seen, another one begins anew", () => {
  const there = movedTo(taken(null, three), 3);
  assert.equal(taken(there, trace(4, [step(1), step(2), step(3), step(4)])).at, 3);
  assert.equal(taken(there, trace(2, [step(1), step(2)])).at, 2, "less may be seen while a question is open");
  assert.equal(taken(there, trace(4, [step(1)], { call: "add([])" })).at, 1);
});

test("of a long run, what is not there yet is asked for", () => {
  const first = taken(null, trace(300, [step(1), step(2)]));
  assert.equal(missing(first), null);
  const far = movedTo(first, 300);
  assert.equal(missing(far), 250);
  const more = taken(far, trace(300, [step(299), step(300)], { offset: 298 }));
  assert.equal(missing(more), null);
  assert.equal(missing(movedTo(more, 2)), null, "what came before is kept");
  assert.equal(missing(taken(null, trace(0, []))), null, "nothing was recorded");
});

test("each kind of step is told in words", () => {
  assert.equal(happens(step(1)), "line 4 is about to run");
  assert.equal(happens(step(1, { kind: "call", line: 2 })), "`add` begins on line 2");
  assert.equal(happens(step(1, { kind: "return", value: "6" })), "`add` gives back `6` on line 4");
  assert.equal(happens(step(1, { kind: "raise", value: "IndexError" })), "`add` ends with `IndexError` on line 4");
});

test("a listener hears the step, the line and what changed", () => {
  const names = [{ name: "n", value: "2", changed: false }, { name: "total", value: "5", changed: true }];
  assert.equal(announced(taken(null, trace(12, [step(1, { names })]))), "Step 1 of 12: line 4 is about to run, total is 5");
  assert.equal(announced(taken(null, trace(0, []))), "");
});
