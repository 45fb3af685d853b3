import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test, type TestContext } from "node:test";
import { askPython, CannotStart, COMMON_NAMES, canHost, carriedWheel, firstHost, fits, PrivateEnvironment, readPython, serverCommand } from "../src/environment";

async function folder(t: TestContext): Promise<string> {
  const made = await mkdtemp(join(tmpdir(), "gadfly-test-"));
  t.after(() => rm(made, { recursive: true, force: true }));
  return made;
}

test("an interpreter's answer is read from its last lines", () => {
  const python = { path: "/usr/bin/python3", version: [3, 11], gadfly: "0.1.0" };
  assert.deepEqual(readPython("/usr/bin/python3\n3\n11\n0.1.0\n"), python);
  assert.deepEqual(readPython("hello from sitecustomize\n/usr/bin/python3\n3\n11\n0.1.0\n"), python);
  assert.deepEqual(readPython("C:\\py.exe\r\n3\r\n9\r\n\r\n"), { path: "C:\\py.exe", version: [3, 9], gadfly: null });
  assert.equal(readPython("Python was not found; run without arguments to install it"), null);
  assert.equal(readPython(""), null);
});

test("the server needs Python 3.10", () => {
  const python = (major: number, minor: number) => ({ path: "p", version: [major, minor] as [number, number], gadfly: null });
  assert.ok(canHost(python(3, 10)));
  assert.ok(canHost(python(3, 14)));
  assert.ok(!canHost(python(3, 9)));
  assert.ok(!canHost(python(2, 7)));
});

test("a version fits when the protocol is the same", () => {
  assert.ok(fits("0.1.7", "0.1.0"));
  assert.ok(!fits("0.2.0", "0.1.0"));
  assert.ok(fits("1.9.0", "1.2.3"));
  assert.ok(!fits("2.0.0", "1.2.3"));
  assert.ok(!fits(null, "0.1.0"));
});

test("what is not a Python is passed over", async () => {
  assert.equal(await askPython(["no-such-python"]), null);
  assert.equal(await askPython([process.execPath]), null);
  assert.equal(await firstHost([["no-such-python"]]), null);
});

test("the Python on the path is found, and started apart from the folder's own modules", async (t) => {
  const python = await firstHost([["no-such-python"], ...COMMON_NAMES]);
  if (!python) {
    return t.skip("no Python 3.10 or newer on the path");
  }
  assert.ok(canHost(python));
  assert.deepEqual(serverCommand(python.path).slice(1), ["-I", "-m", "gadfly_server", "serve"]);
});

test("the newest carried wheel is taken, and nothing else", async (t) => {
  const wheels = await folder(t);
  assert.equal(await carriedWheel(join(wheels, "missing")), null);
  assert.equal(await carriedWheel(wheels), null);
  for (const name of ["gadfly-0.1.0-py3-none-any.whl", "gadfly-0.1.1-py3-none-any.whl", "other-9.0-py3-none-any.whl"]) {
    await writeFile(join(wheels, name), "");
  }
  assert.equal(await carriedWheel(wheels), join(wheels, "gadfly-0.1.1-py3-none-any.whl"));
});

test("an environment counts only when it was made whole, from this wheel, and its Python is there", async (t) => {
  const storage = await folder(t);
  const wheel = join(storage, "gadfly-0.1.0-py3-none-any.whl");
  const stamp = join(storage, "environment", "made-from.txt");
  await writeFile(wheel, "a wheel");
  const environment = new PrivateEnvironment(storage, wheel, storage);
  assert.equal(await environment.isReady(), false);

  const base = await firstHost(COMMON_NAMES);
  if (!base) {
    return t.skip("no Python 3.10 or newer on the path");
  }
  await assert.rejects(environment.make("no-such-python", () => {}), CannotStart);
  await assert.rejects(environment.make(base.path, () => {}), /could not be installed from/);
  assert.equal(await environment.isReady(), false, "nothing says that it was finished");
  await writeFile(stamp, createHash("sha256").update("a wheel").digest("hex"));
  assert.equal(await environment.isReady(), true);
  const withModels = new PrivateEnvironment(storage, wheel, storage, "models");
  assert.equal(await withModels.isReady(), false, "what talks to models is not there");
  await writeFile(stamp, `${createHash("sha256").update("a wheel").digest("hex")} models`);
  assert.equal(await withModels.isReady(), true);
  assert.equal(await environment.isReady(), true, "more than is wanted will do");
  await writeFile(wheel, "another wheel");
  assert.equal(await environment.isReady(), false, "it was made from another wheel");
});
