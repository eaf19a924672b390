/** Which document shows a run, or the part of it that is inside of a module: the live file, else the snapshot's. */
import path from 'node:path';
import * as vscode from 'vscode';
import type { RunSummary } from '../../model/run/run';
import { renamedEntry } from '../../model/workflow/moduleScope';
import type { WorkflowSource } from '../../model/workflow/workflow';
import type { RunSnapshot } from '../../protocol/engine';
import { Refusal } from '../commands/commandErrors';
import { quoted } from '../shownText';
import type { RunSnapshots } from '../snapshots/runSnapshots';
import { snapshotUri } from '../snapshots/snapshotUri';
import { isLive } from '../workflows/liveTexts';
import type { LiveWorkflows } from '../workflows/liveWorkflows';
import type { WorkflowParser } from '../workflows/workflowParser';
import { uriOf } from '../workflows/workspaceOf';
import { moduleSource } from './moduleSource';
import { liveModuleAt } from './movedModule';

export class RunDocuments {
  constructor(
    private readonly snapshots: RunSnapshots,
    private readonly workflows: LiveWorkflows,
    private readonly parser: WorkflowParser,
  ) {}

  /** @throws Refusal when there is neither a live file nor a snapshot */
  async ofRun(run: RunSummary): Promise<vscode.Uri> {
    if (await isLive(run.workflow.path)) return uriOf(run.workflow.path);
    if (!run.hasSnapshot) {
      throw new Refusal(
        vscode.l10n.t(
          '{0} was deleted or moved, and {1} has no snapshot of it yet.',
          run.workflow.path,
          quoted(run.name),
        ),
      );
    }
    const { source } = await this.snapshots.of(run.id);
    return snapshotUri({ runId: run.id, file: source.entry });
  }

  /** Of the module that the run used at the path, also where its live file was moved to. */
  async ofModule(run: RunSummary, module: string): Promise<vscode.Uri> {
    const file = moduleSource(await this.snapshots.of(run.id), module).entry;
    const live = path.join(run.workflow.workspace, file);
    if (await isLive(live)) return uriOf(live);
    const moved = await liveModuleAt(run.workflow.path, module, this.workflows, this.parser);
    return moved === null ? snapshotUri({ runId: run.id, file }) : uriOf(moved);
  }

  /** What a Restore of the module writes: one that has another name in its folder now keeps that. */
  async restoredModule(run: RunSummary, snapshot: RunSnapshot, module: string): Promise<WorkflowSource> {
    const source = moduleSource(snapshot, module);
    const { scheme, fsPath } = await this.ofModule(run, module);
    const folder = path.dirname(path.join(run.workflow.workspace, source.entry));
    const isRenamed = scheme === 'file' && path.dirname(fsPath) === folder;
    return isRenamed ? renamedEntry(source, path.basename(fsPath)) : source;
  }
}
