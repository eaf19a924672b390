import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { insideWords, partInside, pathInRun, placeOfNode, wordsOfModules } from '../../../src/model/run/modulePart';

const id = fc.stringMatching(/^[a-z][a-z0-9]{0,5}$/);
const path = fc.array(id, { minLength: 1, maxLength: 6 }).map((ids) => ids.join('/'));

test('a path taken apart leads back to the same node, at any depth', () => {
  fc.assert(
    fc.property(path, (whole) => {
      const { module, nodeId } = placeOfNode(whole);
      expect(nodeId).not.toContain('/');
      expect(pathInRun(module, nodeId)).toBe(whole);
    }),
  );
});

test('the part inside of a module is what stands below it, under the ids of its own file', () => {
  fc.assert(
    fc.property(path, fc.array(path), (module, inside) => {
      const items = inside.map((local) => ({ id: `${module}/${local}` }));
      const others = [{ id: module }, { id: `${module}x/other` }];
      expect(partInside([...others, ...items], module).map((item) => item.id)).toEqual(inside);
    }),
  );
});

test('the whole run is given as it is', () => {
  const items = [{ id: 'scan/fetch' }];
  expect(partInside(items, null)).toBe(items);
});

test('the words of a module begin with what needs a look, and leave out what is further inside', () => {
  expect(insideWords(['succeeded', 'failed', 'succeeded'])).toBe('1 failed, 2 succeeded');
  const words = wordsOfModules([
    { id: 'scan', status: 'running' },
    { id: 'scan/fetch', status: 'succeeded' },
    { id: 'scan/deep', status: 'running' },
    { id: 'scan/deep/one', status: 'failed' },
  ]);
  expect([...words]).toEqual([['scan', '1 running, 1 succeeded']]);
});
