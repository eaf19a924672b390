/** Answers what the inspector asks for: paths to choose, problems at their fields, and what mends them. */
import path from 'node:path';
import type { MessageConnection } from 'vscode-jsonrpc';
import * as vscode from 'vscode';
import { referenceTo } from '../../model/workflow/edit/rebase';
import type { EditAnswer } from '../../protocol/authoring';
import * as wire from '../../protocol/inspecting';
import { onRequest } from '../../protocol/rpc';
import { Refusal } from '../commands/commandErrors';
import type { WorkflowParser } from '../workflows/workflowParser';
import { realPathOf, type WorkflowPlace } from '../workflows/workspaceOf';
import { applyTextEdits } from './applyTextEdits';
import { editDocument } from './editDocument';
import type { EditorSession } from './editorSession';
import { inTurn } from './editTurns';

/** Declares the answers on a wire that is not listening yet. */
export function answerInspecting(connection: MessageConnection, session: EditorSession, parser: WorkflowParser): void {
  const isClosed = (): boolean => session.state().file.readOnly !== null;
  onRequest(connection, wire.choosePath, async ({ purpose }) => ({
    path: await choosePath(session.live.place, purpose),
  }));
  onRequest(connection, wire.placeProblems, () =>
    isClosed() ? [] : parser.placedProblems(session.live.handle, session.document.getText()),
  );
  onRequest(connection, wire.mendProblem, async (offer) => {
    try {
      return await mend(session, offer, parser);
    } catch (error) {
      if (error instanceof Refusal) return { kind: 'refused', message: error.message };
      throw error;
    }
  });
}

/** @throws Refusal for a file outside of the workspace */
async function choosePath(place: WorkflowPlace, purpose: wire.PathPurpose): Promise<string | null> {
  const [chosen] =
    (await vscode.window.showOpenDialog({
      title: titleOf(purpose),
      openLabel: vscode.l10n.t('Choose'),
      defaultUri: vscode.Uri.file(path.dirname(place.path)),
      canSelectFolders: purpose === 'value',
      ...(purpose === 'module' ? { filters: { [vscode.l10n.t('Modules')]: ['module.yaml', 'yaml'] } } : {}),
    })) ?? [];
  if (chosen === undefined) return null;
  const key = path
    .relative(place.workspace, await realPathOf(chosen.fsPath))
    .split(path.sep)
    .join('/');
  if (key === '..' || key.startsWith('../') || path.isAbsolute(key)) {
    throw new Refusal(
      vscode.l10n.t('{0} lies outside of the workspace. Choose a file inside of it.', path.basename(chosen.fsPath)),
    );
  }
  return referenceTo(key, place.entry);
}

function titleOf(purpose: wire.PathPurpose): string {
  switch (purpose) {
    case 'script':
      return vscode.l10n.t('Choose the script that the node runs');
    case 'module':
      return vscode.l10n.t('Choose the module that the node uses');
    case 'value':
      return vscode.l10n.t('Choose a file or folder');
  }
}

async function mend(
  session: EditorSession,
  offer: { readonly code: string; readonly path: readonly string[]; readonly title: string },
  parser: WorkflowParser,
): Promise<EditAnswer> {
  const { document, fileName } = session;
  const { version } = document;
  const problems = await parser.placedProblems(session.live.handle, document.getText());
  const found = problems
    .filter(({ problem, path: place }) => problem.code === offer.code && isSamePath(place, offer.path))
    .flatMap(({ mends }) => mends)
    .find(({ title }) => title === offer.title);
  switch (found?.kind) {
    case 'edit':
      return editDocument(session, found.edit, parser);
    case 'text':
      return inTurn(document, async () => {
        await applyTextEdits({ document, version, fileName }, found.textEdits);
        return { kind: 'done', notes: [] };
      });
    case 'show':
    case undefined:
      return { kind: 'refused', message: vscode.l10n.t('The text changed meanwhile. Do it again.') };
  }
}

function isSamePath(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((part, index) => part === other[index]);
}
