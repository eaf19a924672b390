/** Undo and redo are VS Code's, which knows no canvas: what they changed is brought into view there. */
import * as vscode from 'vscode';
import type { Graph, GraphNode } from '../../../model/workflow/graph';
import { nodeAt, type NodeRange } from '../../../model/workflow/nodeRanges';
import type { TextPosition } from '../../../model/workflow/problem';
import type { LiveWorkflow } from '../../workflows/liveWorkflow';
import type { LiveWorkflows } from '../../workflows/liveWorkflows';
import type { EditorSession } from '../editorSession';
import type { OpenSessions } from '../openSessions';
import type { NodePlaces } from './nodePlaces';
import type { TextBeside } from './textBeside';

interface Undone {
  /** What was drawn before the first step of a burst. */
  readonly before: Graph | null;
  /** Where the last step changed the text. */
  readonly changed: readonly TextPosition[];
}

export class ChangeInView implements vscode.Disposable {
  readonly #sessions: OpenSessions;
  readonly #places: NodePlaces;
  readonly #beside: TextBeside;
  readonly #undone = new Map<EditorSession, Undone>();
  readonly #subscriptions: vscode.Disposable[];

  constructor(sessions: OpenSessions, workflows: LiveWorkflows, places: NodePlaces, beside: TextBeside) {
    this.#sessions = sessions;
    this.#places = places;
    this.#beside = beside;
    this.#subscriptions = [
      vscode.workspace.onDidChangeTextDocument((event) => this.#changed(event)),
      workflows.onDidRead((live) => void this.#read(live)),
      sessions.onDidChange(() => this.#forgetClosed()),
    ];
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  #changed({ document, reason, contentChanges }: vscode.TextDocumentChangeEvent): void {
    if (reason === undefined || contentChanges.length === 0) return;
    // Only on the canvas in front: somebody who undoes in the text looks at the text, whose cursor is followed.
    for (const session of this.#sessions.allOf(document.uri).filter(({ panel }) => panel.active)) {
      const before = this.#undone.get(session)?.before ?? session.state().graph;
      this.#undone.set(session, { before, changed: placesIn(document, contentChanges) });
    }
  }

  async #read(live: LiveWorkflow): Promise<void> {
    for (const [session, undone] of this.#undone) {
      if (session.live !== live) continue;
      this.#undone.delete(session);
      const ranges = await this.#places.of(live);
      const nodeIds = nodesToShow(undone, session.state().graph, ranges);
      if (nodeIds.length > 0 && session.drawn === 'live') this.#beside.select(session, nodeIds);
    }
  }

  #forgetClosed(): void {
    const open = new Set(this.#sessions.all());
    for (const session of this.#undone.keys()) if (!open.has(session)) this.#undone.delete(session);
  }
}

/** Where the changes are in the text after them. */
function placesIn(
  document: vscode.TextDocument,
  changes: readonly vscode.TextDocumentContentChangeEvent[],
): TextPosition[] {
  let shift = 0;
  return changes
    .toSorted((one, other) => one.rangeOffset - other.rangeOffset)
    .map(({ rangeOffset, rangeLength, text }) => {
      // The first thing that is not space: what was inserted may begin with the end of the line above.
      const offset = rangeOffset + shift + (/\S/.exec(text)?.index ?? 0);
      shift += text.length - rangeLength;
      return document.positionAt(offset);
    });
}

/** The nodes whose text was changed and that look different now; a node that only another one pushed aside is left alone. */
function nodesToShow({ before, changed }: Undone, after: Graph | null, ranges: readonly NodeRange[]): string[] {
  const there = new Map((after?.nodes ?? []).map((node) => [node.id, node]));
  const old = new Map((before?.nodes ?? []).map((node) => [node.id, node]));
  const inText = changed.flatMap((at) => nodeAt(ranges, at)?.nodeId ?? []);
  const facts = [...there.values()].filter((node) => factsOf(old.get(node.id)) !== factsOf(node)).map(({ id }) => id);
  const shown = [...new Set([...inText, ...facts])].filter((id) => there.has(id));
  if (shown.length > 0) return shown;
  return [...there.values()].filter((node) => isElsewhere(old.get(node.id), node)).map(({ id }) => id);
}

function factsOf(node: GraphNode | undefined): string {
  if (node === undefined) return '';
  const { position: _position, ...facts } = node;
  return JSON.stringify(facts);
}

function isElsewhere(before: GraphNode | undefined, { position }: GraphNode): boolean {
  return before?.position.x !== position.x || before.position.y !== position.y;
}
