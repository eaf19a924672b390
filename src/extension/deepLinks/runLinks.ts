/** Follows links to runs and workflows that come from outside. A link shows something; it never starts or changes anything. */
import { stat } from 'node:fs/promises';
import * as vscode from 'vscode';
import type { RunDetails } from '../../model/run/run';
import { Refusal } from '../commands/commandErrors';
import { reportFailure } from '../commands/reportFailure';
import type { EngineConnection } from '../engineConnection';
import { workspaceFilter } from '../runTree/openFolders';
import { plainText, quoted } from '../shownText';
import type { WorkflowEditors } from '../workflowEditor/workflowEditors';
import { liesIn } from '../workflows/workspaceOf';
import { linkProblemSentence } from './linkProblems';
import { linkTarget, type LinkTarget } from './linkTarget';
import type { PendingLink } from './pendingLink';
import { parseRunLink, type LinkAddress } from './runLink';

interface RunLinkParts {
  readonly connection: EngineConnection;
  readonly editors: WorkflowEditors;
  readonly pending: PendingLink;
  readonly log: vscode.LogOutputChannel;
}

export class RunLinks implements vscode.UriHandler {
  readonly #parts: RunLinkParts;

  constructor(parts: RunLinkParts) {
    this.#parts = parts;
  }

  /** Called by VS Code with a link of ours, after it asked the user whether Runlens may open it. */
  async handleUri({ path, query }: vscode.Uri): Promise<void> {
    try {
      await this.#follow({ path, query });
    } catch (error) {
      reportFailure('link', error, this.#parts.log);
    }
  }

  /** Goes on with the link that waited for a folder of this window to be opened. */
  async resume(): Promise<void> {
    try {
      const waiting = await this.#parts.pending.take(await openFolders(), Date.now());
      if (waiting !== undefined) await this.#follow(waiting);
    } catch (error) {
      reportFailure('link', error, this.#parts.log);
    }
  }

  async #follow(address: LinkAddress): Promise<void> {
    const parsed = parseRunLink(address);
    if (parsed.kind === 'bad') throw new Refusal(linkProblemSentence(parsed.problem));
    await this.#show(await linkTarget(parsed.link, this.#parts.connection), address);
  }

  async #show(target: LinkTarget, address: LinkAddress): Promise<void> {
    const { editors } = this.#parts;
    switch (target.kind) {
      case 'run': {
        const { path, workspace } = target.run.workflow;
        if (!(await this.#mayShowHere(quoted(target.run.name), path, workspace, address))) return;
        return this.#showRun(target.run, target.nodeId);
      }
      case 'workflow': {
        const { path, workspace } = target.place;
        const name = quoted(path.slice(path.lastIndexOf('/') + 1));
        if (await this.#mayShowHere(name, path, workspace, address)) await editors.openLive(path);
        return;
      }
      case 'noRun':
        return this.#offerWorkflow(target, address);
      case 'noFile':
        throw new Refusal(vscode.l10n.t('There is no workflow at {0}: it was deleted or moved.', quoted(target.path)));
    }
  }

  async #showRun(run: RunDetails, nodeId: string | null): Promise<void> {
    const isThere = nodeId !== null && run.nodes.some(({ id }) => id === nodeId);
    await this.#parts.editors.openRun(run, isThere ? nodeId : undefined);
    if (nodeId === null || isThere) return;
    void vscode.window.showWarningMessage(
      vscode.l10n.t('{0} has no node {1}; the run is shown as a whole.', quoted(run.name), quoted(nodeId)),
    );
  }

  async #offerWorkflow(target: LinkTarget & { kind: 'noRun' }, address: LinkAddress): Promise<void> {
    const { runId, place } = target;
    const sentence = vscode.l10n.t('The run {0} of the link is not in this vault; it may have been deleted.', runId);
    if (place === null) throw new Refusal(sentence);
    const open = vscode.l10n.t('Open Workflow');
    const answer = await vscode.window.showWarningMessage(sentence, open);
    if (answer === open) await this.#show({ kind: 'workflow', place }, { path: address.path, query: '' });
  }

  /** True if it is to be shown in this window as it is; else its folder was opened, which goes on with the link. */
  async #mayShowHere(what: string, file: string, workspace: string, address: LinkAddress): Promise<boolean> {
    const open = await openFolders();
    if (open.some((folder) => liesIn(file, folder)) || !(await isFolder(workspace))) return true;
    const choices = {
      reuse: vscode.l10n.t('Open Folder'),
      another: vscode.l10n.t('Open Folder in New Window'),
      here: vscode.l10n.t('Show Here'),
    };
    const answer = await vscode.window.showInformationMessage(
      vscode.l10n.t('{0} belongs to a folder that is not open in this window.', what),
      { modal: true, detail: plainText(workspace) },
      choices.reuse,
      choices.another,
      choices.here,
    );
    if (answer === choices.here) return true;
    if (answer === undefined) return false;
    await this.#parts.pending.keep(address, workspace, Date.now());
    const where = answer === choices.another ? { forceNewWindow: true } : { forceReuseWindow: true };
    await vscode.commands.executeCommand('vscode.openFolder', vscode.Uri.file(workspace), where);
    return false;
  }
}

/** Real paths of the folders that are open in this window. */
async function openFolders(): Promise<readonly string[]> {
  return (await workspaceFilter())?.folders ?? [];
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}
