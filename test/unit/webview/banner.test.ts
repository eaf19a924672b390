import { describe, expect, test } from 'vitest';
import { allowedActions } from '../../../src/model/run/actions';
import type { LoadedRun } from '../../../src/model/run/loadedRun';
import type { RunSummary } from '../../../src/model/run/run';
import type { RunStatus } from '../../../src/model/run/status';
import { bannerView } from '../../../src/webview/editor/model/bannerView';
import { stageOf } from '../../../src/webview/editor/model/stage';
import { viewOf } from '../../../src/webview/editor/model/editorView';
import { graphNode, graphOf, stateOf } from './graphs';

function run(status: RunStatus, hasSnapshot = true): RunSummary {
  return {
    id: '01KJQ4M3T8V6W2X9Y5Z7A1B3C4',
    name: 'Audit 1',
    number: 1,
    status,
    creationType: 'Manual',
    workflow: { path: '/w/audit.workflow.yaml', name: 'Audit', project: 'w', workspace: '/w' },
    versionId: 'f3',
    fleet: 'local',
    machines: [],
    author: 'Ada',
    createdAt: '2026-03-02T09:14:05.000Z',
    startedAt: null,
    endedAt: null,
    durationMs: null,
    message: null,
    hasSnapshot,
    rerunOf: null,
    scheduleId: null,
    scheduledFor: null,
    sortId: null,
  };
}

const overlay: LoadedRun = {
  run: run('Completed'),
  part: null,
  mode: { kind: 'overlay', reachedBy: 'loading', showing: 'live' },
  pill: 'Viewing run',
  versionsDiffer: false,
  liveIsGone: false,
  liveChangedBehind: false,
  differences: [],
};
const commands = (loaded: LoadedRun) => bannerView(loaded).buttons.map(({ id }) => id);
const menu = (loaded: LoadedRun) => bannerView(loaded).menu.map(({ id }) => id);

describe('the banner offers', () => {
  test('every action that the run allows, each once, and Restore where it would change something', () => {
    const used = { ...run('Completed'), machines: ['build-1'] };
    const offered = [...commands({ ...overlay, run: used }), ...menu({ ...overlay, run: used })];
    const missing = allowedActions(used).filter((action) => !(offered as readonly string[]).includes(action));
    expect(missing).toEqual(['viewInEditor', 'restore']);
    expect(offered).toEqual([...new Set(offered)]);
    expect(commands({ ...overlay, run: used, versionsDiffer: true })).toContain('restore');
  });

  test('to stop a run that is active, and not to delete it', () => {
    const running = { ...overlay, run: run('Running') };
    expect(commands(running)).toEqual(['stop', 'backToEditor']);
    expect(menu(running)).toEqual([
      'viewDetails',
      'runAgain',
      'rename',
      'createWorkflow',
      'compareWithLive',
      'compareRuns',
      'copyLink',
    ]);
  });

  test('the snapshot and Restore once an overlay was edited, and the way back from the snapshot', () => {
    const edited = { ...overlay, versionsDiffer: true };
    expect(commands(edited)).toEqual(['showSnapshot', 'restore', 'backToEditor']);
    const mode = { kind: 'overlay', reachedBy: 'loading', showing: 'snapshot' } as const;
    expect(commands({ ...edited, mode })).toContain('showLive');
  });

  test('neither Restore nor Run Again for a run that has no snapshot', () => {
    const scheduled = { ...overlay, run: run('Scheduled', false), versionsDiffer: true };
    expect([...commands(scheduled), ...menu(scheduled)]).not.toContain('restore');
    expect([...commands(scheduled), ...menu(scheduled)]).not.toContain('runAgain');
  });

  test('of a run that waits for its time when it starts, and how to cancel that one time', () => {
    const waiting = { ...run('Scheduled', false), scheduledFor: '2026-11-24T12:00:00Z' };
    const { note, buttons } = bannerView({ ...overlay, run: waiting, versionsDiffer: false });
    expect(note).toContain('2026');
    expect(note).toContain('Until then this is the live workflow.');
    expect(buttons.map(({ id, label }) => [id, label])).toContainEqual(['stop', 'Cancel This Time']);
  });

  test('Restore and, with no editor to go back to, Close when the live file is gone, and says so', () => {
    const gone: LoadedRun = { ...overlay, mode: { kind: 'snapshot' }, liveIsGone: true };
    expect(commands(gone)).toEqual(['restore', 'close']);
    expect(bannerView(gone).note).toBe('The workflow file is gone. Restore creates it again.');
  });
});

