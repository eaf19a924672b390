/** Which columns there is room for. The main facts stay; the others give way in a fixed order. */
import type { ListScope } from '../../../protocol/runList';

export const columnNames = [
  'run',
  'type',
  'status',
  'workflow',
  'workspace',
  'machines',
  'created',
  'author',
  'actions',
] as const;
export type ColumnName = (typeof columnNames)[number];

export interface Column {
  readonly name: ColumnName;
  readonly title: string;
  /** A track of a CSS grid. */
  readonly track: string;
  /** From this width of the list on, in pixels. */
  readonly from: number;
}

/** The longest words, `Partial Success 59m 59s`, as soon as there is room. */
const statusTrack = 'minmax(88px, 204px)';

const columns: Readonly<Record<ColumnName, Omit<Column, 'name'>>> = {
  run: { title: 'Run', track: 'minmax(64px, 3fr)', from: 0 },
  type: { title: 'Type', track: '80px', from: 960 },
  status: { title: 'Status', track: statusTrack, from: 0 },
  workflow: { title: 'Workflow', track: 'minmax(48px, 2fr)', from: 0 },
  workspace: { title: 'Workspace', track: 'minmax(80px, 1.2fr)', from: 680 },
  machines: { title: 'Machines', track: 'minmax(80px, 1fr)', from: 1120 },
  created: { title: 'Created', track: '96px', from: 560 },
  author: { title: 'Author', track: 'minmax(80px, 1.2fr)', from: 800 },
  actions: { title: 'Actions', track: '32px', from: 0 },
};

/** The columns of a list that is so many pixels wide, in their order. */
export function columnsFor(width: number, scope: ListScope): readonly Column[] {
  return columnNames
    .filter((name) => width >= columns[name].from && (scope === 'vault' || name !== 'workspace'))
    .map((name) => ({ name, ...columns[name] }));
}

/** The columns as `grid-template-columns`. */
export function columnTracks(shown: readonly Column[]): string {
  return shown.map(({ track }) => track).join(' ');
}
