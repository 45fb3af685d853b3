/** What keys and menus depend on: whether something is asked, whether one can say something, whether more is offered. */
import { commands, type Disposable } from "vscode";
import type { Server } from "./server";

export function contexts(server: Server): Disposable {
  return server.onDidChange(() => {
    const view = server.notice ? undefined : server.view;
    void commands.executeCommand("setContext", "gadfly.asks", Boolean(view?.question));
    void commands.executeCommand("setContext", "gadfly.talks", Boolean(view?.question) || view?.status === "failing");
    void commands.executeCommand("setContext", "gadfly.offers", Boolean(view?.offer));
  });
}
