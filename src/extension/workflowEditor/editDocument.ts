/** What somebody does on the canvas becomes the smallest edit of the document, and one step of undo. */
import * as vscode from 'vscode';
import type { WorkflowEdit } from '../../model/workflow/edit/workflowEdit';
import type { EditAnswer } from '../../protocol/authoring';
import type { FileView } from '../../protocol/editor';
import { Refusal } from '../commands/commandErrors';
import type { WorkflowParser } from '../workflows/workflowParser';
import { changesSoon, tryTextEdits } from './applyTextEdits';
import type { EditorSession } from './editorSession';
import { inTurn } from './editTurns';

interface EditedSession extends Pick<EditorSession, 'document' | 'fileName' | 'live'> {
  state(): { readonly file: Pick<FileView, 'readOnly'> };
}
type EditingParser = Pick<WorkflowParser, 'edit'>;

/** How often an edit is worked out again because somebody typed in the text meanwhile. */
const attempts = 5;

/**
 * Makes the edit in the live document, after those that were asked for before it; refused, it changed nothing.
 * @throws Refusal when the document takes no edit now
 */
export function editDocument(session: EditedSession, edit: WorkflowEdit, parser: EditingParser): Promise<EditAnswer> {
  return inTurn(session.document, () => editNow(session, edit, parser));
}

/** As editDocument, for an edit that is made of what is drawn once all edits before it are. */
export function editAsDrawn(
  session: EditedSession,
  make: () => WorkflowEdit,
  parser: EditingParser,
): Promise<EditAnswer> {
  return inTurn(session.document, async () => {
    await session.live.settled();
    return editNow(session, make(), parser);
  });
}

async function editNow(session: EditedSession, edit: WorkflowEdit, parser: EditingParser): Promise<EditAnswer> {
  const { document, fileName } = session;
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const { readOnly } = session.state().file;
    if (readOnly !== null) return { kind: 'refused', message: readOnly };
    const { version } = document;
    if ((await isBehindFile(session)) && (await changesSoon(document, version))) continue;
    const answer = await parser.edit(session.live.handle, document.getText(), edit);
    // The edit is data: it is worked out again for the text as it is now, and judged by it.
    if (document.version !== version) continue;
    if (answer.kind === 'refused') {
      const { message, suggestion } = answer;
      return { kind: 'refused', message, ...(suggestion === undefined ? {} : { suggestion }) };
    }
    const outcome = await tryTextEdits({ document, version, fileName }, answer.edits);
    if (outcome === 'applied') return { kind: 'done', notes: answer.notes };
  }
  throw new Refusal(vscode.l10n.t('{0} keeps changing. Do it again when nobody types in it.', fileName));
}

/**
 * True while VS Code has not read again a file that changed on disk, which the canvas shows already: an edit would bring
 * the older text back. Text that is not saved is nobody's but the document's.
 */
async function isBehindFile({ document, live }: EditedSession): Promise<boolean> {
  if (document.isDirty) return false;
  const state = await live.settled();
  const read = state.kind === 'gone' ? undefined : state.texts.get(live.place.entry);
  return read !== undefined && !document.isDirty && asShown(read) !== asShown(document.getText());
}

/** A document hides the byte order mark and mixed line ends. */
function asShown(text: string): string {
  return text.replace(/^\uFEFF/, '').replaceAll(/\r\n?/g, '\n');
}

/** As editDocument, for what has no spot of its own to show a refusal at. @throws Refusal with the reason */
export async function mustEditDocument(...what: Parameters<typeof editDocument>): Promise<void> {
  const answer = await editDocument(...what);
  if (answer.kind === 'refused') throw new Refusal(answer.message);
}
