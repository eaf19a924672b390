/** Re-run from Failed, Re-run from Here: on the results that stand, of the version that ran or of the live one. */
import { randomUUID } from 'node:crypto';
import path from 'node:path';
import * as vscode from 'vscode';
import type { RunSummary } from '../../model/run/run';
import { hasErrors } from '../../model/workflow/problem';
import type { RerunPart } from '../../protocol/engine';
import type { VersionSources } from '../runDetails/liveRelation';
import { quoted } from '../shownText';
import { saveLive } from '../workflowEditor/runLive';
import { UserCancelled } from './commandErrors';

type Version = (RerunPart & { kind: 'rest' })['version'];

/**
 * Asks which version to go on with when the live one is another, and saves that.
 * @param from path of a node to run from; null: from what did not succeed
 * @throws UserCancelled
 */
export async function partToRerun(run: RunSummary, from: string | null, sources: VersionSources): Promise<RerunPart> {
  return { kind: 'rest', from, version: await chosenVersion(run, sources) };
}

interface VersionRow extends vscode.QuickPickItem {
  readonly version: Version;
}

async function chosenVersion(run: RunSummary, { parser, snapshots, workflows }: VersionSources): Promise<Version> {
  const share = await workflows.share(run.workflow.path);
  const handle = `rerun:${run.id}:${randomUUID()}`;
  try {
    const live = await share.live.settled();
    if (live.kind === 'gone' || hasErrors(live.parsed.problems)) return 'ran';
    const { source } = await snapshots.of(run.id);
    const ran = await parser.parseSource(handle, source);
    if (ran.version === live.parsed.version) return 'ran';
    const { stale } = await parser.compare(handle, share.live.handle);
    const version = await askForVersion(run, stale.length);
    if (version === 'live') await saveLive(share.live, live);
    return version;
  } finally {
    parser.release(handle);
    share.dispose();
  }
}

async function askForVersion(run: RunSummary, edited: number): Promise<Version> {
  const rows: VersionRow[] = [
    {
      version: 'live',
      label: vscode.l10n.t('The workflow as it is now'),
      detail:
        edited === 0
          ? vscode.l10n.t('No result is out of date.')
          : vscode.l10n.t('Nodes that were edited since, and all after them ({0}), run too.', edited),
      iconPath: new vscode.ThemeIcon('edit'),
    },
    {
      version: 'ran',
      label: vscode.l10n.t('The version that ran'),
      detail: vscode.l10n.t('As it was in {0}', quoted(run.name)),
      iconPath: new vscode.ThemeIcon('history'),
    },
  ];
  const row = await vscode.window.showQuickPick(rows, {
    title: vscode.l10n.t('Re-run a Part of {0}', quoted(run.name)),
    placeHolder: vscode.l10n.t('{0} was changed since. Go on with …', path.basename(run.workflow.path)),
  });
  if (row === undefined) throw new UserCancelled();
  return row.version;
}
