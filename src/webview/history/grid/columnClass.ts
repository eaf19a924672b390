import type { HistoryColumn } from '../../../model/history/grid';
import type { Marks } from '../model/marks';

/** The classes of all cells of a column: where a version begins, and what a finding says of its run. */
export function columnClass({ run, beginsVersion }: HistoryColumn, marks: Marks): string {
  const mark = marks.get(run.run.id);
  const words = mark === undefined ? '' : mark === 'firstFailure' ? 'marked failure' : 'marked success';
  return beginsVersion ? `begins-version ${words}` : words;
}
