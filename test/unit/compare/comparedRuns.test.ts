/** What two runs were given, and a run beside the live workflow. */
import { expect, test } from 'vitest';
import { comparedInputs, inputsBesideLive, type RunSide } from '../../../src/model/compare/comparedRuns';

const given = (values: Readonly<Record<string, string>>): RunSide => ({
  status: 'Completed',
  nodes: [],
  inputs: Object.entries(values).map(([name, value]) => ({ name, type: 'string', value })),
});

test('an input that one run was not given, or was given otherwise, is another input', () => {
  const facts = comparedInputs(given({ depth: '2', gone: 'x', same: '' }), given({ depth: '3', same: '' }));
  expect(facts.map(({ name, left, right, verdict }) => [name, left, right, verdict])).toEqual([
    ['depth', '2', '3', 'other'],
    ['same', 'empty', 'empty', 'same'],
    ['gone', 'x', null, 'other'],
  ]);
});

test('of an input too long for the page what differs is shown, wherever in it that is', () => {
  const long = 'x'.repeat(9000);
  const [fact] = comparedInputs(given({ list: `${long}one` }), given({ list: `${long}other` }));
  expect(fact?.left).toMatch(/^…x+one$/);
  expect(fact?.right).toMatch(/^…x+other$/);
  const [same] = comparedInputs(given({ list: `${long}one` }), given({ list: `${long}one` }));
  expect(same?.left).toMatch(/^x+…$/);
});

test('beside the live workflow the inputs of a run stand next to the defaults, and none of them is a difference', () => {
  const presets = [
    { name: 'depth', preset: '3' },
    { name: 'note', preset: '' },
    { name: 'token', preset: null },
  ];
  const facts = inputsBesideLive(given({ depth: '2', token: 'abc', gone: 'x' }), presets, 'right');
  expect(facts.map(({ name, left, right, verdict }) => [name, left, right, verdict])).toEqual([
    ['depth', '2', 'default 3', 'unlike'],
    ['note', null, 'default empty', 'unlike'],
    ['token', 'abc', 'no default', 'unlike'],
    ['gone', 'x', null, 'unlike'],
  ]);
  expect(inputsBesideLive(given({ depth: '2' }), presets, 'left')[0]).toMatchObject({ left: 'default 3', right: '2' });
});
