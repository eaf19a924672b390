/** Paths of nodes that move to another file: what they name stays the same. */
import { folderOf, keyOfReference, kindOfFile } from '../paths';
import type { InputValue, NodeAction, WorkflowNode } from '../workflow';

/** The nodes with their paths, relative to `from`, made relative to `to`; both are paths in one workspace. */
export function rebasedNodes(nodes: readonly WorkflowNode[], from: string, to: string): WorkflowNode[] {
  const path = (written: string): string => rebasedPath(written, from, to);
  return nodes.map((node) => ({
    ...node,
    action: rebasedAction(node.action, path),
    inputs: node.inputs.map((input) => ({ ...input, value: rebasedValue(input.value, path) })),
  }));
}

/** How `file` names a file of the workspace: `tools/a.sh`, `../b.py`, `./c.module.yaml`. */
export function referenceTo(key: string, file: string): string {
  const there = key.split('/');
  const here = folderOf(file) === '' ? [] : folderOf(file).split('/');
  let same = 0;
  while (same < here.length && same < there.length - 1 && here[same] === there[same]) same += 1;
  const path = [...here.slice(same).map(() => '..'), ...there.slice(same)].join('/');
  // As people write it: a module is named like an import.
  return kindOfFile(key) === 'module' && !path.startsWith('..') ? `./${path}` : path;
}

/** The paths of scripts and modules that lead out of the workspace when `file` holds the nodes. */
export function pathsOutside(nodes: readonly WorkflowNode[], file: string): string[] {
  return nodes.flatMap(({ action }) => {
    const path = action.kind === 'script' ? action.script : action.kind === 'module' ? action.uses : null;
    return path === null || path.trim() === '' || keyOfReference(file, path) !== null ? [] : [path];
  });
}

function rebasedPath(written: string, from: string, to: string): string {
  const key = keyOfReference(from, written);
  return key === null || keyOfReference(to, written) === key ? written : referenceTo(key, to);
}

function rebasedAction(action: NodeAction, path: (written: string) => string): NodeAction {
  switch (action.kind) {
    case 'run':
      return action;
    case 'script':
      return { ...action, script: path(action.script) };
    case 'module':
      return { ...action, uses: path(action.uses) };
  }
}

function rebasedValue(value: InputValue, path: (written: string) => string): InputValue {
  return value.kind === 'path' ? { ...value, path: path(value.path) } : value;
}
