/** Shows places in the student's program, and hears which line the student picks there. */
import { DecorationRangeBehavior, type Disposable, OverviewRulerLane, Range, type TextEditor, TextEditorRevealType, TextEditorSelectionChangeKind, ThemeColor, Uri, window, workspace } from "vscode";
import type { Range as Lines } from "vscode-languageclient";

const SHOWN_FOR = 3000; // milliseconds

export class Places implements Disposable {
  private readonly mark = window.createTextEditorDecorationType({
    isWholeLine: true,
    backgroundColor: new ThemeColor("editor.rangeHighlightBackground"),
    border: "solid",
    borderWidth: "0 0 0 3px",
    borderColor: new ThemeColor("focusBorder"),
    overviewRulerColor: new ThemeColor("editorOverviewRuler.rangeHighlightForeground"),
  });
  private readonly step = window.createTextEditorDecorationType({
    isWholeLine: true,
    backgroundColor: new ThemeColor("editor.stackFrameHighlightBackground"),
    border: "dashed",
    borderWidth: "1px 0",
    borderColor: new ThemeColor("contrastBorder"),
    overviewRulerColor: new ThemeColor("editorOverviewRuler.infoForeground"),
    overviewRulerLane: OverviewRulerLane.Full,
    rangeBehavior: DecorationRangeBehavior.ClosedClosed,
  });
  private fading: NodeJS.Timeout | undefined;

  /** The cursor stays where the student left it, and so does the focus. */
  async reveal(uri: string, lines: Lines): Promise<void> {
    const range = new Range(lines.start.line, 0, lines.end.line, 0);
    const editor = await this.editor(uri);
    editor.revealRange(range, TextEditorRevealType.InCenterIfOutsideViewport);
    editor.setDecorations(this.mark, [range]);
    clearTimeout(this.fading);
    this.fading = setTimeout(() => editor.setDecorations(this.mark, []), SHOWN_FOR);
  }

  /** Mark the line at which a recorded run stands, by its colour and in words. */
  async stepTo(uri: string, line: number, text: string): Promise<void> {
    const editor = await this.editor(uri);
    const { range } = editor.document.lineAt(Math.min(line, editor.document.lineCount) - 1);
    this.leave();
    editor.revealRange(range, TextEditorRevealType.InCenterIfOutsideViewport);
    const after = { contentText: text, margin: "0 0 0 3em", fontStyle: "italic", color: new ThemeColor("editor.foreground") };
    editor.setDecorations(this.step, [{ range, renderOptions: { after } }]);
  }

  leave(): void {
    for (const editor of window.visibleTextEditors) {
      editor.setDecorations(this.step, []);
    }
  }

  private async editor(uri: string): Promise<TextEditor> {
    const wanted = Uri.parse(uri).toString();
    const visible = window.visibleTextEditors.find((editor) => editor.document.uri.toString() === wanted);
    return visible ?? window.showTextDocument(await workspace.openTextDocument(Uri.parse(uri)), { preserveFocus: true });
  }

  /** Hear the 1-based line of each selection that the student makes in the named program; undefined means that there is none. */
  onDidPick(program: () => string | undefined, hear: (line: number) => void): Disposable {
    return window.onDidChangeTextEditorSelection(({ textEditor, selections, kind }) => {
      const wanted = program();
      const picked = kind === TextEditorSelectionChangeKind.Keyboard || kind === TextEditorSelectionChangeKind.Mouse;
      if (picked && wanted && selections[0] && textEditor.document.uri.toString() === Uri.parse(wanted).toString()) {
        hear(selections[0].active.line + 1);
      }
    });
  }

  dispose(): void {
    clearTimeout(this.fading);
    this.mark.dispose();
    this.step.dispose();
  }
}

const NAME = /[\p{L}_][\p{L}\p{N}_]*(?:\.[\p{L}_][\p{L}\p{N}_]*|\[[^[\]]*\])*/u;

/** What is selected in the editor, else the name at the cursor; with its 1-based line. */
export function nameAtCursor(): { name: string; line: number } {
  const editor = window.activeTextEditor;
  if (!editor) {
    return { name: "", line: 0 };
  }
  const { document, selection } = editor;
  const word = selection.isEmpty ? document.getWordRangeAtPosition(selection.active, NAME) : selection;
  return { name: word?.isSingleLine ? document.getText(word) : "", line: selection.active.line + 1 };
}
