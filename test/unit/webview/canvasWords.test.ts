import { expect, test } from 'vitest';
import { findNodes, firstMatch } from '../../../src/webview/editor/authoring/find/findNodes';
import { nodeInSight } from '../../../src/webview/editor/authoring/arrange/nodeInSight';
import { wireWords } from '../../../src/webview/editor/authoring/model/wireWords';
import { graphNode, graphOf } from './graphs';

const graph = graphOf(
  [
    graphNode('fetch', 0, 0, { title: 'Fetch the list' }),
    graphNode('scan', 300, 0, { what: 'tools/Check.mjs' }),
    graphNode('lonely', 300, 200),
    graphNode('report', 600, 0, { title: 'Report' }),
  ],
  ['fetch>scan', 'scan>report', 'fetch>report'],
);

test('a node is said with what comes before and after it, each once', () => {
  expect(wireWords(graph, 'scan')).toBe('After Fetch the list. Before Report.');
  expect(wireWords(graph, 'report')).toBe('After scan and Fetch the list.');
  expect(wireWords(graph, 'lonely')).toBe('No wires.');
});

test('of many wires five are named and the others counted', () => {
  const many = Array.from({ length: 9 }, (_, index) => graphNode(`n${index}`, 0, index * 100));
  const wired = graphOf(
    [...many, graphNode('end', 300, 0)],
    many.map(({ id }) => `${id}>end`),
  );
  expect(wireWords(wired, 'end')).toBe('After n0, n1, n2, n3, n4 and 4 others.');
});

test('nodes are found by id, label and what they are, whatever the case', () => {
  const ids = (words: string): string[] => findNodes(graph, words).map(({ id }) => id);
  expect(ids('check')).toEqual(['scan']);
  expect(ids(' THE list ')).toEqual(['fetch']);
  expect(ids('mjs')).toEqual(['fetch', 'scan', 'lonely', 'report']);
  expect(ids('.*')).toEqual([]);
  expect(ids('  ')).toEqual([]);
});

test('the search begins at the node one is at, and goes round', () => {
  const found = findNodes(graph, 'e');
  expect(found[firstMatch(graph, found, 'lonely')]?.id).toBe('lonely');
  expect(found[firstMatch(graph, found, 'scan')]?.id).not.toBe('fetch');
  expect(found[firstMatch(graph, found, null)]?.id).toBe('fetch');
});

test('what a person looks at is the node of the keyboard while it is in sight, else the one in the middle', () => {
  const view = { x: 0, y: 0, zoom: 1 };
  const size = { width: 400, height: 200 };
  expect(nodeInSight(graph, view, size, 'scan')?.id).toBe('scan');
  expect(nodeInSight(graph, view, size, 'report')?.id).toBe('fetch');
  expect(nodeInSight(graph, { ...view, x: -5_000 }, size, 'scan')).toBeNull();
});

test('all that fit are found among a thousand nodes', () => {
  const nodes = Array.from({ length: 1_000 }, (_, index) => graphNode(`n${index}`, index % 40, index));
  const large = graphOf(nodes, []);
  expect(findNodes(large, 'n99')).toHaveLength(11);
});
