/** In a text editor: marks the nodes that are selected on the canvas beside it, and brings them into sight. */
import * as vscode from 'vscode';
import type { NodeRange } from '../../../model/workflow/nodeRanges';

export class NodeMarks implements vscode.Disposable {
  // A mark and no selection: the cursor stays where somebody left it.
  readonly #look = vscode.window.createTextEditorDecorationType({
    isWholeLine: true,
    backgroundColor: new vscode.ThemeColor('editor.rangeHighlightBackground'),
    borderColor: new vscode.ThemeColor('editor.rangeHighlightBorder'),
    overviewRulerColor: new vscode.ThemeColor('editorOverviewRuler.rangeHighlightForeground'),
    overviewRulerLane: vscode.OverviewRulerLane.Center,
  });
  readonly #marked = new WeakMap<vscode.TextEditor, readonly vscode.Range[]>();

  /** Marks the nodes, and no others; scrolls only if nothing of them is in sight. */
  show(editor: vscode.TextEditor, nodes: readonly NodeRange[]): void {
    const ranges = nodes.map(({ range: { start, end } }) => {
      return new vscode.Range(start.line, start.character, end.line, end.character);
    });
    this.#mark(editor, ranges);
    const [first] = ranges;
    const inSight = ranges.some((range) => editor.visibleRanges.some((visible) => visible.intersection(range)));
    if (first === undefined || inSight) return;
    editor.revealRange(first, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  }

  clear(editor: vscode.TextEditor): void {
    if (this.of(editor).length > 0) this.#mark(editor, []);
  }

  /** What is marked in an editor. */
  of(editor: vscode.TextEditor): readonly vscode.Range[] {
    return this.#marked.get(editor) ?? [];
  }

  dispose(): void {
    this.#look.dispose();
  }

  #mark(editor: vscode.TextEditor, ranges: readonly vscode.Range[]): void {
    this.#marked.set(editor, ranges);
    editor.setDecorations(this.#look, ranges);
  }
}
