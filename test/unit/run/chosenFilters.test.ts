import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isFiltered, narrowed, noFilters, startOfDay, type ChosenFilters } from '../../../src/model/run/chosenFilters';
import { filterWords } from '../../../src/model/run/filterWords';
import { everyRun, matchesFilter, runsOf, runsUnder, runTabs, statusesOfTab } from '../../../src/model/run/query';
import { someRun } from './someRun';

const noon = new Date(2026, 2, 15, 12);
const chosen = (some: Partial<ChosenFilters>): ChosenFilters => ({ ...noFilters, ...some });
const createdAt = (...time: [number, number, number, number?, number?]) =>
  someRun({ createdAt: new Date(...time).toISOString() });
const shows = (some: Partial<ChosenFilters>, run = someRun()): boolean =>
  matchesFilter(narrowed(everyRun, chosen(some), noon), run);

const anyChosen = fc.record<ChosenFilters>({
  tab: fc.constantFrom(...runTabs),
  workflows: fc.array(fc.record({ path: fc.string(), name: fc.string({ minLength: 1 }) }), { maxLength: 4 }),
  authors: fc.array(fc.string({ minLength: 1 }), { maxLength: 4 }),
  projects: fc.array(fc.string({ minLength: 1 }), { maxLength: 4 }),
  text: fc.string(),
  created: fc.oneof(
    fc.constant({ kind: 'any' as const }),
    fc.record({ kind: fc.constant('lastDays' as const), days: fc.integer({ min: 1, max: 400 }) }),
    fc.record({ kind: fc.constant('between' as const), from: fc.constant('2026-01-01'), to: fc.constant(null) }),
  ),
});

describe('the filters of a view', () => {
  it('hide nothing until one is chosen', () => {
    expect(narrowed(runsUnder(['/w']), noFilters, noon)).toEqual(runsUnder(['/w']));
    expect(isFiltered(noFilters)).toBe(false);
  });

  it('are said in words whenever they may hide a run, whatever was chosen', () => {
    fc.assert(
      fc.property(anyChosen, (any) => {
        expect(filterWords(any).length > 0).toBe(isFiltered(any));
      }),
    );
  });

  it('never show a run that the view would not show without them', () => {
    fc.assert(
      fc.property(anyChosen, (any) => {
        const elsewhere = someRun({
          workflow: { path: '/x/a.workflow.yaml', name: 'A', project: 'w', workspace: '/x' },
        });
        expect(matchesFilter(narrowed(runsUnder(['/w']), any, noon), elsewhere)).toBe(false);
        expect(matchesFilter(narrowed(runsOf('/w/b.workflow.yaml'), any, noon), someRun())).toBe(false);
      }),
    );
  });

  it('keep to the tabs of the run list', () => {
    for (const tab of runTabs) expect(narrowed(everyRun, chosen({ tab }), noon).statuses).toEqual(statusesOfTab(tab));
  });

  it('take a run by workflow, person, project and text together', () => {
    const audit = { path: '/w/a.workflow.yaml', name: 'Audit' };
    const all = { workflows: [audit], authors: ['Ada Lovelace'], projects: ['w'], text: 'NIGHTLY' };
    expect(shows(all)).toBe(true);
    for (const wrong of [
      { workflows: [{ path: '/w/b.workflow.yaml', name: 'Audit' }] },
      { authors: ['Ada'] },
      { projects: ['v'] },
      { text: 'daily' },
    ]) {
      expect(shows({ ...all, ...wrong })).toBe(false);
    }
  });

  it('count days as the reader does, from midnight to midnight', () => {
    const today = { created: { kind: 'lastDays', days: 1 } } as const;
    expect(shows(today, createdAt(2026, 2, 15))).toBe(true);
    expect(shows(today, createdAt(2026, 2, 14, 23, 59))).toBe(false);
    const week = { created: { kind: 'lastDays', days: 7 } } as const;
    expect(shows(week, createdAt(2026, 2, 9))).toBe(true);
    expect(shows(week, createdAt(2026, 2, 8, 23, 59))).toBe(false);
    const between = { created: { kind: 'between', from: '2026-01-30', to: '2026-02-01' } } as const;
    expect(shows(between, createdAt(2026, 0, 29, 23, 59))).toBe(false);
    expect(shows(between, createdAt(2026, 0, 30))).toBe(true);
    expect(shows(between, createdAt(2026, 1, 1, 23, 59))).toBe(true);
    expect(shows(between, createdAt(2026, 1, 2))).toBe(false);
  });

  it('know a day that there is from one that there is not', () => {
    expect(startOfDay('2026-02-28')).toEqual(new Date(2026, 1, 28));
    for (const text of ['2026-02-29', '2026-13-01', '26-01-01', '2026-1-1', 'today', '']) {
      expect(startOfDay(text), text).toBeNull();
    }
  });
});

describe('the words of filters', () => {
  it('are short: a status, names, a quoted text', () => {
    const words = filterWords(chosen({ tab: 'Failed', authors: ['Ada'], text: 'audit' }));
    expect(words.join(' · ')).toBe('Failed · by Ada · “audit”');
  });

  it('name two and count more', () => {
    expect(filterWords(chosen({ authors: ['Ada', 'Bob'] }))).toEqual(['by Ada, Bob']);
    expect(filterWords(chosen({ authors: ['Ada', 'Bob', 'Cy'] }))).toEqual(['by 3 people']);
    expect(filterWords(chosen({ projects: ['a'] }))).toEqual(['project a']);
    const workflows = ['a', 'b', 'c'].map((name) => ({ path: `/${name}`, name }));
    expect(filterWords(chosen({ workflows }))).toEqual(['3 workflows']);
  });

  it('say the days', () => {
    const said = (created: ChosenFilters['created']): string => filterWords(chosen({ created })).join();
    expect(said({ kind: 'lastDays', days: 1 })).toBe('today');
    expect(said({ kind: 'lastDays', days: 7 })).toBe('last 7 days');
    expect(said({ kind: 'between', from: '2026-01-01', to: '2026-01-31' })).toBe('2026-01-01 to 2026-01-31');
    expect(said({ kind: 'between', from: '2026-01-01', to: '2026-01-01' })).toBe('on 2026-01-01');
    expect(said({ kind: 'between', from: '2026-01-01', to: null })).toBe('since 2026-01-01');
    expect(said({ kind: 'between', from: null, to: '2026-01-31' })).toBe('until 2026-01-31');
  });

  it('cut a name of 10,000 characters', () => {
    expect(filterWords(chosen({ authors: ['x'.repeat(10_000)] })).join().length).toBeLessThan(50);
  });
});
