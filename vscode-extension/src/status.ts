/** The item in the status bar: a sign, a word, and a way to the panel. */
import { Disposable, StatusBarAlignment, window } from "vscode";
import { later, say } from "../panel/language";
import type { Status } from "./protocol";
import type { Server } from "./server";

const SIGNS: Record<Status, [icon: string, word: string]> = {
  waiting: ["circle-outline", later("waiting")],
  running: ["sync~spin", later("running")],
  failing: ["comment-discussion", later("failing")],
  unseen: ["comment-discussion", later("a hidden test disagrees")],
  passing: ["pass", later("passing")],
  syntax: ["symbol-misc", later("cannot read it yet")],
  problem: ["warning", later("problem")],
  untrusted: ["shield", later("not trusted")],
};

export function statusItem(server: Server): Disposable {
  const item = window.createStatusBarItem("gadfly.status", StatusBarAlignment.Left);
  item.name = "Gadfly";
  item.command = "gadfly.panel.focus";
  const change = () => {
    const [icon, word] = server.notice
      ? server.notice.busy ? ["loading~spin", later("starting")] : ["error", later("stopped")]
      : SIGNS[server.view?.status ?? "waiting"];
    item.text = `$(${icon}) Gadfly: ${say(word)}`;
    item.tooltip = server.notice?.text ?? server.view?.headline.replaceAll("`", "") ?? "";
    item.show();
  };
  const listening = server.onDidChange(change);
  change();
  return Disposable.from(item, listening);
}
