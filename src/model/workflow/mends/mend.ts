/** What mends a problem of a workflow file, as data: offered in the text, on the canvas and in the inspector alike. */
import type { EditedFile } from '../edit/editWorkflow';
import type { EditSurroundings, WorkflowEdit } from '../edit/workflowEdit';
import type { TextEdit } from '../moveEdit';
import type { Problem } from '../problem';
import type { YamlReading } from '../readYaml';

export type Mend =
  | { readonly kind: 'edit'; readonly title: string; readonly edit: WorkflowEdit }
  /** For what no WorkflowEdit says, such as another key; edits of the very text that was asked about. */
  | { readonly kind: 'text'; readonly title: string; readonly textEdits: readonly TextEdit[] }
  /** Changes nothing: shows the nodes on the canvas, the first one in view. */
  | { readonly kind: 'show'; readonly title: string; readonly nodeIds: readonly string[] };

/** A problem with its mends, the most likely one first. */
export interface MendOffer {
  readonly problem: Problem;
  readonly mends: readonly Mend[];
}

/** The file that has the problem. `parsed` and `reading` must have been made of this very text. */
export interface MendedFile {
  readonly text: string;
  readonly reading: YamlReading;
  readonly parsed: EditedFile;
  readonly around: EditSurroundings;
}

/** True if workflow edits can be made of the file; else a mend may only change single words of its text. */
export function isEditable({ reading, parsed }: MendedFile): boolean {
  return parsed.readOnly === null && !reading.findings.some(({ severity }) => severity === 'error');
}

/** A mend that puts `to` in the place of a word. */
export function changeTo(to: string, edit: WorkflowEdit): Mend {
  return { kind: 'edit', title: `Change to ${named(to)}`, edit };
}

const longestName = 60;
/* oxlint-disable-next-line no-control-regex -- they are what is looked for */
const unseen = /[\u0000-\u001F\u007F-\u009F\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069]/g;

/** A name of the file in a title: quoted, in one line, and short. */
export function named(name: string): string {
  const line = name.replaceAll(unseen, ' ');
  return `“${line.length <= longestName ? line : `${line.slice(0, longestName - 1).replace(/[\uD800-\uDBFF]$/, '')}…`}”`;
}
