/** The second surface: the open question as a comment at the code it is about; a reply there is the answer. */
import { type Comment, CommentMode, type CommentReply, type CommentThread, CommentThreadCollapsibleState, CommentThreadState, commands, comments, Disposable, MarkdownString, Range, Selection, Uri, window, workspace } from "vscode";
import { say } from "../panel/language";
import type { DialogueView } from "./protocol";
import type { Server } from "./server";
import { lastExchange, lineOf, type Said } from "./thread";

const SENT_AFTER = 150; // milliseconds; VS Code itself collects what changes in a thread for 100

export class Comments implements Disposable {
  private readonly controller = comments.createCommentController("gadfly", "Gadfly");
  private readonly disposables: Disposable;
  private thread: CommentThread | undefined;
  private sent: Promise<void> = Promise.resolve();
  private wanted = false;

  constructor(private readonly server: Server) {
    this.disposables = Disposable.from(
      this.controller,
      server.onDidChange(() => this.update()),
      workspace.onDidChangeConfiguration((change) => change.affectsConfiguration("gadfly.surface") && this.update()),
    );
  }

  /** Answer in the code: the thread opens, and its field for the answer has the focus. */
  async focus(): Promise<void> {
    this.wanted = true;
    this.update();
    const line = this.thread?.range?.end.line;
    if (!this.thread?.canReply || line === undefined) {
      window.setStatusBarMessage(say("Gadfly: nothing is asked now"), 4000);
      return;
    }
    this.thread.collapsibleState = CommentThreadCollapsibleState.Expanded;
    await this.sent;
    const editor = await window.showTextDocument(this.thread.uri);
    editor.selection = new Selection(line, 0, line, 0);
    editor.revealRange(editor.selection);
    await commands.executeCommand("workbench.action.focusCommentOnCurrentLine");
    await commands.executeCommand("widgetNavigation.focusNext");
  }

  async reply({ thread, text }: CommentReply): Promise<void> {
    const view = this.server.view;
    if (!view || thread !== this.thread || text.trim() === "") {
      return;
    }
    try {
      await this.server.answer(view.uri, view.question?.id ?? "", text.trim());
    } catch (error) {
      window.showWarningMessage(`Gadfly: ${(error as Error).message}`);
    }
    if (this.thread?.canReply) {
      setTimeout(() => this.focus()); // VS Code closes the field for the answer once this has ended.
    }
  }

  dispose(): void {
    this.disposables.dispose();
  }

  private update(): void {
    const view = this.server.view;
    const shown = this.wanted || workspace.getConfiguration("gadfly").get("surface") !== "panel";
    if (!shown || !view || view.turns.length === 0 || this.thread?.uri.toString() !== Uri.parse(view.uri).toString()) {
      this.thread?.dispose();
      this.thread = undefined;
    }
    if (shown && view && view.turns.length > 0 && view.status !== "running") {
      this.show(view);
    }
  }

  /** One thread goes where the question goes; it holds the last exchange, so that it stays short. */
  private show(view: DialogueView): void {
    this.controller.options = { prompt: say("Answer Gadfly's question"), placeHolder: say("Your answer") };
    const open = Boolean(view.question) || view.status === "failing";
    const line = lineOf(view);
    const thread = (this.thread ??= this.begin(view, line));
    thread.range = new Range(line, 0, line, 0);
    thread.comments = lastExchange(view).map(comment);
    thread.canReply = open;
    thread.state = open ? CommentThreadState.Unresolved : CommentThreadState.Resolved;
    this.sent = new Promise((done) => { setTimeout(done, SENT_AFTER); });
  }

  private begin(view: DialogueView, line: number): CommentThread {
    const thread = this.controller.createCommentThread(Uri.parse(view.uri), new Range(line, 0, line, 0), []);
    thread.label = "Gadfly";
    thread.collapsibleState = CommentThreadCollapsibleState.Expanded;
    return thread;
  }
}

function comment({ who, markdown, label }: Said): Comment {
  return { author: { name: who }, body: new MarkdownString(markdown), mode: CommentMode.Preview, ...(label ? { label } : {}) };
}
