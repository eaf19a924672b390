/** Mends of `needs`. */
import { nearest } from '../nearest';
import type { Spot } from '../spotAt';
import type { Workflow } from '../workflow';
import { changeTo, named, type Mend, type MendedFile } from './mend';
import { wordMend } from './wordMend';

/** Another node for one that is not there; if that is needed already, the wrong one goes. */
export function unknownNeedMend(spot: Spot, file: MendedFile, workflow: Workflow): Mend | null {
  const node = nodeAt(spot, workflow);
  const need = spot.text;
  if (node === undefined || need === null) return null;
  const near = nearest(
    need,
    workflow.nodes.map(({ id }) => id),
  );
  if (near === null) return null;
  if (node.needs.includes(near)) return removal(node.id, need);
  const value = node.needs.map((id) => (id === need ? near : id));
  const edit = changeTo(near, { kind: 'setNodeField', nodeId: node.id, field: { name: 'needs', value } });
  return wordMend(spot, near, file, edit);
}

/** One of two that are the same goes. */
export function duplicateNeedMend(spot: Spot, workflow: Workflow): Mend | null {
  const node = nodeAt(spot, workflow);
  if (node === undefined || spot.text === null) return null;
  return {
    kind: 'edit',
    title: `Remove the second ${named(spot.text)}`,
    edit: { kind: 'setNodeField', nodeId: node.id, field: { name: 'needs', value: node.needs } },
  };
}

/** A node that needs itself does so no longer. */
export function selfNeedMend({ path, text }: Spot): Mend | null {
  const [, nodeId] = path;
  return nodeId === undefined || text === null ? null : removal(nodeId, text);
}

function removal(nodeId: string, need: string): Mend {
  return { kind: 'edit', title: `Remove ${named(need)}`, edit: { kind: 'removeNeed', nodeId, need } };
}

function nodeAt({ path }: Spot, workflow: Workflow): Workflow['nodes'][number] | undefined {
  return workflow.nodes.find(({ id }) => id === path[1]);
}
