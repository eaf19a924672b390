/** How kinds of difference are called and drawn: an icon and a word, colour third. */
import type { DifferenceKind } from '../../../model/compare/comparison';

export interface DifferenceLook {
  readonly icon: string;
  /** Theme colour id. */
  readonly color: string;
  readonly word: string;
  /** Title of the group in the list. */
  readonly group: string;
}

/** How a card differs; `input`: the runs were given something else. */
export type CardKind = DifferenceKind | 'input';

export const differenceLooks: Readonly<Record<CardKind, DifferenceLook>> = {
  changed: {
    icon: 'diff-modified',
    color: 'gitDecoration.modifiedResourceForeground',
    word: 'Changed',
    group: 'Changed',
  },
  added: { icon: 'diff-added', color: 'gitDecoration.addedResourceForeground', word: 'Added', group: 'Added' },
  removed: {
    icon: 'diff-removed',
    color: 'gitDecoration.deletedResourceForeground',
    word: 'Removed',
    group: 'Removed',
  },
  moved: { icon: 'move', color: 'descriptionForeground', word: 'Moved', group: 'Only moved' },
  result: { icon: 'pulse', color: 'charts.blue', word: 'Other result', group: 'Same node, other result' },
  input: { icon: 'symbol-parameter', color: 'charts.blue', word: 'Other input', group: 'Other input' },
};
