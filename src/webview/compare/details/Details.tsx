import { nodeFacts, type ComparedFact } from '../../../model/compare/comparedRuns';
import type { Comparison } from '../../../model/compare/comparison';
import type { ValueDifference } from '../../../model/compare/difference';
import type { TextPair } from '../../../model/compare/difference';
import type { CompareState, SideName, SideView } from '../../../protocol/compare';
import { inputsNodeId } from '../../../model/workflow/graph';
import { Button } from '../../ui/Button';
import { Icon } from '../../ui/Icon';
import { IconButton } from '../../ui/IconButton';
import type { NodeRuns } from '../model/nodeRuns';
import { useHost } from '../host';
import { differenceLooks } from '../model/differenceLook';
import { selectedPath, type ListItem } from '../model/listItems';
import { SideBySide, type DetailRow } from './SideBySide';

interface DetailsProps {
  readonly state: CompareState;
  readonly comparison: Comparison;
  readonly nodes: NodeRuns;
  /** What is selected in the list; null: nothing of it. */
  readonly item: ListItem | null;
  /** Id of what is selected, also a node that is the same; null: nothing. */
  readonly selected: string | null;
  readonly onClose: () => void;
}

interface DetailPart {
  readonly title: string;
  readonly icon: string;
  readonly color?: string;
  readonly word: string;
  readonly texts: readonly TextPair[];
  readonly rows: readonly DetailRow[];
  /** Said when there is no row. */
  readonly nothing: string;
}

/** Both sides of what is selected, value by value; without a selection what the runs were given. */
export function Details({ state, comparison, nodes, item, selected, onClose }: DetailsProps) {
  const host = useHost();
  const path = selectedPath(selected);
  const given =
    state.left.kind === 'run' && state.right.kind === 'run' ? 'What the runs were given' : 'What the run was given';
  const part = partOf(comparison, nodes, item, path, given);
  if (part.rows.length === 0 && part.texts.length === 0 && path === null) return null;
  const names = { left: nameOf(state.left), right: nameOf(state.right) };
  const opening = (side: SideName): (() => void) | null => {
    const canOpen = path !== null && nodes[side].has(path) && state[side].kind === 'run';
    return canOpen ? () => host.open(side, path) : null;
  };
  return (
    <section className="details" aria-label={`Side by side: ${part.title}`}>
      <header className="details-head">
        <Icon name={part.icon} color={part.color} />
        <h2 title={part.title}>
          <bdi>{part.title}</bdi>
        </h2>
        <span className="details-word quiet">{part.word}</span>
        <span className="details-actions">
          {part.texts.map((pair) => (
            <Button key={pair.label} icon="diff" onClick={() => host.showTextDiff(pair)}>
              {textWords(pair, part.texts.length)}
            </Button>
          ))}
          {selected !== null && <IconButton icon="close" label="Close" onClick={onClose} />}
        </span>
      </header>
      {part.rows.length > 0 ? (
        <SideBySide rows={part.rows} names={names} open={{ left: opening('left'), right: opening('right') }} />
      ) : (
        <p className="details-nothing quiet">{part.nothing}</p>
      )}
    </section>
  );
}

function textWords(pair: TextPair, count: number): string {
  if (pair.left === null || pair.right === null) return `Show ${pair.label}`;
  return count === 1 ? 'Show Text Diff' : `Text Diff of ${pair.label}`;
}

function partOf(
  comparison: Comparison,
  nodes: NodeRuns,
  item: ListItem | null,
  path: string | null,
  given: string,
): DetailPart {
  if (path !== null && path !== inputsNodeId) return nodePart(comparison, nodes, path);
  switch (item?.kind) {
    case 'file':
      return {
        title: item.title,
        icon: 'file',
        word: item.pair.left === null ? 'Added' : item.pair.right === null ? 'Removed' : 'Changed',
        texts: [item.pair],
        rows: [],
        nothing: 'The text editor shows the two texts next to each other.',
      };
    case 'declared':
      return { ...whole, title: 'Workflow', rows: comparison.declared.map(valueRow) };
    case 'input':
    case 'node':
    case undefined:
      return {
        ...whole,
        title: given,
        rows: [...comparison.declared.map(valueRow), ...[...comparison.inputs, ...comparison.readFiles].map(factRow)],
      };
  }
}

const whole = { icon: 'symbol-parameter', word: '', texts: [], nothing: '' } as const;

function nodePart({ graph, nodes: differences }: Comparison, nodes: NodeRuns, path: string): DetailPart {
  const difference = differences.get(path);
  const title = difference?.title ?? graph.nodes.find(({ id }) => id === path)?.title ?? path;
  const look = difference === undefined ? null : differenceLooks[difference.kind];
  const rows = [
    ...(difference?.values ?? []).map(valueRow),
    ...nodeFacts(nodes.left.get(path), nodes.right.get(path)).map(factRow),
  ];
  return {
    title: title === path ? path : `${title} (${path})`,
    icon: look?.icon ?? 'check',
    ...(look === null ? {} : { color: look.color }),
    word: look?.word ?? 'No difference',
    texts: difference?.kind === 'moved' ? [] : (difference?.texts ?? []),
    rows,
    nothing:
      difference?.kind === 'moved'
        ? 'It stands elsewhere on the canvas; nothing else differs.'
        : 'Nothing differs here.',
  };
}

function valueRow({ name, left, right, look }: ValueDifference): DetailRow {
  return { name, left, right, look, verdict: 'other' };
}

function factRow({ name, left, right, verdict }: ComparedFact): DetailRow {
  return { name, left, right, look: 'words', verdict };
}

function nameOf(view: SideView): string {
  switch (view.kind) {
    case 'live':
      return 'Live';
    case 'run':
      return view.run.name;
    case 'deleted':
      return view.name ?? 'Deleted run';
    case 'loading':
      return '…';
  }
}
