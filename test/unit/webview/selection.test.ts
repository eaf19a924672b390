import { describe, expect, it } from 'vitest';
import { renameBetween } from '../../../src/model/workflow/renameBetween';
import { selectionAfter } from '../../../src/webview/editor/model/selection';
import { graphNode, graphOf } from './graphs';

const graph = (...ids: string[]) =>
  graphOf(
    ids.map((id) => graphNode(id, 0, 0)),
    [],
  );
const after = (before: readonly string[], now: readonly string[], selected: readonly string[]) =>
  selectionAfter(graph(...before), graph(...now), selected, renameBetween(graph(...before), graph(...now)));

describe('what is selected', () => {
  it('stays selected under another id, by whomever it was given', () => {
    expect(after(['a', 'b', 'c'], ['a', 'z', 'c'], ['b', 'c'])).toEqual(['z', 'c']);
  });

  it('is selected no more once it is gone, so that Delete never asks for it', () => {
    expect(after(['a', 'b', 'c'], ['a', 'c'], ['b', 'c'])).toEqual(['c']);
    expect(after(['a', 'b'], ['b', 'z'], ['a'])).toEqual([]);
    expect(after(['a', 'b'], ['y', 'z'], ['a'])).toEqual([]);
  });

  it('may be awaited, and is left alone when other nodes change', () => {
    const selected = ['a', 'soon'];
    expect(after(['a', 'b'], ['a'], selected)).toBe(selected);
  });
});
