import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { nodesToRun } from '../../../src/model/workflow/nodesToRun';
import { runNodesOf, scopeOf, type RunNode } from '../../../src/model/workflow/runNodes';
import type { Workflow, WorkflowNode } from '../../../src/model/workflow/workflow';

/** A node that needs some of those before it: a step, or a module with a graph of its own. */
interface Row {
  readonly needs: readonly number[];
  readonly inside: readonly Row[] | null;
}

const { graph } = fc.letrec<{ row: Row; graph: readonly Row[] }>((tie) => ({
  row: fc.record({
    needs: fc.array(fc.nat(6), { maxLength: 3 }),
    inside: fc.option(tie('graph'), { nil: null, freq: 3, maxDepth: 2 }),
  }),
  graph: fc.array(tie('row'), { minLength: 1, maxLength: 6, depthIdentifier: 'graph' }),
}));

/** The workflow of a graph, with a module file for each module. */
function contentOf(rows: readonly Row[]) {
  const modules: Record<string, Workflow> = {};
  const workflow = workflowOf(rows, 'workflow');
  return { source: { entry: 'w.workflow.yaml' }, workflow, modules };

  function workflowOf(rows: readonly Row[], kind: Workflow['kind']): Workflow {
    return { kind, fleet: 'local', inputs: [], outputs: [], layout: {}, nodes: rows.map(nodeOf) };
  }

  function nodeOf({ needs, inside }: Row, index: number): WorkflowNode {
    const before = [...new Set(needs.filter((other) => other < index))].map((other) => `n${other}`);
    const common = { id: `n${index}`, inputs: [], outputs: [], needs: before, when: 'success' as const, retries: 0 };
    if (inside === null) return { ...common, action: { kind: 'run', shell: 'sh', run: 'true' } };
    const name = `m${Object.keys(modules).length}.module.yaml`;
    // Its place first, so that the modules inside of it have other names.
    modules[name] = workflowOf([], 'module');
    modules[name] = workflowOf(inside, 'module');
    return { ...common, action: { kind: 'module', uses: `./${name}` } };
  }
}

/** By reachability alone, between nodes that have a process: everything of a module comes after everything before the module. */
function expectedLeaves(all: readonly RunNode[], must: ReadonlySet<string>): Set<string> {
  const leaves = all.filter(({ inside }) => inside === null).map(({ path }) => path);
  const isIn = (leaf: string, path: string): boolean => leaf === path || leaf.startsWith(`${path}/`);
  const wires = all.flatMap(({ path, node, scope }) =>
    node.needs.flatMap((need) => {
      const before = scope.within === null ? need : `${scope.within.path}/${need}`;
      return [{ before, after: path }];
    }),
  );
  const found = new Set(leaves.filter((leaf) => [...must].some((path) => isIn(leaf, path))));
  for (const leaf of found) {
    for (const { before, after } of wires) {
      if (isIn(leaf, before)) for (const other of leaves) if (isIn(other, after)) found.add(other);
    }
  }
  return found;
}

test('what must run, all that comes after it at any depth, and the modules that these are in; nothing else', () => {
  fc.assert(
    fc.property(graph, fc.array(fc.nat(40), { maxLength: 4 }), (rows, picks) => {
      const scope = scopeOf(contentOf(rows));
      const all = runNodesOf(scope);
      const must = new Set(picks.flatMap((pick) => all[pick % all.length]?.path ?? []));
      const found = nodesToRun(scope, ({ path }) => must.has(path));
      const leaves = expectedLeaves(all, must);
      for (const { path, inside } of all) {
        const isExpected = inside === null ? leaves.has(path) : [...leaves].some((leaf) => leaf.startsWith(`${path}/`));
        expect(found.has(path), path).toBe(isExpected);
      }
    }),
  );
});

test('nothing runs when nothing must', () => {
  fc.assert(
    fc.property(graph, (rows) => {
      expect(nodesToRun(scopeOf(contentOf(rows)), () => false).size).toBe(0);
    }),
  );
});
