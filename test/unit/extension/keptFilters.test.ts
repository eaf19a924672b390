import { describe, expect, it } from 'vitest';
import { KeptFilters } from '../../../src/extension/runTree/keptFilters';
import { runsViewIds } from '../../../src/extension/ids';
import { noFilters, type ChosenFilters } from '../../../src/model/run/chosenFilters';

/** What VS Code keeps is JSON, whoever wrote it. */
function memoryOf(kept: Map<string, string>) {
  return {
    keys: () => [...kept.keys()],
    get: (key: string, otherwise?: unknown) => {
      const text = kept.get(key);
      return text === undefined ? otherwise : JSON.parse(text);
    },
    update: (key: string, value: unknown) => {
      kept.set(key, JSON.stringify(value));
      return Promise.resolve();
    },
  };
}

const chosen: ChosenFilters = {
  tab: 'Failed',
  workflows: [{ path: '/w/a.workflow.yaml', name: 'Audit' }],
  authors: ['Ada'],
  projects: ['w'],
  text: 'audit',
  created: { kind: 'between', from: '2026-01-01', to: null },
};

describe('the filters of a view', () => {
  it('are there again after a reload, each view with its own', async () => {
    const kept = new Map<string, string>();
    await new KeptFilters(memoryOf(kept), runsViewIds.workspaceRuns).keep(chosen);
    expect(new KeptFilters(memoryOf(kept), runsViewIds.workspaceRuns).read()).toEqual(chosen);
    expect(new KeptFilters(memoryOf(kept), runsViewIds.workflowRuns).read()).toEqual(noFilters);
  });

  it.each([
    ['no object', 'Failed'],
    ['an unknown tab', { ...chosen, tab: 'Paused' }],
    ['a list of numbers', { ...chosen, authors: [1] }],
    ['a text of 10,000 characters', { ...chosen, text: 'x'.repeat(10_000) }],
    ['a day that there is not', { ...chosen, created: { kind: 'between', from: '2026-02-30', to: null } }],
    ['a missing part', { tab: 'Failed' }],
  ])('are none when what was kept is %s', async (_, broken) => {
    const memory = memoryOf(new Map());
    await new KeptFilters(memory, runsViewIds.vaultRuns).keep(chosen);
    for (const key of memory.keys()) await memory.update(key, broken);
    expect(new KeptFilters(memory, runsViewIds.vaultRuns).read()).toEqual(noFilters);
  });
});
