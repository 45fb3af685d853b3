/** Starts Gadfly's server when a Python file opens, shows what it says, and stops it at the end. */
import { type CommentReply, commands, type ExtensionContext, Uri, window, workspace } from "vscode";
import { say } from "../panel/language";
import { setToken } from "./classToken";
import { Comments } from "./comments";
import { contexts } from "./contexts";
import { removeKey, setKey } from "./keys";
import { Labels } from "./labels";
import { Panel } from "./panel";
import { Server } from "./server";
import { statusItem } from "./status";

let server: Server | undefined;

export function activate(context: ExtensionContext): void {
  const labels = new Labels(context.asAbsolutePath("l10n"));
  server = new Server(context);
  context.subscriptions.push(server.onDidChange(() => labels.follow(server?.view))); // before whoever shows some
  const panel = new Panel(Uri.joinPath(context.extensionUri, "build", "extension"), server, labels);
  const talk = new Comments(server);
  const open = () => (workspace.getConfiguration("gadfly").get("surface") === "comments" ? talk.focus() : panel.focus());
  context.subscriptions.push(server, panel, talk, statusItem(server), contexts(server), server.onDidReveal(open));

  const does: Record<string, (reply: CommentReply) => unknown> = {
    "gadfly.thinkHere": () => server?.command("gadfly.think"),
    "gadfly.runTests": () => server?.command("gadfly.run"),
    "gadfly.showTranscript": () => server?.command("gadfly.transcript"),
    "gadfly.showMemory": () => server?.command("gadfly.memory"),
    "gadfly.forgetEverything": () => forget(),
    "gadfly.setModelKey": () => setKey(context.secrets),
    "gadfly.removeModelKey": () => removeKey(context.secrets),
    "gadfly.setClassToken": () => setToken(context.secrets),
    "gadfly.showModelRequest": () => server?.command("gadfly.showRequest"),
    "gadfly.answerQuestion": () => panel.focus(),
    "gadfly.answerInCode": () => talk.focus(),
    "gadfly.replyInCode": (reply) => talk.reply(reply),
    "gadfly.supposeHere": () => panel.suppose(),
    "gadfly.stepThrough": () => panel.step(),
    "gadfly.more": () => panel.answer(say("more")),
    "gadfly.showPlace": () => panel.showPlace(),
    "gadfly.stuck": () => panel.answer(say("I am stuck")),
    "gadfly.restart": () => server?.restart(),
    "gadfly.showOutput": () => server?.log.show(),
    "gadfly.help": () => commands.executeCommand("workbench.action.openWalkthrough", "gadfly-tutor.gadfly#start"),
  };
  for (const [name, run] of Object.entries(does)) {
    context.subscriptions.push(commands.registerCommand(name, run));
  }
  void server.restart();
}

async function forget(): Promise<void> {
  const question = say("Forget all that Gadfly has learned about you, and all dialogues?");
  if (await window.showWarningMessage(question, { modal: true }, say("Forget"))) {
    await server?.command("gadfly.forget");
  }
}

export async function deactivate(): Promise<void> {
  await server?.stop();
}
