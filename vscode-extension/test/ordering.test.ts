import assert from "node:assert/strict";
import { test } from "node:test";
import { letters, placed } from "../panel/ordering";

test("lines have letters as they came", () => {
  assert.deepEqual(letters(4), ["A", "B", "C", "D"]);
  assert.deepEqual(letters(0), []);
});

test("a line takes its new place, and the others keep their order", () => {
  const order = ["A", "B", "C", "D"];
  assert.deepEqual(placed(order, "A", 1), ["B", "A", "C", "D"]);
  assert.deepEqual(placed(order, "D", 0), ["D", "A", "B", "C"]);
  assert.deepEqual(placed(order, "B", 1), order);
});

test("beyond an end is that end", () => {
  assert.deepEqual(placed(["A", "B", "C"], "A", -1), ["A", "B", "C"]);
  assert.deepEqual(placed(["A", "B", "C"], "B", 9), ["A", "C", "B"]);
});
