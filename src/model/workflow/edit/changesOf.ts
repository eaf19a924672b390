/** What an edit changes in the YAML of a workflow file. */
import { wireText } from '../wires';
import type { WireSource } from '../workflow';
import { child, textOf, treeAt, type Tree } from '../yamlTree';
import { flow, fromValue, inputValue, nodeValue, positionValue } from './nodeValue';
import { namedNode, referencesOf, type Reference } from './references';
import type { NodeField, WorkflowEdit } from './workflowEdit';
import { numberValue, textValue, type YamlChange, type YamlPath, type YamlValue } from './yaml/yamlChange';

/** An edit with its pasted nodes already named as they will be called. */
export type Change = Exclude<WorkflowEdit, { kind: 'paste' | 'addNode' }> | AddedNodes;

interface AddedNodes {
  readonly kind: 'addNodes';
  readonly nodes: readonly Parameters<typeof nodeValue>[0][];
  readonly positions: readonly { readonly nodeId: string; readonly x: number; readonly y: number }[];
}

/** The changes that make an edit. It must be one that checkEdit allows. */
export function changesOf(edit: Change, tree: Tree | null): YamlChange[] {
  switch (edit.kind) {
    case 'addNodes':
      return [...edit.nodes.map((node) => set(['nodes', node.id], nodeValue(node))), ...places(edit.positions)];
    case 'removeNodes': {
      const isGone = (id: string): boolean => edit.nodeIds.includes(id);
      return [
        ...edit.nodeIds.map((id) => remove(['nodes', id])),
        ...withoutReferences(tree, (one) => isGone(namedNode(one))),
      ];
    }
    case 'renameNode':
      return renamedNode(tree, edit.nodeId, edit.to);
    case 'setNodeField':
      return fieldChanges(tree, edit.nodeId, edit.field);
    case 'setNodeInput':
      return [set(['nodes', edit.nodeId, 'inputs', edit.name], inputValue(edit.value))];
    case 'removeNodeInput':
      return [remove(['nodes', edit.nodeId, 'inputs', edit.name])];
    case 'renameNodeInput':
      return [rename(['nodes', edit.nodeId, 'inputs', edit.name], edit.to)];
    case 'moveWire': {
      const from = ['nodes', edit.nodeId, 'inputs', edit.name];
      const source = tree === null ? undefined : textOf(child(treeAt(tree, from), 'from'));
      const to = ['nodes', edit.to.nodeId, 'inputs', edit.to.name];
      return source === undefined ? [] : [set(to, flow([['from', textValue(source)]])), remove(from)];
    }
    case 'setNodeOutput':
      return [set(['nodes', edit.nodeId, 'outputs', edit.name], textValue(edit.path))];
    case 'removeNodeOutput':
      return [
        remove(['nodes', edit.nodeId, 'outputs', edit.name]),
        ...withoutReferences(tree, (one) => isOutput(one, edit.nodeId, edit.name)),
      ];
    case 'renameNodeOutput':
      return [
        rename(['nodes', edit.nodeId, 'outputs', edit.name], edit.to),
        ...rewired(tree, (one) =>
          isOutput(one, edit.nodeId, edit.name) ? { kind: 'output', node: edit.nodeId, output: edit.to } : null,
        ),
      ];
    case 'addNeed':
      return [needsChange(tree, edit.nodeId, (needs) => [...needs, edit.need])];
    case 'removeNeed':
      return referencesOf(tree).flatMap((one) =>
        one.kind === 'need' && one.path[1] === edit.nodeId && one.nodeId === edit.need ? [remove(one.path)] : [],
      );
    case 'setWorkflowField':
      return [setOrRemove([edit.field], edit.value)];
    case 'setWorkflowInput':
      return inputChanges(edit, tree);
    case 'removeWorkflowInput':
      return [remove(['inputs', edit.name]), ...withoutReferences(tree, (one) => isInput(one, edit.name))];
    case 'renameWorkflowInput':
      return [
        rename(['inputs', edit.name], edit.to),
        ...rewired(tree, (one) => (isInput(one, edit.name) ? { kind: 'input', input: edit.to } : null)),
      ];
    case 'setWorkflowOutput':
      return [set(['outputs', edit.name], fromValue(edit.from))];
    case 'removeWorkflowOutput':
      return [remove(['outputs', edit.name])];
    case 'renameWorkflowOutput':
      return [rename(['outputs', edit.name], edit.to)];
    case 'move':
      return places(edit.moved);
  }
}

