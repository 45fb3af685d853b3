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

  const photograph = async () => failed.length > 0 && (await shown()?.picture(screenshot("failure")));

  before(() => mkdir(SCREENSHOTS, { recursive: true }));
  after(async () => {
    const problems = [];
    for (const end of [photograph, ...started.map((thing) => () => (thing.stop ?? thing.close).call(thing))]) {
      try {
        await end();
      } catch (problem) {
        problems.push(problem); // and the rest is still stopped
      }
    }
    if (problems.length > 0) {
      throw new AggregateError(problems, problems.map(String).join("; "));
    }
  });
  return { step, ending };
}
