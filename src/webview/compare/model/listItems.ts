/** The list of differences beside the canvas, in groups, and the way from one to the next. */
import type { ComparedFact } from '../../../model/compare/comparedRuns';
import { differenceKinds, type Comparison, type NodeDifference } from '../../../model/compare/comparison';
import type { ValueDifference } from '../../../model/compare/difference';
import type { TextPair } from '../../../model/compare/difference';
import { differenceLooks } from './differenceLook';

export type ListItem =
  | { readonly kind: 'node'; readonly id: string; readonly title: string; readonly difference: NodeDifference }
  | { readonly kind: 'declared'; readonly id: string; readonly title: string; readonly value: ValueDifference }
  | { readonly kind: 'input'; readonly id: string; readonly title: string; readonly fact: ComparedFact }
  | { readonly kind: 'file'; readonly id: string; readonly title: string; readonly pair: TextPair };

export interface ListGroup {
  readonly title: string;
  readonly items: readonly ListItem[];
}

/** Id of what is selected for a node, whether or not it differs. */
export function nodeItemId(path: string): string {
  return `node:${path}`;
}

/** Path of the node that is selected; null when something else is. */
export function selectedPath(id: string | null): string | null {
  return id?.startsWith('node:') === true ? id.slice('node:'.length) : null;
}

/** All groups that hold something, in the order in which one reads them. */
export function listGroups(comparison: Comparison): ListGroup[] {
  const facts = [...comparison.inputs, ...comparison.readFiles].filter(({ verdict }) => verdict === 'other');
  const nodes = [...comparison.nodes.values()];
  const groups: ListGroup[] = [
    {
      title: differenceLooks.input.group,
      items: facts.map((fact) => ({ kind: 'input', id: `input:${fact.name}`, title: fact.name, fact })),
    },
    ...differenceKinds.map((kind): ListGroup => ({
      title: differenceLooks[kind].group,
      items: nodes
        .filter((node) => node.kind === kind)
        .map((difference) => ({
          kind: 'node',
          id: nodeItemId(difference.path),
          title: nodeTitle(difference),
          difference,
        })),
    })),
    {
      title: 'Workflow',
      items: comparison.declared.map((value) => ({
        kind: 'declared',
        id: `declared:${value.name}`,
        title: value.name,
        value,
      })),
    },
    {
      title: 'Files',
      items: comparison.files.map((pair) => ({ kind: 'file', id: `file:${pair.label}`, title: pair.label, pair })),
    },
  ];
  return groups.filter(({ items }) => items.length > 0);
}

/** A node inside of a module is known by its whole path. */
function nodeTitle({ path, title }: NodeDifference): string {
  return path.includes('/') && title !== path ? path : title;
}

/** The item after or before the one that is selected, around the ends. */
export function itemAfter(items: readonly ListItem[], selected: string | null, step: 1 | -1): ListItem | undefined {
  const at = items.findIndex(({ id }) => id === selected);
  if (at < 0) return step === 1 ? items[0] : items.at(-1);
  return items[(at + step + items.length) % items.length];
}
