/** Messages that nobody thought of, from a seed: each is heard whole or left alone, and nothing throws. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { isDialogue, isFromPanel, isToPanel, isTrace } from "../src/messages";
import { dice, messages, mutated } from "./storms";

const SEEDS = 20_000;
const checks = [isFromPanel, isToPanel, isDialogue, isTrace] as const;

/** What VS Code would throw at: a place before the beginning of a text. */
function* places(value: unknown): Generator<unknown> {
  if (typeof value === "object" && value !== null) {
    for (const [name, inner] of Object.entries(value)) {
      if (name === "line" || name === "character") {
        yield inner;
      }
      yield* places(inner);
    }
  }
}

test("no message makes its check throw, and what passes is heard again when it comes by JSON", () => {
  let heard = 0;
  for (let seed = 0; seed < SEEDS; seed++) {
    const throwing = dice(seed);
    let message: unknown = messages[throwing(messages.length)];
    for (let times = 1 + throwing(3); times > 0; times--) {
      message = mutated(message, throwing);
    }
    for (const is of checks) {
      const passes = is(message);
      assert.equal(typeof passes, "boolean", `seed ${seed}`);
      if (passes) {
        heard++;
        assert.equal(is(JSON.parse(JSON.stringify(message))), true, `seed ${seed}`);
      }
    }
  }
  assert.ok(heard > SEEDS / 100, `only ${heard} of them were of a kind that is heard`);
});

test("a place that VS Code would throw at is not revealed", () => {
  for (let seed = 0; seed < SEEDS; seed++) {
    const message = mutated(messages[1 + (seed % 2)], dice(seed));
    if (isFromPanel(message) && (message.type === "reveal" || message.type === "step")) {
      for (const number of places(message.type === "reveal" ? message.range : { line: message.line - 1 })) {
        assert.ok(Number.isSafeInteger(number) && (number as number) >= 0, `seed ${seed}: ${String(number)}`);
      }
    }
  }
});
