// Tests that tell one story: each goes on where the last one ended, so that after a failure the rest says nothing.
import { test } from "node:test";

export function inSteps() {
  const failed = [];
  const step = (name, run) =>
    test(name, async (t) => {
      if (failed.length > 0) {
        return t.skip(`after «${failed[0]}»`);
      }
      failed.push(name);
      await run();
      failed.pop();
    });
  return { step, failed };
}
