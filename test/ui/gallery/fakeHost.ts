/** The extension host's side of the wire, in the page: the real protocol with scripted answers. */
import type { NodeRun } from '../../../src/model/run/run';
import {
  getState,
  moveNodes,
  nodeRunsChanged,
  performCommand,
  revealNode,
  stateChanged,
  type EditorState,
} from '../../../src/protocol/editor';
import {
  followNodeLog,
  inspectNode,
  logProgress,
  openLog,
  openOutput,
  openSource,
  saveOutput,
  type NodeInspection,
} from '../../../src/protocol/nodeInspection';
import { choosePath, mendProblem, placeProblems } from '../../../src/protocol/inspecting';
import { applyEdit, type EditAnswer } from '../../../src/protocol/authoring';
import { findSources, findTargets } from '../../../src/protocol/connecting';
import { arrangeNodes } from '../../../src/protocol/arranging';
import { arrangeAgain } from '../../../src/model/workflow/arrangeAgain';
import { onRequest, sendNotification, sendRequest } from '../../../src/protocol/rpc';
import { answerTimeline } from './timelineHost';
import { answerAdding } from './addingHost';
import { fakeVsCode } from './fakeVsCode';
import { galleryStates, type GalleryState } from './states';
import { writtenFiles } from './writtenFiles';
import { WrittenWorkflow } from './writtenWorkflow';

/** What a test may look at and do, as `window.gallery`. */
export interface Gallery {
  /** Requests in their order, with what was asked. */
  readonly requests: { readonly method: string; readonly params: unknown }[];
  readonly state: () => EditorState;
  readonly change: (slices: Partial<EditorState>) => void;
  readonly changeNodeRuns: (nodeRuns: readonly NodeRun[]) => void;
  readonly reveal: (nodeId: string) => void;
  /** Somebody runs the loaded run again, under this name. */
  readonly runAgain: (name: string) => void;
  /** Adds to every log that is followed. */
  readonly writeLog: (text: string) => void;
  /** The text of the state `written`, as edits have made it. */
  readonly text: () => string;
  /** Writes that text anew, as somebody else would. */
  readonly write: (text: string) => void;
  readonly cspViolations: string[];
  /** The host is busy, and answers all at once when it is released. */
  readonly hold: () => void;
  readonly release: () => void;
}

declare global {
  interface Window {
    gallery: Gallery;
  }
}

const name = new URLSearchParams(location.search).get('state') ?? 'live';
let state: EditorState = galleryStates[name as GalleryState]();
const written = name === 'written' ? new WrittenWorkflow(writtenFiles) : null;
const { connection, requests, cspViolations, hold, release } = fakeVsCode(name);
const followed = new Map<string, (text: string) => void>();

function change(slices: Partial<EditorState>): void {
  state = { ...state, ...slices };
  void sendNotification(connection, stateChanged, slices);
}

const code = `import { readFileSync, writeFileSync } from 'node:fs';

const lock = JSON.parse(readFileSync(process.env.lockfile, 'utf8'));
const names = Object.keys(lock.packages).filter(Boolean);
writeFileSync('packages.txt', names.join('\\n'));
console.log(\`\${names.length} packages, the longest name has \${Math.max(...names.map((name) => name.length))} characters\`);
`;

function inspection(nodeId: string): NodeInspection {
  const node = state.graph?.nodes.find(({ id }) => id === nodeId);
  return {
    id: nodeId,
    title: node?.title ?? nodeId,
    label: node === undefined || node.title === nodeId ? null : node.title,
    action:
      node?.kind === 'run'
        ? { kind: 'run', shell: 'bash', run: 'du -sk "$list"' }
        : { kind: 'script', shell: 'node', script: node?.what ?? '' },
    code: node?.kind === 'run' ? 'xargs -a "$list" du -sk | sort -rn > sizes.txt\nhead -n 20 sizes.txt\n' : code,
    inputs: [
      { name: 'lockfile', value: { kind: 'wire', source: { kind: 'input', input: 'lockfile' } } },
      { name: 'depth', value: { kind: 'literal', value: '2' } },
      { name: 'ignore', value: { kind: 'path', path: 'data/ignored-packages.txt' } },
    ],
    outputs: [{ name: 'list', path: 'packages.txt' }],
    needs: [],
    when: 'success',
    timeoutSeconds: 600,
    retries: 1,
    machine: 'small',
  };
}

