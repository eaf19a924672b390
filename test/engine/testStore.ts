/** A store of its own for each test, and runs in it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { encodeTime } from 'ulid';
import { afterEach, beforeEach } from 'vitest';
import type { Steps } from '../../src/engine/store/listing/steps';
import { insertRun, updateRunProgress } from '../../src/engine/store/runs';
import { keepSnapshot } from '../../src/engine/store/snapshots';
import { Store } from '../../src/engine/store/store';
import type { RunStatus } from '../../src/model/run/status';

export const testStoreVersion = '1.0.0';

/** What tests say of a run; the rest is the same for all. */
export interface TestRun {
  readonly id: string;
  readonly name?: string;
  readonly path?: string;
  readonly project?: string;
  readonly author?: string;
  readonly status?: RunStatus;
  /** Milliseconds since 1970. */
  readonly createdAt?: number;
  readonly rerunOf?: string;
}

/** The id of a run made at `time`, among those of the same time the one of that number. */
export function testId(time: number, number = 0): string {
  return encodeTime(time, 10) + String(number).padStart(16, '0');
}

/** A fresh store for each test of a file. */
export function eachTestHasAStore(): { store: Store; readonly file: string } {
  const current = { store: undefined as unknown as Store, file: '' };
  beforeEach(() => {
    const folder = mkdtempSync(join(tmpdir(), 'runlens-store-'));
    current.file = join(folder, 'runs.db');
    current.store = Store.open(current.file, testStoreVersion);
  });
  afterEach(() => {
    current.store.close();
    rmSync(join(current.file, '..'), { recursive: true });
  });
  return current;
}

export function addRun(store: Store, run: TestRun): void {
  const { id, name = id, path = '/a/x', project = 'p', author = 'a', status = 'Completed', createdAt = 0 } = run;
  insertRun(store, {
    id,
    number: 1,
    name,
    creationType: 'API',
    workflow: { path, name: 'w', project, workspace: '/' },
    versionId: 'v',
    fleet: 'local',
    author,
    rerunOf: run.rerunOf ?? null,
    createdAt,
    snapshot: keepSnapshot(store, {
      versionId: 'v',
      versionAlgorithm: 1,
      source: { entry: 'w', files: { w: 'text' } },
      workflow: { kind: 'workflow', fleet: 'local', inputs: [], nodes: [], outputs: [], layout: {} },
      modules: {},
    }),
    inputs: [],
    environment: {},
  });
  updateRunProgress(store, id, { status, startedAt: null, endedAt: null, message: null, machines: [] });
}

/** The result of work in pieces, without a break. */
export function atOnce<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}
