/** Every place of a file that names a node, an output of one, or an input of the workflow. */
import { inputsNodeId } from '../graph';
import { parseWire } from '../wires';
import type { WireSource } from '../workflow';
import { child, entriesOf, textOf, type Tree } from '../yamlTree';
import type { YamlPath } from './yaml/yamlChange';

export type Reference =
  /** `path` leads to what is taken away with the wire: the input of a node, or the output of the workflow. */
  | { readonly kind: 'wire'; readonly path: YamlPath; readonly source: WireSource }
  /** An item of `needs`. */
  | { readonly kind: 'need'; readonly path: YamlPath; readonly nodeId: string }
  /** An entry of `layout`. */
  | { readonly kind: 'place'; readonly path: YamlPath; readonly nodeId: string };

/** All references, in the order of node, needs, outputs, layout. */
export function referencesOf(tree: Tree | null): Reference[] {
  const root = tree ?? undefined;
  const nodes = entriesOf(child(root, 'nodes')).flatMap(([id, node]): Reference[] => [
    ...wiresIn(['nodes', id, 'inputs'], child(node, 'inputs')),
    ...needsIn(['nodes', id, 'needs'], child(node, 'needs')),
  ]);
  const places = entriesOf(child(root, 'layout')).map(([nodeId]): Reference => ({
    kind: 'place',
    path: ['layout', nodeId],
    nodeId,
  }));
  return [...nodes, ...wiresIn(['outputs'], child(root, 'outputs')), ...places];
}

function wiresIn(path: YamlPath, named: Tree | undefined): Reference[] {
  return entriesOf(named).flatMap(([name, value]): Reference[] => {
    const source = parseWire(textOf(child(value, 'from')) ?? '');
    return source === null ? [] : [{ kind: 'wire', path: [...path, name], source }];
  });
}

function needsIn(path: YamlPath, needs: Tree | undefined): Reference[] {
  if (needs?.kind !== 'list') return [];
  return needs.items.flatMap((item, index): Reference[] => {
    const nodeId = textOf(item);
    return nodeId === undefined ? [] : [{ kind: 'need', path: [...path, String(index)], nodeId }];
  });
}

/** The node that a reference names; `inputs` for the inputs of the workflow. */
export function namedNode(reference: Reference): string {
  if (reference.kind !== 'wire') return reference.nodeId;
  return reference.source.kind === 'input' ? inputsNodeId : reference.source.node;
}
