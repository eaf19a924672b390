/** Lets the user pick a node of a run. */
import * as vscode from 'vscode';
import { nodeStatusLook } from '../../model/run/display';
import type { RunSummary } from '../../model/run/run';
import { getRun } from '../../protocol/engine';
import type { EngineConnection } from '../engineConnection';
import { plainText, quoted } from '../shownText';
import { UserCancelled } from './commandErrors';

/** The path of the node that the user picks. @throws UserCancelled */
export async function pickNode(run: RunSummary, connection: EngineConnection): Promise<string> {
  const { nodes } = await connection.send(getRun, { run: run.id });
  const rows = nodes.map(({ id, status, message }) => {
    const { word, icon } = nodeStatusLook(status);
    return {
      label: id,
      description: message === null ? word : `${word}: ${plainText(message)}`,
      iconPath: new vscode.ThemeIcon(icon),
    };
  });
  const row = await vscode.window.showQuickPick(rows, {
    title: vscode.l10n.t('Re-run {0} from a Node', quoted(run.name)),
    placeHolder: vscode.l10n.t('The node and all after it run; results before it are taken over'),
    matchOnDescription: true,
  });
  if (row === undefined) throw new UserCancelled();
  return row.label;
}
