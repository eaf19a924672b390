/** The canvas and the text of one workflow side by side: what is selected in one is shown in the other. */
import * as vscode from 'vscode';
import { nodeAt } from '../../../model/workflow/nodeRanges';
import type { EditorSession } from '../editorSession';
import type { OpenSessions } from '../openSessions';
import { NodeMarks } from './nodeMarks';
import type { NodePlaces } from './nodePlaces';

/** Arrow keys that are held down come in bursts: the canvas follows once in so many milliseconds of rest. */
const pause = 100;

export class TextBeside implements vscode.Disposable {
  readonly #sessions: OpenSessions;
  readonly #places: NodePlaces;
  readonly #marks = new NodeMarks();
  /** What is selected on each canvas, as far as is known. */
  readonly #selected = new WeakMap<EditorSession, readonly string[]>();
  readonly #subscription: vscode.Disposable;
  #timer: NodeJS.Timeout | undefined;

  constructor(sessions: OpenSessions, places: NodePlaces) {
    this.#sessions = sessions;
    this.#places = places;
    this.#subscription = vscode.window.onDidChangeTextEditorSelection((event) => this.#cursorMoved(event));
  }

  /** Nodes were selected on a canvas: they are marked in the text beside it. The focus and the cursor stay where they are. */
  async canvasSelected(session: EditorSession, nodeIds: readonly string[]): Promise<void> {
    this.#selected.set(session, nodeIds);
    const editor = textOf(session);
    if (editor === undefined || session.drawn !== 'live') return;
    if (nodeIds.length === 0) return this.#marks.clear(editor);
    const ranges = await this.#places.of(session.live);
    // Another selection came while the text was read.
    if (this.#selected.get(session) !== nodeIds || editor.document.isClosed) return;
    const wanted = new Set(nodeIds);
    this.#marks.show(
      editor,
      ranges.filter(({ nodeId }) => wanted.has(nodeId)),
    );
  }

  /** Shows in the text beside, which may just have been opened, what is selected on the canvas. */
  async refresh(session: EditorSession): Promise<void> {
    await this.canvasSelected(session, [...(this.#selected.get(session) ?? [])]);
  }

  /** Selects nodes on a canvas and brings them into view, unless they are what is selected there. */
  select(session: EditorSession, nodeIds: readonly string[]): void {
    this.#selected.set(session, nodeIds);
    session.follow(nodeIds);
  }

  /** What is selected on the canvas of a document; undefined as long as nobody selected anything. */
  selectedOn(uri: vscode.Uri): readonly string[] | undefined {
    const session = this.#sessions.of(uri);
    return session === undefined ? undefined : this.#selected.get(session);
  }

  /** What is marked in a text editor. */
  marksIn(editor: vscode.TextEditor): readonly vscode.Range[] {
    return this.#marks.of(editor);
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#subscription.dispose();
    this.#marks.dispose();
  }

  #cursorMoved({ textEditor, kind }: vscode.TextEditorSelectionChangeEvent): void {
    // An edit made elsewhere moves the cursor too: only a person's own step is followed.
    if (kind === undefined || textEditor !== vscode.window.activeTextEditor) return;
    const session = this.#sessions.allOf(textEditor.document.uri).find(({ panel }) => panel.visible);
    if (session === undefined) return;
    this.#marks.clear(textEditor);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#follow(session, textEditor), pause);
  }

  async #follow(session: EditorSession, textEditor: vscode.TextEditor): Promise<void> {
    if (!session.panel.visible || session.drawn !== 'live') return;
    const ranges = await this.#places.of(session.live);
    const node = nodeAt(ranges, textEditor.selection.active);
    if (node === undefined || textEditor !== vscode.window.activeTextEditor) return;
    const selected = this.#selected.get(session);
    if (selected?.length === 1 && selected[0] === node.nodeId) return;
    this.select(session, [node.nodeId]);
  }
}

/** The text editor in sight of the document whose canvas the session is. */
function textOf({ document }: EditorSession): vscode.TextEditor | undefined {
  return vscode.window.visibleTextEditors.find((editor) => editor.document === document);
}