test('the banner says when the live workflow was changed behind a snapshot', () => {
  const snapshot: LoadedRun = { ...overlay, mode: { kind: 'snapshot' }, versionsDiffer: true };
  expect(bannerView(snapshot).note).toContain('has changed since');
  expect(bannerView({ ...snapshot, liveChangedBehind: true }).note).toContain('changed behind it');
});

describe("where a module's part of a run is shown", () => {
  const used = { ...run('Failed'), machines: ['build-1'] };
  const part: LoadedRun = { ...overlay, run: used, part: { path: 'scan', nodeRun: null }, versionsDiffer: true };
  const { buttons, menu } = bannerView(part);
  const labelOf = (id: string) => [...buttons, ...menu].find((action) => action.id === id)?.label;

  test('Restore is of the module alone, and every other action on a run says that it is of the whole run', () => {
    expect(labelOf('restore')).toBe('Restore');
    expect(labelOf('runAgain')).toBe('Run Again (Whole Run)');
    expect(labelOf('delete')).toBe('Delete (Whole Run)…');
    const own = ['restore', 'showSnapshot', 'backToEditor'];
    for (const { id, label } of [...buttons, ...menu]) expect(label.includes('Whole Run')).toBe(!own.includes(id));
  });

  test('what is said is said of the module, also where it ran by itself', () => {
    const snapshot: LoadedRun = { ...part, mode: { kind: 'snapshot' } };
    expect(bannerView(snapshot).note).toBe('The version that ran, read-only. The module has changed since.');
    expect(bannerView({ ...snapshot, liveIsGone: true }).note).toContain('The module file is gone.');
    const byItself = { ...used, workflow: { ...used.workflow, path: '/w/scan.module.yaml' } };
    expect(bannerView({ ...snapshot, part: null, run: byItself }).note).toContain('The module has changed since.');
    expect(bannerView({ ...snapshot, part: null }).note).toContain('The workflow has changed since.');
  });
});

describe('what fills the tab', () => {
  const problem = {
    severity: 'error',
    code: 'yaml',
    message: 'Bad indentation.',
    file: 'audit.workflow.yaml',
    range: { start: { line: 2, character: 0 }, end: { line: 2, character: 1 } },
  } as const;

  test('loading until the host has answered and while the file is read', () => {
    expect(stageOf(null).kind).toBe('loading');
    expect(stageOf(viewOf(stateOf(null))).kind).toBe('loading');
  });

  test('the problems of a text that is no workflow, never an empty canvas', () => {
    expect(stageOf(viewOf(stateOf(null, { problems: [problem] })))).toMatchObject({
      kind: 'unreadable',
      problems: [problem],
    });
    expect(stageOf(viewOf(stateOf(graphOf([], []), { problems: [problem] }))).kind).toBe('unreadable');
  });

  test('a canvas that can be edited for a workflow without nodes, and for a file without a word', () => {
    expect(stageOf(viewOf(stateOf(graphOf([], [])))).kind).toBe('canvas');
    const noNodes = { ...problem, code: 'no-nodes' };
    expect(stageOf(viewOf(stateOf(graphOf([], []), { problems: [noNodes] }))).kind).toBe('canvas');
    expect(stageOf(viewOf(stateOf(graphOf([graphNode('inputs', 0, 0, { kind: 'inputs' })], [])))).kind).toBe('canvas');
    const start = { line: 0, character: 0 };
    const nothing = { ...problem, code: 'not-a-workflow', range: { start, end: start } };
    expect(stageOf(viewOf(stateOf(null, { problems: [nothing] })))).toEqual({
      kind: 'canvas',
      graph: { nodes: [], edges: [] },
    });
    const words = { ...nothing, range: { start, end: { line: 0, character: 9 } } };
    expect(stageOf(viewOf(stateOf(null, { problems: [words] }))).kind).toBe('unreadable');
  });

  test('why a run cannot be shown, with the way back, or out when the file is gone', () => {
    const failure: LoadedRun = { ...overlay, mode: { kind: 'failure', message: 'The snapshot is lost.' } };
    const at = (loaded: LoadedRun) => stageOf(viewOf(stateOf(graphOf([], []), { loaded })));
    expect(at(failure)).toEqual({ kind: 'failure', message: 'The snapshot is lost.', way: 'backToEditor' });
    expect(at({ ...failure, liveIsGone: true })).toMatchObject({ way: 'close' });
  });
});