onRequest(connection, getState, () => state);
onRequest(connection, inspectNode, ({ nodeId }) => written?.inspect(nodeId) ?? inspection(nodeId));
function move(positions: readonly { readonly nodeId: string; readonly x: number; readonly y: number }[]): void {
  const moved = new Map(positions.map(({ nodeId, x, y }) => [nodeId, { x, y }]));
  const graph = state.graph;
  if (graph === null) throw new Error('There is no graph to move nodes of.');
  change({
    graph: { ...graph, nodes: graph.nodes.map((node) => ({ ...node, position: moved.get(node.id) ?? node.position })) },
  });
}
onRequest(connection, moveNodes, ({ positions }) => {
  move(positions);
  return null;
});
onRequest(connection, arrangeNodes, ({ nodeIds }): EditAnswer => {
  if (state.graph !== null) move(arrangeAgain(state.graph, nodeIds));
  return { kind: 'done', notes: [] };
});
onRequest(connection, followNodeLog, ({ nodeId, attempt, stream, progress }, token) => {
  const send = (text: string, truncated: boolean): void =>
    void connection.sendProgress(logProgress, progress, { text, truncated });
  if (attempt !== null) {
    send(`${nodeId}: what attempt ${attempt} wrote to ${stream}\n`, false);
    return null;
  }
  if (stream === 'stderr') return null;
  const lines = Array.from({ length: 40 }, (_, i) => `${nodeId}: read package ${i + 1} of 1284`);
  send(`${lines.join('\n')}\n`, true);
  if (state.nodeRuns.find(({ id }) => id === nodeId)?.endedAt) return null;
  followed.set(progress, (text) => send(text, false));
  return new Promise<null>((resolve) => {
    token.onCancellationRequested(() => {
      followed.delete(progress);
      resolve(null);
    });
  });
});
for (const request of [performCommand, openSource, openOutput, saveOutput, openLog]) {
  connection.onRequest(request.method, () => null);
}
// Of a hand-made state nothing becomes; the page is told that it was done.
onRequest(connection, applyEdit, ({ edit }): EditAnswer => {
  const answer = written?.edit(edit) ?? { kind: 'done', notes: [] };
  if (written !== null) change(written.state());
  return answer;
});
onRequest(connection, findTargets, ({ source }) => written?.targets(source) ?? []);
onRequest(connection, findSources, ({ target }) => written?.sources(target) ?? []);
answerAdding(connection, written, () => {
  if (written !== null) change(written.state());
});
onRequest(connection, placeProblems, () => written?.placedProblems() ?? []);
onRequest(connection, mendProblem, ({ code, title }) => {
  const answer = written?.mend(code, title) ?? { kind: 'done' as const, notes: [] };
  if (written !== null) change(written.state());
  return answer;
});
onRequest(connection, choosePath, () => ({ path: 'tools/chosen.mjs' }));
const runAgain = answerTimeline(connection, () => state);
connection.listen();

window.gallery = {
  requests,
  state: () => state,
  change,
  changeNodeRuns: (nodeRuns) => {
    const changed = new Map(nodeRuns.map((run) => [run.id, run]));
    state = { ...state, nodeRuns: state.nodeRuns.map((run) => changed.get(run.id) ?? run) };
    void sendNotification(connection, nodeRunsChanged, nodeRuns);
  },
  reveal: (nodeId) => void sendRequest(connection, revealNode, { nodeId }),
  runAgain,
  writeLog: (text) => {
    for (const send of followed.values()) send(text);
  },
  text: () => written?.text ?? '',
  write: (text) => {
    written?.write(text);
    if (written !== null) change(written.state());
  },
  cspViolations,
  hold,
  release,
};
