/** The side panel: carries what the server says into the page, and what the student does there back. */
import { randomBytes } from "node:crypto";
import { commands, Disposable, env, Uri, type WebviewView, type WebviewViewProvider, window } from "vscode";
import { mayRun } from "./allowed";
import type { Labels } from "./labels";
import { isFromPanel } from "./messages";
import { page as html } from "./page";
import { nameAtCursor, Places } from "./place";
import type { FromPanel, ToPanel } from "./protocol";
import type { Server } from "./server";

export class Panel implements WebviewViewProvider, Disposable {
  private readonly places = new Places();
  private readonly disposables: Disposable;
  private page: WebviewView | undefined;
  private spoken = ""; // the language of the labels that the page has
  private waiting: ToPanel[] | undefined = []; // what a page that is not drawn yet has to hear

  constructor(private readonly files: Uri, private readonly server: Server, private readonly labels: Labels) {
    this.disposables = Disposable.from(
      this.places,
      window.registerWebviewViewProvider("gadfly.panel", this),
      server.onDidChange(() => this.update()),
      this.places.onDidPick(() => this.pickable(), (line) => this.post({ type: "line", line })),
    );
  }

  resolveWebviewView(page: WebviewView): void {
    this.page = page;
    page.webview.options = { enableScripts: true, localResourceRoots: [this.files] };
    page.webview.onDidReceiveMessage((message: unknown) =>
      isFromPanel(message) ? this.take(message) : this.server.log.warn("The panel sent what is no message."));
    page.onDidChangeVisibility(() => page.visible || this.leave());
    page.onDidDispose(() => {
      this.page = undefined;
      this.leave();
    });
    const file = (name: string) => page.webview.asWebviewUri(Uri.joinPath(this.files, name)).toString();
    page.webview.html = html(randomBytes(16).toString("base64"), page.webview.cspSource, file);
  }

  async focus(): Promise<void> {
    await commands.executeCommand("gadfly.panel.focus");
    this.post({ type: "focus" });
  }

  /** Begin a hypothesis about the name and the line at the cursor. */
  async suppose(): Promise<void> {
    const here = nameAtCursor();
    await commands.executeCommand("gadfly.panel.focus");
    this.post({ type: "here", ...here });
  }

  /** Step through the recorded run. */
  async step(): Promise<void> {
    await commands.executeCommand("gadfly.panel.focus");
    this.post({ type: "steps" });
  }

  /** Answer the open question from a key or the command palette; where none is open, the words are said all the same. */
  async answer(text: string): Promise<void> {
    const view = this.server.view;
    if (view) {
      await this.server.answer(view.uri, view.question?.id ?? "", text);
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

  /** A page that is hidden is gone, and made again. */
  private leave(): void {
    this.waiting = [];
    this.places.leave();
  }

  private begin(): void {
    const waiting = this.waiting ?? [];
    this.waiting = undefined;
    this.spoken = "";
    this.update();
    waiting.forEach((message) => this.post(message));
  }

  private update(): void {
    const { notice, view } = this.server;
    const { language, texts } = this.labels;
    if (this.spoken !== language && !this.waiting) {
      this.spoken = language;
      this.post({ type: "texts", language, texts });
    }
    this.post({ type: "show", notice: notice ?? null, view: view ?? null });
  }

  /** What cannot be done, such as to show a file that is gone, is told in the log: nobody waits for it. */
  private take(message: FromPanel): Promise<void> {
    return this.hear(message).catch((error: unknown) =>
      this.server.log.warn(`The panel's "${message.type}" came to nothing: ${error instanceof Error ? error.message : String(error)}`));
  }

  private async hear(message: FromPanel): Promise<void> {
    switch (message.type) {
      case "ready":
        return this.begin();
      case "answer":
        return this.server.answer(message.uri, message.question, message.answer).then(
          () => this.post({ type: "answered", refused: "" }),
          (error: Error) => this.post({ type: "answered", refused: error.message }),
        );
      case "suppose":
        return this.server.suppose(message.supposition).then(
          () => this.post({ type: "supposed", refused: "" }),
          (error: Error) => this.post({ type: "supposed", refused: error.message }),
        );
      case "forget":
        return this.server.forget(message.uri, message.number);
      case "here":
        return this.post({ type: "here", ...nameAtCursor() });
      case "trace":
        return this.post({ type: "trace", uri: message.uri, trace: await this.server.trace(message.uri, message.offset) });
      case "step":
        return this.server.speaksOf(message.uri) ? this.places.stepTo(message.uri, message.line, message.text) : undefined;
      case "left":
        return this.places.leave();
      case "reveal":
        return this.server.speaksOf(message.uri) ? this.places.reveal(message.uri, message.range) : undefined;
      case "copy":
        return env.clipboard.writeText(message.text);
      case "command":
        return mayRun(message.command) ? commands.executeCommand(message.command) : undefined;
    }
  }

  private post(message: ToPanel): void {
    if (!this.waiting) {
      this.page?.webview.postMessage(message);
    } else if (message.type !== "show") {
      this.waiting.push(message);
    }
  }
}
