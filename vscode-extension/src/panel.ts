/** The side panel: carries what the server says into the page, and what the student does there back. */
import { randomBytes } from "node:crypto";
import { commands, Disposable, env, Uri, type WebviewView, type WebviewViewProvider, window } from "vscode";
import { mayRun } from "./allowed";
import { page as html } from "./page";
import { Places } from "./place";
import type { FromPanel, ToPanel } from "./protocol";
import type { Server } from "./server";

export class Panel implements WebviewViewProvider, Disposable {
  private readonly places = new Places();
  private readonly disposables: Disposable;
  private page: WebviewView | undefined;

  constructor(private readonly files: Uri, private readonly server: Server) {
    this.disposables = Disposable.from(
      this.places,
      window.registerWebviewViewProvider("gadfly.panel", this),
      server.onDidChange(() => this.update()),
      server.onDidReveal(() => this.focus()),
      this.places.onDidPick(() => this.pickable(), (line) => this.post({ type: "line", line })),
    );
  }

  resolveWebviewView(page: WebviewView): void {
    this.page = page;
    page.webview.options = { enableScripts: true, localResourceRoots: [this.files] };
    page.webview.onDidReceiveMessage((message: FromPanel) => this.hear(message));
    page.onDidDispose(() => { this.page = undefined; });
    const file = (name: string) => page.webview.asWebviewUri(Uri.joinPath(this.files, name)).toString();
    page.webview.html = html(randomBytes(16).toString("base64"), page.webview.cspSource, file);
  }

  async focus(): Promise<void> {
    await commands.executeCommand("gadfly.panel.focus");
    this.post({ type: "focus" });
  }

  /** Answer the open question from a key or the command palette. */
  async answer(text: string): Promise<void> {
    const view = this.server.view;
    if (view?.question) {
      await this.server.answer(view.uri, view.question.id, text);
    }
  }

  async showPlace(): Promise<void> {
    const view = this.server.view;
    if (view?.question?.range) {
      await this.places.reveal(view.uri, view.question.range);
    }
  }

  dispose(): void {
    this.disposables.dispose();
  }

  private pickable(): string | undefined {
    const view = this.server.view;
    return view?.question?.entry === "line" ? view.uri : undefined;
  }

  private update(): void {
    const { notice, view } = this.server;
    this.post({ type: "show", notice: notice ?? null, view: view ?? null });
  }

  private async hear(message: FromPanel): Promise<void> {
    switch (message.type) {
      case "ready":
        return this.update();
      case "answer":
        return this.server.answer(message.uri, message.question, message.answer).then(
          () => this.post({ type: "answered", refused: "" }),
          (error: Error) => this.post({ type: "answered", refused: error.message }),
        );
      case "reveal":
        return this.places.reveal(message.uri, message.range);
      case "copy":
        return env.clipboard.writeText(message.text);
      case "command":
        return mayRun(message.command) ? commands.executeCommand(message.command) : undefined;
    }
  }

  private post(message: ToPanel): void {
    this.page?.webview.postMessage(message);
  }
}
