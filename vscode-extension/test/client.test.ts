import assert from "node:assert/strict";
import { PassThrough } from "node:stream";
import { test } from "node:test";
import { type CodeAction, commands, env, languages, window, workspace } from "vscode";
import { createMessageConnection, type MessageConnection, ResponseError, StreamMessageReader, StreamMessageWriter } from "vscode-languageclient/node";
import { Client } from "../src/client";

const document = { uri: "file:///work.py", languageId: "python" };
const place = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** A client whose server has no action for any place, and what it shows. */
async function running(): Promise<{ client: Client; askForActions: () => Promise<unknown>; shown: string[]; server: MessageConnection }> {
  const [there, back] = [new PassThrough(), new PassThrough()];
  const server = createMessageConnection(new StreamMessageReader(there), new StreamMessageWriter(back));
  server.onRequest("initialize", () => ({ capabilities: { codeActionProvider: true, documentFormattingProvider: true, executeCommandProvider: { commands: ["gadfly.run", "vscode.open"] } } }));
  server.onRequest("textDocument/codeAction", () => new ResponseError(1, "no action"));
  server.onRequest("shutdown", () => null);
  server.listen();
  const transport = async () => ({ reader: new StreamMessageReader(back), writer: new StreamMessageWriter(there) });
  const client = new Client("gadfly", "Gadfly", transport as never, { documentSelector: ["python"] });
  const shown: string[] = [];
  Object.assign(window, { showErrorMessage: async (text: string) => void shown.push(text) });
  await client.start();
  const { codeActions } = (languages as unknown as { registered: { codeActions: { provideCodeActions(...asked: unknown[]): Promise<unknown> } } }).registered;
  const token = { isCancellationRequested: false, onCancellationRequested: () => ({ dispose: () => {} }) };
  return { client, server, askForActions: () => codeActions.provideCodeActions(document, place, { diagnostics: [] }, token), shown };
}

test("what is asked of a server as it is stopped has an empty answer, and no message is shown", async () => {
  const { client, askForActions, shown } = await running();
  const answer = askForActions();
  const stopped = client.stop();
  assert.equal(await answer, null);
  await stopped;
  assert.equal(await askForActions(), null);
  client.error("what is typed was not sent");
  assert.deepEqual(shown, []);
});

test("what a running server refuses is shown", async () => {
  const { client, askForActions, shown } = await running();
  await assert.rejects(askForActions(), /no action/);
  assert.match(String(shown), /textDocument\/codeAction failed/);
  await client.stop();
});

test("a server has nothing opened, run or changed but what Gadfly's own needs", async () => {
  const done: unknown[] = [];
  const notes = (what: string) => async (...given: unknown[]) => void done.push([what, ...given.slice(0, 1)]);
  Object.assign(workspace, { applyEdit: notes("edit") });
  Object.assign(env, { openExternal: notes("open outside") });
  Object.assign(window, { showTextDocument: notes("open") });
  const registered: string[] = [];
  Object.assign(commands, { registerCommand: (name: string) => { registered.push(name); return { dispose: () => {} }; } });
  const formats: unknown[] = [];
  Object.assign(languages, { registerDocumentFormattingEditProvider: (...given: unknown[]) => { formats.push(given); return { dispose: () => {} }; } });
  const { client, server, askForActions } = await running();
  const edit = { documentChanges: [{ kind: "create", uri: "file:///ada/.profile" }] };
  assert.deepEqual(await server.sendRequest("workspace/applyEdit", { edit }), { applied: false });
  for (const asked of [{ uri: "https://example.org/a.md", external: true }, { uri: "file:///a.md", external: true }, { uri: "file:///ada/.profile" }]) {
    assert.deepEqual(await server.sendRequest("window/showDocument", asked), { success: false });
  }
  assert.deepEqual(done, []);
  assert.deepEqual(await server.sendRequest("window/showDocument", { uri: "file:///a%20page.md" }), { success: true });
  assert.equal(done.length, 1);
  await server.sendRequest("client/registerCapability", { registrations: [{ id: "1", method: "textDocument/formatting", registerOptions: {} }] });
  assert.deepEqual(formats, []);
  assert.deepEqual(registered, ["gadfly.run"]);
  const call = (command: string) => ({ title: command, command });
  server.onRequest("textDocument/codeAction", () => [
    { title: "ours", command: call("gadfly.run") }, { title: "theirs", command: call("workbench.action.terminal.sendSequence") },
    call("vscode.open"), { title: "an edit", command: call("gadfly.run"), edit: { changes: {} } },
  ]);
  assert.deepEqual((await askForActions() as CodeAction[]).map(({ command }) => command?.command), ["gadfly.run"]);
  await client.stop();
});

test("a server that refuses the student and hangs up shows no message: the panel tells why", async () => {
  const [there, back] = [new PassThrough(), new PassThrough()];
  const server = createMessageConnection(new StreamMessageReader(there), new StreamMessageWriter(back));
  server.onRequest("initialize", () => {
    setTimeout(() => back.destroy(), 20);
    return new ResponseError(-32602, "Your token is not right.");
  });
  server.listen();
  const transport = async () => ({ reader: new StreamMessageReader(back), writer: new StreamMessageWriter(there) });
  const client = new Client("gadfly", "Gadfly", transport as never, { documentSelector: ["python"] });
  const shown: string[] = [];
  Object.assign(window, { showErrorMessage: async (text: string) => void shown.push(text) });
  await assert.rejects(client.start(), /token is not right/);
  await new Promise((done) => setTimeout(done, 60));
  assert.deepEqual(shown, []);
});
