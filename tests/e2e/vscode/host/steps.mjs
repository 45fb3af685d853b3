// Tests in a real editor that tell one story: each goes on where the last one ended, so that after a failure the rest
// says nothing. What is started for the story is stopped after it, the last first.
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { ROOT } from "./code.mjs";

const SCREENSHOTS = join(ROOT, "build/screenshots");
export const screenshot = (name) => join(SCREENSHOTS, `${name}.png`);

// To be called in `describe`; `shown` gives the window that a failure is photographed in.
export function inSteps(shown) {
  const failed = [];
  const started = [];

  const step = (name, run) =>
    test(name, async (t) => {
      if (failed.length > 0) {
        return t.skip(`after «${failed[0]}»`);
      }
      failed.push(name);
      await run();
      failed.pop();
    });
  const ending = async (starting) => {
    const thing = await starting;
    started.unshift(thing);
    return thing;
  };

  before(() => mkdir(SCREENSHOTS, { recursive: true }));
  after(async () => {
    if (failed.length > 0) {
      await shown()?.picture(screenshot("failure"));
    }
    for (const thing of started) {
      await (thing.stop ?? thing.close).call(thing);
    }
  });
  return { step, ending };
}
