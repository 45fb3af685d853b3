// What was started for a story is stopped after it, also where a photograph or one of them fails.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";

const STORY = `
import { before, describe } from "node:test";
import { inSteps } from ${JSON.stringify(pathToFileURL(join(import.meta.dirname, "host/steps.mjs")))};

describe("a story", () => {
  const { step, ending } = inSteps(() => ({ picture: () => Promise.reject(new Error("no page")) }));
  before(async () => {
    await ending({ stop: () => console.log("first stopped") });
    await ending({ close: () => { throw new Error("cannot close"); } });
  });
  step("fails", () => { throw new Error("on purpose"); });
  step("never runs", () => console.log("went on"));
});
`;

test("all that was started is stopped, whatever fails", async () => {
  const folder = await mkdtemp(join(tmpdir(), "gadfly-steps-"));
  try {
    await writeFile(join(folder, "story.mjs"), STORY);
    const { stdout, status } = spawnSync(process.execPath, [join(folder, "story.mjs")], { encoding: "utf8", env: {} });
    assert.match(stdout, /first stopped/);
    assert.match(stdout, /no page; Error: cannot close/);
    assert.doesNotMatch(stdout, /went on/);
    assert.equal(status, 1);
  } finally {
    await rm(folder, { recursive: true });
  }
});
