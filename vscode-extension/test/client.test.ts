import assert from "node:assert/strict";
import { PassThrough } from "node:stream";
import { test } from "node:test";
import { languages, window } from "vscode";
import { createMessageConnection, ResponseError, StreamMessageReader, StreamMessageWriter } from "vscode-languageclient/node";
import { Client } from "../src/client";

const document = { uri: "file:///work.py", languageId: "python" };
const place = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** A client whose server has no action for any place, and what it shows. */
async function running(): Promise<{ client: Client; askForActions: () => Promise<unknown>; shown: string[] }> {
  const [there, back] = [new PassThrough(), new PassThrough()];
  const server = createMessageConnection(new StreamMessageReader(there), new StreamMessageWriter(back));
  server.onRequest("initialize", () => ({ capabilities: { codeActionProvider: true } }));
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
  return { client, askForActions: () => codeActions.provideCodeActions(document, place, { diagnostics: [] }, token), shown };
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
