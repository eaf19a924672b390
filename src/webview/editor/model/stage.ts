/** What fills the tab: the canvas, or what stands in its place and says what to do. */
import type { Problem } from '../../../model/workflow/problem';
import { inputsNodeId, type Graph } from '../../../model/workflow/graph';
import type { EditorView } from './editorView';

export type Stage =
  | { readonly kind: 'canvas'; readonly graph: Graph }
  | { readonly kind: 'loading'; readonly what: string }
  /** The text is no workflow. */
  | { readonly kind: 'unreadable'; readonly fileName: string; readonly problems: readonly Problem[] }
  /** The file was deleted or moved. */
  | { readonly kind: 'gone'; readonly fileName: string }
  /** The run cannot be shown. */
  | { readonly kind: 'failure'; readonly message: string; readonly way: 'backToEditor' | 'close' };

/** Decides what fills the tab; null: the host has not answered yet. */
export function stageOf(view: EditorView | null): Stage {
  if (view === null) return { kind: 'loading', what: 'Loading the workflow…' };
  const { file, graph, loaded, problems } = view;
  if (loaded?.mode.kind === 'failure') {
    return { kind: 'failure', message: loaded.mode.message, way: loaded.liveIsGone ? 'close' : 'backToEditor' };
  }
  if (graph === null && loaded === null && problems.length > 0 && problems.every(isOfNothing)) {
    return { kind: 'canvas', graph: noGraph };
  }
  if (graph === null) {
    if (loaded?.mode.kind === 'loading') return { kind: 'loading', what: 'Loading the run…' };
    if (file.isGone) return { kind: 'gone', fileName: file.fileName };
    return problems.length > 0
      ? { kind: 'unreadable', fileName: file.fileName, problems }
      : { kind: 'loading', what: `Loading ${file.fileName}…` };
  }
  if (graph.nodes.some((node) => node.id !== inputsNodeId)) return { kind: 'canvas', graph };
  // Broken YAML leaves as much of a workflow as can be read, which may be nothing. That a new file has no nodes yet is no
  // more than what its canvas says.
  return problems.some(({ severity, code }) => severity === 'error' && code !== 'no-nodes')
    ? { kind: 'unreadable', fileName: file.fileName, problems }
    : { kind: 'canvas', graph };
}

/** One object, so that a canvas of nothing is not drawn anew. */
const noGraph: Graph = { nodes: [], edges: [] };

/** True for what is said of a text of nothing, or of comments alone. */
function isOfNothing({ code, range: { start, end } }: Problem): boolean {
  return code === 'not-a-workflow' && start.line === end.line && start.character === end.character;
}