function fieldChanges(tree: Tree | null, nodeId: string, field: NodeField): YamlChange[] {
  const path = (key: string): string[] => ['nodes', nodeId, key];
  switch (field.name) {
    case 'run':
    case 'script':
    case 'uses':
      return actionChanges(tree, nodeId, field);
    case 'needs':
      if (field.value.length === 0) return [remove(path('needs'))];
      return [set(path('needs'), { kind: 'list', items: field.value.map(textValue) })];
    case 'retries':
      return [field.value === null ? remove(path('retries')) : set(path('retries'), numberValue(field.value))];
    case 'label':
    case 'shell':
    case 'when':
    case 'timeout':
    case 'machine':
      return [setOrRemove(path(field.name), field.value)];
  }
}

/** Another kind of action comes in the place of the one that was there. */
function actionChanges(
  tree: Tree | null,
  nodeId: string,
  { name, value }: NodeField & { name: 'run' | 'script' | 'uses' },
): YamlChange[] {
  const node = tree === null ? undefined : treeAt(tree, ['nodes', nodeId]);
  const others = ['run', 'script', 'uses'].filter((key) => key !== name);
  const replaced = child(node, name) === undefined ? others.find((key) => child(node, key) !== undefined) : undefined;
  const gone = [...others.filter((key) => key !== replaced), ...(name === 'uses' ? ['shell', 'outputs'] : [])];
  const renamed = replaced === undefined ? [] : [rename(['nodes', nodeId, replaced], name)];
  return [
    ...renamed,
    set(['nodes', nodeId, replaced ?? name], textValue(value)),
    ...gone.map((key) => remove(['nodes', nodeId, key])),
  ];
}

function inputChanges(edit: WorkflowEdit & { kind: 'setWorkflowInput' }, tree: Tree | null): YamlChange[] {
  const path = ['inputs', edit.name];
  const type = textValue(edit.type);
  if (tree === null || treeAt(tree, path)?.kind !== 'map') {
    const given = edit.default === null ? [] : [['default', textValue(edit.default)] as const];
    return [set(path, flow([['type', type], ...given]))];
  }
  const value =
    edit.default === null ? remove([...path, 'default']) : set([...path, 'default'], textValue(edit.default));
  return [set([...path, 'type'], type), value];
}

function renamedNode(tree: Tree | null, nodeId: string, to: string): YamlChange[] {
  const places = referencesOf(tree).flatMap((one): YamlChange[] => {
    if (one.kind === 'place') {
      // A place that waited for a node of the new name would stand there twice.
      return one.nodeId === nodeId ? [rename(one.path, to)] : [];
    }
    return one.kind === 'need' && one.nodeId === nodeId ? [set(one.path, textValue(to))] : [];
  });
  const stray = places.some((change) => change.kind === 'rename') ? [remove(['layout', to])] : [];
  const wires = rewired(tree, (one) =>
    one.kind === 'wire' && one.source.kind === 'output' && one.source.node === nodeId
      ? { ...one.source, node: to }
      : null,
  );
  return [rename(['nodes', nodeId], to), ...stray, ...places, ...wires];
}

/** The wires that get another source. */
function rewired(tree: Tree | null, sourceOf: (reference: Reference) => WireSource | null): YamlChange[] {
  return referencesOf(tree).flatMap((one) => {
    const source = sourceOf(one);
    return source === null ? [] : [set([...one.path, 'from'], textValue(wireText(source)))];
  });
}

function withoutReferences(tree: Tree | null, isGone: (reference: Reference) => boolean): YamlChange[] {
  return referencesOf(tree)
    .filter(isGone)
    .map((one) => remove(one.path));
}

function isOutput(reference: Reference, node: string, output: string): boolean {
  if (reference.kind !== 'wire' || reference.source.kind !== 'output') return false;
  return reference.source.node === node && reference.source.output === output;
}

function isInput(reference: Reference, name: string): boolean {
  return reference.kind === 'wire' && reference.source.kind === 'input' && reference.source.input === name;
}

function needsChange(tree: Tree | null, nodeId: string, change: (needs: string[]) => string[]): YamlChange {
  const path = ['nodes', nodeId, 'needs'];
  const list = tree === null ? undefined : child(treeAt(tree, ['nodes', nodeId]), 'needs');
  const needs = list?.kind === 'list' ? list.items.flatMap((item) => textOf(item) ?? []) : [];
  return set(path, { kind: 'list', items: change(needs).map(textValue) });
}

function places(moved: AddedNodes['positions']): YamlChange[] {
  return moved.map((one) => set(['layout', one.nodeId], positionValue(one)));
}

function set(path: YamlPath, value: YamlValue): YamlChange {
  return { kind: 'set', path, value };
}

function remove(path: YamlPath): YamlChange {
  return { kind: 'remove', path };
}

function rename(path: YamlPath, to: string): YamlChange {
  return { kind: 'rename', path, to };
}

function setOrRemove(path: YamlPath, text: string | null): YamlChange {
  return text === null || text === '' ? remove(path) : set(path, textValue(text));
}
