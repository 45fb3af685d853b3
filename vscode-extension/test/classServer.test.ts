import assert from "node:assert/strict";
import { createServer, Socket } from "node:net";
import { test } from "node:test";
import { addressOf, connected, isClassToken, tokenName } from "../src/classServer";

test("an address is a host and a port", () => {
  assert.deepEqual(addressOf(" 127.0.0.1:7000 "), { host: "127.0.0.1", port: 7000 });
  assert.deepEqual(addressOf("class.example:1"), { host: "class.example", port: 1 });
  assert.deepEqual(addressOf("[::1]:65535"), { host: "::1", port: 65535 });
  for (const text of ["", "class.example", ":7000", "class:0", "class:65536", "class:70a", "http://class:70", "a@class:70", "::1:70", "[x]:70"]) {
    assert.equal(addressOf(text), undefined, text);
  }
});

test("each student has a token of their own for each server", () => {
  const ada = { host: "a.example", port: 7000, student: "ada" };
  const names = [ada, { ...ada, port: 7001 }, { ...ada, host: "b.example" }, { ...ada, student: "bob" }].map(tokenName);
  assert.equal(new Set(names).size, 4);
  assert.ok(names.every(isClassToken));
  assert.ok(!isClassToken("gadfly.modelKey server"));
});

test("what is written arrives, and what comes back is read", async () => {
  const server = createServer((socket) => socket.pipe(socket)).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const { port } = server.address() as { port: number };
  const { reader, writer } = await connected({ host: "127.0.0.1", port });
  writer.write("hello");
  const heard = await new Promise((resolve) => reader.once("data", (data) => resolve(String(data))));
  assert.equal(heard, "hello");
  writer.end();
  server.close();
  await assert.rejects(connected({ host: "127.0.0.1", port }));
});

test("a connection that stands is not given up, and one that never does is", async () => {
  const server = createServer((socket) => socket.pipe(socket)).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const { port } = server.address() as { port: number };
  const { writer } = await connected({ host: "127.0.0.1", port });
  const socket = writer as Socket;
  assert.equal(socket.timeout, 0);
  assert.equal(socket.listenerCount("timeout"), 0);
  socket.end();
  const silent = new Socket();
  await assert.rejects(connected({ host: "192.0.2.1", port: 1 }, 1, () => silent), /no answer within 1 ms/);
  assert.ok(silent.destroyed);
  server.close(); // until here it keeps Node waiting, which a timer of a socket does not
});
