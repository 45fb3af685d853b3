/** The item in the status bar: a sign, a word, and a way to the panel. */
import { Disposable, StatusBarAlignment, window } from "vscode";
import type { Status } from "./protocol";
import type { Server } from "./server";

const SIGNS: Record<Status, [icon: string, word: string]> = {
  waiting: ["circle-outline", "waiting"],
  running: ["sync~spin", "running"],
  failing: ["comment-discussion", "failing"],
  unseen: ["comment-discussion", "a hidden test disagrees"],
  passing: ["pass", "passing"],
  syntax: ["symbol-misc", "cannot read it yet"],
  problem: ["warning", "problem"],
  untrusted: ["shield", "not trusted"],
};

export function statusItem(server: Server): Disposable {
  const item = window.createStatusBarItem("gadfly.status", StatusBarAlignment.Left);
  item.name = "Gadfly";
  item.command = "gadfly.panel.focus";
  const change = () => {
    const [icon, word] = server.notice
      ? server.notice.busy ? ["loading~spin", "starting"] : ["error", "stopped"]
      : SIGNS[server.view?.status ?? "waiting"];
    item.text = `$(${icon}) Gadfly: ${word}`;
    item.tooltip = server.notice?.text ?? server.view?.headline.replaceAll("`", "") ?? "";
    item.show();
  };
  const listening = server.onDidChange(change);
  change();
  return Disposable.from(item, listening);
}
