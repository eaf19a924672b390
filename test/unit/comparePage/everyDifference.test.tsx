/** What the page of a comparison says in its list and in its values, against the differences that were planted. */
import * as fc from 'fast-check';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test, vi } from 'vitest';
import { comparedVersions } from '../../../src/model/compare/comparedVersions';
import { comparisonOf, type Comparison } from '../../../src/model/compare/comparison';
import { loadWorkflow, readFrom } from '../../../src/model/workflow/load';
import { Details } from '../../../src/webview/compare/details/Details';
import { DifferenceList } from '../../../src/webview/compare/DifferenceList';
import { HostContext, type Host } from '../../../src/webview/compare/host';
import { listGroups, type ListItem } from '../../../src/webview/compare/model/listItems';
import { base, filesOf, oddText, plantsWith, type Draft, type ToldRow, type ToldValue } from './planted';
import { readList, readValues } from './readPage';

// The wire to the extension host is there in a browser only.
vi.mock('../../../src/webview/requests', () => ({ createRequests: () => ({}) }));

const live = { kind: 'live', title: 'a', fileName: 'a.workflow.yaml' } as const;
const none = { left: new Map(), right: new Map() };
const ignore = (): void => undefined;
const host: Host = { swap: ignore, choose: ignore, open: ignore, takeWayOut: ignore, showTextDiff: ignore };

async function compare(left: Draft, right: Draft): Promise<Comparison> {
  const [one, other] = await Promise.all(
    [left, right].map((draft) => loadWorkflow('a.workflow.yaml', readFrom(filesOf(draft)))),
  );
  if (one === undefined || other === undefined) throw new Error('not loaded');
  const problems = [...one.problems, ...other.problems].filter(({ severity }) => severity === 'error');
  expect(problems.map(({ message }) => message)).toEqual([]);
  const versions = comparedVersions(one, other);
  if (versions === null) throw new Error('not comparable');
  return comparisonOf(versions, { kind: 'live' }, { kind: 'live' });
}

/** All rows that the page shows but those of the files, each with the values beside the canvas when it is selected. */
function rowsOnPage(comparison: Comparison): ToldRow[] {
  const groups = listGroups(comparison);
  const items = groups.flatMap((group) => group.items);
  const list = readList(
    renderToStaticMarkup(<DifferenceList groups={groups} selected={null} isLive={false} onSelect={ignore} />),
  );
  expect(list).toHaveLength(items.length);
  return list.flatMap(({ group, title, what }, index) => {
    const item = items[index];
    if (item === undefined || item.kind === 'file') return [];
    const values = valuesOf(comparison, item).filter(({ name }) => item.kind === 'node' || name === title);
    if (group === 'Changed') expect(values.map(({ name }) => name)).toEqual(what.split(', '));
    return [{ group, title, values }];
  });
}

function valuesOf(comparison: Comparison, item: ListItem): ToldValue[] {
  const state = {
    sides: { left: { kind: 'live', path: '/a' }, right: { kind: 'live', path: '/b' } },
    left: live,
    right: live,
    leftNodes: [],
    rightNodes: [],
    versions: null,
    obstacle: null,
    note: null,
  } as const;
  return readValues(
    renderToStaticMarkup(
      <HostContext value={host}>
        <Details state={state} comparison={comparison} nodes={none} item={item} selected={item.id} onClose={ignore} />
      </HostContext>,
    ),
  );
}

/** Rows of one title are one row, with all values that differ. */
function merged(
  rows: readonly ToldRow[],
  titleOf = (title: string): string => title,
): Map<string, Map<string, ToldValue>> {
  const all = new Map<string, Map<string, ToldValue>>();
  for (const { group, title, values } of rows) {
    const key = `${group}: ${titleOf(title)}`;
    const known = all.get(key) ?? new Map<string, ToldValue>();
    for (const value of values) known.set(value.name, value);
    all.set(key, known);
  }
  return all;
}

/** What stands on the page is what was planted, or of a long text the part that differs. */
function expectTold(shown: ToldValue, planted: ToldValue): void {
  expect(shown.left === null).toBe(planted.left === null);
  expect(shown.right === null).toBe(planted.right === null);
  expect(shown.left).not.toBe(shown.right);
  for (const side of ['left', 'right'] as const) {
    const [words, all] = [shown[side], planted[side]];
    if (all === null || all === '*' || words === null) continue;
    const whole = all.trimEnd();
    if (whole.length < 3000) expect(words.trimEnd()).toBe(whole);
    else expect(whole).toContain(words.trimEnd().replace(/^…\n?/, '').replace(/…$/, ''));
  }
}

interface Pair {
  readonly picks: readonly number[];
  readonly text: string;
  /** After is compared with before instead. */
  readonly isTurned: boolean;
}

async function expectEveryDifference({ picks, text, isTurned }: Pair) {
  const [one, other] = [base(), base()];
  const plants = plantsWith(text);
  const planted = [...new Set(picks)].flatMap((pick) => plants[pick]?.plant(other) ?? []);
  const told = isTurned ? planted.map(turned) : planted;
  const [before, after] = isTurned ? [other, one] : [one, other];
  const shown = merged(rowsOnPage(await compare(before, after)));
  const expected = merged(told, (title) => after.nodes[title]?.label ?? title);
  expect([...shown.keys()].sort()).toEqual([...expected.keys()].sort());
  for (const [key, values] of expected) {
    expect([...(shown.get(key)?.keys() ?? [])].sort()).toEqual([...values.keys()].sort());
    for (const [name, value] of values) {
      const found = shown.get(key)?.get(name);
      if (found !== undefined) expectTold(found, value);
    }
  }
}

function turned({ group, title, values }: ToldRow): ToldRow {
  const turnedGroup = group === 'Added' ? 'Removed' : group === 'Removed' ? 'Added' : group;
  return {
    group: turnedGroup,
    title,
    values: values.map(({ name, left, right }) => ({ name, left: right, right: left })),
  };
}

const kinds = plantsWith('').length;

describe('the page of a comparison', () => {
  test.each(plantsWith('planted').map(({ name }, pick) => [name, pick] as const))(
    'names %s, and nothing else',
    async (_, pick) => {
      await expectEveryDifference({ picks: [pick], text: 'planted', isTurned: false });
    },
  );

  test('names every difference of a pair, whatever differs together and whatever the texts', async () => {
    const picks = fc.array(fc.nat(kinds - 1), { maxLength: kinds });
    await fc.assert(
      fc.asyncProperty(fc.record({ picks, text: oddText, isTurned: fc.boolean() }), expectEveryDifference),
      { numRuns: 200 },
    );
  });
});
