import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  afterEvent,
  startLoading,
  type LiveChangeCause,
  type LoadedPlace,
  type LoadedRunEvent,
  type LoadedRunState,
} from '../../../src/model/run/loadedRunState';
import { drawnVersion, loadedMode, loadedRunView } from '../../../src/model/run/loadedRunView';
import type { RunSummary } from '../../../src/model/run/run';
import { runStatuses, type RunStatus } from '../../../src/model/run/status';

function runWith(status: RunStatus): RunSummary {
  return {
    id: '01JRUN',
    name: 'Nightly audit',
    number: 3,
    status,
    creationType: 'Manual',
    workflow: { path: '/w/a.workflow.yaml', name: 'Audit', project: 'w', workspace: '/w' },
    versionId: 'ran',
    fleet: 'local',
    machines: [],
    author: 'Ada',
    createdAt: '2026-01-01T00:00:00.000Z',
    startedAt: null,
    endedAt: null,
    durationMs: null,
    message: null,
    hasSnapshot: true,
    rerunOf: null,
    scheduleId: null,
    scheduledFor: null,
    sortId: null,
  };
}

const completed: LoadedRunEvent = { kind: 'runRead', run: runWith('Completed') };
const snapshotOfRun: LoadedRunEvent = { kind: 'snapshotRead', snapshot: { kind: 'read', version: 'ran' } };
const gone: LoadedRunEvent = { kind: 'liveRead', live: { kind: 'gone' }, cause: 'file' };
const live = (version: string, cause: LiveChangeCause = 'edit'): LoadedRunEvent => ({
  kind: 'liveRead',
  live: { kind: 'present', version },
  cause,
});

function after(events: readonly LoadedRunEvent[], place: LoadedPlace = 'liveFile'): LoadedRunState {
  return events.reduce(afterEvent, startLoading('01JRUN', place));
}
const loadedOver = (version: string, ...later: LoadedRunEvent[]) =>
  after([completed, live(version, 'file'), snapshotOfRun, ...later]);
const bannerOf = (state: LoadedRunState) =>
  loadedRunView(state, { kind: 'workflow', part: null }, ['Node scan changed']);

describe('loading a run', () => {
  it('says Loading… until run, snapshot and live workflow are there, in any order', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([completed, snapshotOfRun, live('ran', 'file')]), (events) => {
        const banner = bannerOf(after(events));
        expect(banner.pill === 'Loading…').toBe(events.length < 3);
        expect(banner.mode.kind).toBe(events.length < 3 ? 'loading' : 'overlay');
      }),
    );
  });

  it('overlays a run of the same version on the live workflow', () => {
    const state = loadedOver('ran');
    expect(loadedMode(state)).toEqual({ kind: 'overlay', reachedBy: 'loading', showing: 'live' });
    expect(bannerOf(state)).toMatchObject({ versionsDiffer: false, differences: [] });
  });

  it('shows a run of another version as its snapshot, with what differs', () => {
    const state = loadedOver('edited');
    expect(loadedMode(state)).toEqual({ kind: 'snapshot' });
    expect(drawnVersion(state)).toBe('snapshot');
    expect(bannerOf(state)).toMatchObject({ versionsDiffer: true, differences: ['Node scan changed'] });
  });

  it('lays a run that has no snapshot yet over the live workflow, and decides when it has one', () => {
    const scheduled = after([
      { kind: 'runRead', run: runWith('Scheduled') },
      live('edited', 'file'),
      { kind: 'snapshotRead', snapshot: { kind: 'none' } },
    ]);
    expect(loadedMode(scheduled).kind).toBe('overlay');
    expect(bannerOf(scheduled)).toMatchObject({ pill: 'Running', versionsDiffer: false });
    expect(loadedMode(afterEvent(scheduled, snapshotOfRun)).kind).toBe('snapshot');
  });

  it('says why a run cannot be shown, and recovers when it can', () => {
    const failed = afterEvent(loadedOver('ran'), { kind: 'failed', message: 'The engine does not answer.' });
    expect(loadedMode(failed)).toEqual({ kind: 'failure', message: 'The engine does not answer.' });
    expect(loadedMode(afterEvent(failed, completed)).kind).toBe('overlay');
  });

  it('says Running for every active status and Viewing run for every other, also an unknown one', () => {
    const pill = (status: RunStatus) => bannerOf(loadedOver('ran', { kind: 'runRead', run: runWith(status) })).pill;
    const active = ['Pending', 'Running', 'Stopping', 'Scheduled'];
    for (const status of runStatuses) expect(pill(status)).toBe(active.includes(status) ? 'Running' : 'Viewing run');
    expect(pill('Frozen' as RunStatus)).toBe('Viewing run');
  });

  it('says Viewing module run in the editor of a module', () => {
    expect(loadedRunView(loadedOver('ran'), { kind: 'module', part: null }, []).pill).toBe('Viewing module run');
  });
});

