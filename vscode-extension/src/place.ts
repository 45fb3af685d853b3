/** Shows places in the student's program, and hears which line the student picks there. */
import { type Disposable, Range, type TextEditor, TextEditorRevealType, ThemeColor, Uri, window, workspace } from "vscode";
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

  private async editor(uri: string): Promise<TextEditor> {
    const wanted = Uri.parse(uri).toString();
    const visible = window.visibleTextEditors.find((editor) => editor.document.uri.toString() === wanted);
    return visible ?? window.showTextDocument(await workspace.openTextDocument(Uri.parse(uri)), { preserveFocus: true });
  }

  /** Hear the 1-based line of each selection in the named program; null means that it has none. */
  onDidPick(program: () => string | undefined, hear: (line: number) => void): Disposable {
    return window.onDidChangeTextEditorSelection(({ textEditor, selections, kind }) => {
      const wanted = program();
      if (kind && wanted && selections[0] && textEditor.document.uri.toString() === Uri.parse(wanted).toString()) {
        hear(selections[0].active.line + 1);
      }
    });
  }

  dispose(): void {
    clearTimeout(this.fading);
    this.mark.dispose();
  }
}
