/** What differs between the version of a run and the live one, in words. */
import type { ChangedNode, Wire, WorkflowDifferences } from './diff';
import type { NodeField } from './nodeField';

/** What the words are about: a node's name on screen, by its id. */
export type NameOfNode = (id: string) => string;

/** What each field of a node is called. */
export const fieldWords: Readonly<Record<NodeField, string>> = {
  label: 'label',
  command: 'command',
  script: 'script',
  module: 'module',
  shell: 'shell',
  inputs: 'input values',
  wires: 'wires',
  outputs: 'outputs',
  needs: 'order',
  when: 'when it runs',
  timeout: 'timeout',
  retries: 'retries',
  machine: 'machine',
};

/**
 * One line for each node, wire, input and output that differs, from the first version to the second. What cannot change
 * an execution (positions, labels alone) has no line. A wire of a node that was added or removed is told by the node.
 */
export function describeDifferences(differences: WorkflowDifferences, nameOf: NameOfNode = (id) => id): string[] {
  const { added, removed, changed, addedWires, removedWires, inputs, outputs } = differences;
  const isTold = new Set([...added, ...removed]);
  const untold = (wire: Wire): boolean => !isTold.has(wire.node);
  const wireLine = (word: string, wire: Wire): string =>
    `Wire from ${wire.from} to \`${wire.input}\` of ${nameOf(wire.node)} ${word}`;
  return [
    ...added.map((id) => `Node ${nameOf(id)} added`),
    ...removed.map((id) => `Node ${nameOf(id)} removed`),
    ...changed.flatMap((node) => changedLine(node, nameOf)),
    ...addedWires.filter(untold).map((wire) => wireLine('added', wire)),
    ...removedWires.filter(untold).map((wire) => wireLine('removed', wire)),
    ...inputs.map((name) => `Workflow input \`${name}\` changed`),
    ...outputs.map((name) => `Output \`${name}\` changed`),
  ];
}

/** Wires have lines of their own. */
function changedLine({ id, fields }: ChangedNode, nameOf: NameOfNode): string[] {
  const told = fields.filter((field) => field !== 'label' && field !== 'wires').map((field) => fieldWords[field]);
  return told.length === 0 ? [] : [`${nameOf(id)}: ${told.join(', ')} changed`];
}