describe('a run that was loaded as an overlay', () => {
  it('stays one through edits, undo and changes on disk; Restore appears while the versions differ', () => {
    for (const cause of ['edit', 'undoRedo', 'file'] as const) {
      const edited = loadedOver('ran', live('edited', cause));
      expect(loadedMode(edited)).toEqual({ kind: 'overlay', reachedBy: 'loading', showing: 'live' });
      expect(bannerOf(edited).versionsDiffer).toBe(true);
      expect(bannerOf(afterEvent(edited, live('ran', cause))).versionsDiffer).toBe(false);
    }
  });

  it('can show the snapshot and the live workflow in turn', () => {
    const snapshot = loadedOver('ran', live('edited'), { kind: 'show', what: 'snapshot' });
    expect(drawnVersion(snapshot)).toBe('snapshot');
    expect(drawnVersion(afterEvent(snapshot, { kind: 'show', what: 'live' }))).toBe('live');
  });

  it('shows the snapshot while the live file is gone, and is an overlay again when it is back', () => {
    const without = loadedOver('ran', gone);
    expect(loadedMode(without).kind).toBe('snapshot');
    expect(bannerOf(without)).toMatchObject({ liveIsGone: true, versionsDiffer: true });
    expect(loadedMode(afterEvent(without, live('ran', 'file'))).kind).toBe('overlay');
  });
});

describe('a run that was loaded as a snapshot', () => {
  it('becomes an overlay when the live workflow comes to equal it (Restore, undo, git)', () => {
    for (const cause of ['edit', 'undoRedo', 'file'] as const) {
      const state = loadedOver('edited', live('ran', cause));
      expect(loadedMode(state)).toEqual({ kind: 'overlay', reachedBy: 'equality', showing: 'live' });
    }
  });

  it('is the snapshot again when the Restore is undone', () => {
    const state = loadedOver('edited', live('ran'), live('edited', 'undoRedo'));
    expect(loadedMode(state).kind).toBe('snapshot');
    expect(bannerOf(state)).toMatchObject({ versionsDiffer: true, liveChangedBehind: false });
  });

  it('is the snapshot again when undo walks back over later edits and then the Restore', () => {
    const edited = loadedOver('edited', live('ran'), live('more'), live('most'));
    const walked = [live('more', 'undoRedo'), live('ran', 'undoRedo')].reduce(afterEvent, edited);
    expect(loadedMode(walked).kind).toBe('overlay');
    expect(loadedMode(afterEvent(walked, live('edited', 'undoRedo'))).kind).toBe('snapshot');
  });

  it('stays an overlay after a Restore when later edits are made, undone and redone', () => {
    const events = [live('ran'), live('more'), live('ran', 'undoRedo'), live('more', 'undoRedo')];
    expect(loadedMode(loadedOver('edited', ...events)).kind).toBe('overlay');
  });

  it('says that the live text changed behind it', () => {
    expect(bannerOf(loadedOver('edited', live('edited'))).liveChangedBehind).toBe(false);
    expect(bannerOf(loadedOver('edited', live('more'))).liveChangedBehind).toBe(true);
  });

  it('stays read-only in an editor on the snapshot itself, also when the live file is back', () => {
    const state = after([completed, snapshotOfRun, gone, live('ran', 'file')], 'snapshotFile');
    expect(loadedMode(state).kind).toBe('snapshot');
    expect(bannerOf(state)).toMatchObject({ liveIsGone: false, versionsDiffer: false });
  });
});

describe('laws over any sequence of events', () => {
  const cause = fc.constantFrom<LiveChangeCause>('edit', 'undoRedo', 'file');
  const liveRead = fc.tuple(fc.constantFrom('ran', 'edited', 'more'), cause).map(([v, c]) => live(v, c));
  const anyEvent = fc.oneof(
    liveRead,
    fc.constant(gone),
    fc.constantFrom(...runStatuses).map((status): LoadedRunEvent => ({ kind: 'runRead', run: runWith(status) })),
    fc.constantFrom('live', 'snapshot').map((what): LoadedRunEvent => ({ kind: 'show', what })),
    fc.constant(snapshotOfRun),
  );

  it('an overlay reached by loading never becomes a snapshot while the live file is there', () => {
    fc.assert(
      fc.property(fc.array(anyEvent), (events) => {
        const state = loadedOver('ran', ...events);
        const mode = loadedMode(state);
        if (state.live.kind === 'gone') expect(mode.kind).toBe('snapshot');
        else expect(mode).toMatchObject({ kind: 'overlay', reachedBy: 'loading' });
      }),
    );
  });

  it('Restore is offered exactly when the versions differ', () => {
    fc.assert(
      fc.property(fc.constantFrom('ran', 'edited'), fc.array(anyEvent), (first, events) => {
        const state = loadedOver(first, ...events);
        const equal = state.live.kind === 'present' && state.live.version === 'ran';
        expect(bannerOf(state).versionsDiffer).toBe(!equal);
      }),
    );
  });

  it('a snapshot is on screen only while the live workflow is another version, gone, or asked not to be shown', () => {
    fc.assert(
      fc.property(fc.constantFrom('ran', 'edited'), fc.array(anyEvent), (first, events) => {
        const state = loadedOver(first, ...events);
        if (loadedMode(state).kind === 'snapshot') expect(bannerOf(state).versionsDiffer).toBe(true);
      }),
    );
  });
});
