/** Re-run from Failed, Re-run from Here: on the results that stand, of the version that ran or of the live one. */
import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { ResponseError } from 'vscode-jsonrpc';
import * as vscode from 'vscode';
import type { RunSummary } from '../../model/run/run';
import { hasErrors } from '../../model/workflow/problem';
import { engineErrors, type RerunPart } from '../../protocol/engine';
import type { EngineConnection } from '../engineConnection';
import type { VersionSources } from '../runDetails/liveRelation';
import { sentenceOf } from '../sentence';
import { plainText, quoted } from '../shownText';
import { saveLive } from '../workflowEditor/runLive';
import type { VersionDifference } from '../workflows/parserProtocol';
import { UserCancelled } from './commandErrors';

type Rest = RerunPart & { kind: 'rest' };
type Version = Pick<Rest, 'version' | 'versionId'>;

/**
 * Starts what is left of a run. Asks which version to go on with when the live one is another, and whether nodes whose
 * results are gone may run again too.
 * @param from path of a node to run from; null: from what did not succeed
 * @throws UserCancelled
 */
export async function rerunRest(
  run: RunSummary,
  from: string | null,
  sources: VersionSources,
  connection: EngineConnection,
): Promise<RunSummary> {
  const part: Rest = { kind: 'rest', from, ...(await chosenVersion(run, sources)) };
  try {
    return await connection.startAgain(run.id, part);
  } catch (error) {
    if (!(error instanceof ResponseError) || error.code !== engineErrors.resultsGone) throw error;
    const runToo = vscode.l10n.t('Run Such Nodes Too');
    const question = vscode.l10n.t('A result of {0} is gone', quoted(run.name));
    const options = { modal: true, detail: sentenceOf(error) };
    if ((await vscode.window.showWarningMessage(question, options, runToo)) !== runToo) throw new UserCancelled();
    return connection.startAgain(run.id, { ...part, gone: 'run' });
  }
}

interface VersionRow extends vscode.QuickPickItem {
  readonly version: Rest['version'] | 'showProblems';
}

async function chosenVersion(run: RunSummary, { parser, snapshots, workflows }: VersionSources): Promise<Version> {
  const share = await workflows.share(run.workflow.path);
  const handle = `rerun:${run.id}:${randomUUID()}`;
  try {
    const live = await share.live.settled();
    if (live.kind === 'gone') return { version: 'ran' };
    if (hasErrors(live.parsed.problems)) return await askForVersion(run, [brokenRow(run), ranRow(run)]);
    const { source } = await snapshots.of(run.id);
    const ran = await parser.parseSource(handle, source);
    if (ran.version === live.parsed.version) return { version: 'ran' };
    const difference = await parser.compare(handle, share.live.handle);
    const { version } = await askForVersion(run, [liveRow(difference), ranRow(run)]);
    if (version === 'ran') return { version };
    await saveLive(share.live, live);
    return { version, versionId: live.parsed.versionId };
  } finally {
    parser.release(handle);
    share.dispose();
  }
}

/** Lines about what differs that a row has room for. */
const linesShown = 3;

function liveRow({ stale, differences }: VersionDifference): VersionRow {
  const lines = differences.slice(0, linesShown).map(plainText);
  const more = differences.length - lines.length;
  const edited =
    stale.length === 0
      ? vscode.l10n.t('No result is out of date.')
      : vscode.l10n.t('Nodes that were edited since, and all after them ({0}), run too.', stale.length);
  const what = [...lines, ...(more > 0 ? [vscode.l10n.t('{0} more', more)] : [])].join(' · ');
  return {
    version: 'live',
    label: vscode.l10n.t('The workflow as it is now'),
    description: what,
    detail: edited,
    iconPath: new vscode.ThemeIcon('edit'),
  };
}

function brokenRow(run: RunSummary): VersionRow {
  return {
    version: 'showProblems',
    label: vscode.l10n.t('Show Problems'),
    detail: vscode.l10n.t(
      '{0} has errors now. Correct them to go on with it as it is now.',
      path.basename(run.workflow.path),
    ),
    iconPath: new vscode.ThemeIcon('error'),
  };
}

function ranRow(run: RunSummary): VersionRow {
  return {
    version: 'ran',
    label: vscode.l10n.t('The version that ran'),
    detail: vscode.l10n.t('As it was in {0}', quoted(run.name)),
    iconPath: new vscode.ThemeIcon('history'),
  };
}

async function askForVersion(run: RunSummary, rows: readonly VersionRow[]): Promise<Version> {
  const row = await vscode.window.showQuickPick(rows, {
    title: vscode.l10n.t('Re-run a Part of {0}', quoted(run.name)),
    placeHolder: vscode.l10n.t('{0} was changed since. Go on with …', path.basename(run.workflow.path)),
  });
  if (row === undefined) throw new UserCancelled();
  if (row.version !== 'showProblems') return { version: row.version };
  await vscode.commands.executeCommand('workbench.actions.view.problems');
  throw new UserCancelled();
}
