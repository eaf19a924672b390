/** Create Workflow: a new workflow file of the version that a run ran, with its modules and scripts, and nothing overwritten. */
import { randomUUID } from 'node:crypto';
import path from 'node:path';
import * as vscode from 'vscode';
import type { RunSummary } from '../../model/run/run';
import type { WorkflowSource } from '../../model/workflow/workflow';
import { Refusal, UserCancelled } from '../commands/commandErrors';
import { quoted } from '../shownText';
import type { RunSnapshots } from '../snapshots/runSnapshots';
import { readLiveText } from '../workflows/liveTexts';
import type { WorkflowParser } from '../workflows/workflowParser';
import { liesIn, placeIn, placeOf, type WorkflowPlace } from '../workflows/workspaceOf';
import { planCopy, type CopyPlan } from './copyPlan';
import { createFiles } from './createFiles';
import { missingDataFiles } from './dataFiles';
import { askForFile, freeName, isThere } from './targetFile';

export interface NewFromRunParts {
  readonly parser: WorkflowParser;
  readonly snapshots: RunSnapshots;
}

/**
 * Asks where to, and makes the new workflow; gives the absolute path of its file.
 * @throws UserCancelled, Refusal; nothing is left behind then
 */
export async function newWorkflowFromRun(run: RunSummary, parts: NewFromRunParts): Promise<string> {
  const { source, workflow } = await parts.snapshots.of(run.id);
  const wanted = await askForFile(run, source.entry);
  if (wanted === undefined) throw new UserCancelled();
  const place = await placeOf(await freeName(wanted));
  const plan = await planCopy(source, {
    entry: place.entry,
    freeFolder: await freeFolderBeside(place),
    read: (key) => readLiveText(place.workspace, key),
  });
  const created = await fittingPlace(plan, place);
  await requireSameVersion(source, plan.source, parts.parser);
  await createFiles(
    plan.created.map((key) => ({ path: path.join(place.workspace, key), text: plan.source.files[key] ?? '' })),
    vscode.l10n.t('Create a workflow from {0}', quoted(run.name)),
  );
  tell(run, plan, await missingDataFiles(workflow, path.dirname(created.path)));
  return created.path;
}

/** In a folder of its own the workflow must still belong to the workspace that holds its modules and scripts. */
async function fittingPlace(plan: CopyPlan, place: WorkflowPlace): Promise<WorkflowPlace> {
  const created = await placeOf(path.join(place.workspace, plan.source.entry));
  const files = Object.keys(plan.source.files).map((key) => path.join(place.workspace, key));
  if (files.every((file) => liesIn(file, created.workspace))) return placeIn(created.path, created.workspace);
  throw new Refusal(
    vscode.l10n.t(
      'The modules and scripts of this version lie beside the workflow’s folder, which needs a workspace around them. Choose a place inside an open folder.',
    ),
  );
}

/** What is made must be what ran. Were it not, nothing is written. */
async function requireSameVersion(ran: WorkflowSource, made: WorkflowSource, parser: WorkflowParser): Promise<void> {
  const [one, other] = await Promise.all([versionOf(ran, parser), versionOf(made, parser)]);
  if (one !== null && one === other) return;
  throw new Refusal(
    vscode.l10n.t(
      'The version of this run cannot be put there without a change to it, so nothing was created. Choose another folder.',
    ),
  );
}

async function versionOf(source: WorkflowSource, parser: WorkflowParser): Promise<string | null> {
  const handle = `new-from-run/${randomUUID()}`;
  try {
    return (await parser.parseSource(handle, source)).versionId;
  } finally {
    parser.release(handle);
  }
}

async function freeFolderBeside({ workspace, entry }: WorkflowPlace): Promise<string> {
  const wanted = entry.replace(/\.(workflow|module)\.yaml$/, '');
  for (let number = 1; ; number += 1) {
    const key = number === 1 ? wanted : `${wanted}-${number}`;
    if (!(await isThere(path.join(workspace, key)))) return key;
  }
}

function tell(run: RunSummary, plan: CopyPlan, missing: readonly string[]): void {
  const name = quoted(run.name);
  if (missing.length > 0) {
    void vscode.window.showWarningMessage(
      vscode.l10n.t(
        'The new workflow is the version of {0}, but data files that it reads are not at its new place: {1}. Put them there before you run it.',
        name,
        missing.map((file) => quoted(file)).join(', '),
      ),
    );
  } else if (plan.created.length > 1) {
    const where = path.posix.dirname(plan.source.entry);
    const message =
      plan.layout === 'folder'
        ? vscode.l10n.t(
            'Modules or scripts have changed since {0}, so the new workflow has its own, in {1}.',
            name,
            where,
          )
        : vscode.l10n.t(
            'Created the workflow with {0} files of {1} that were not there.',
            plan.created.length - 1,
            name,
          );
    void vscode.window.showInformationMessage(message);
  }
}
