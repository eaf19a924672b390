/** The open forms, one for each workflow and each run that is to be run again; what is chosen in them outlives them. */
import path from 'node:path';
import * as vscode from 'vscode';
import type { RunSummary } from '../../model/run/run';
import { getRun } from '../../protocol/engine';
import { keptForm, type ChosenForRun, type FormSubject } from '../../protocol/runForm';
import { Refusal } from '../commands/commandErrors';
import type { EngineConnection } from '../engineConnection';
import { commandIds, runFormViewType } from '../ids';
import type { WorkflowEditors } from '../workflowEditor/workflowEditors';
import type { FormSource } from './formSource';
import { liveSource } from './liveSource';
import { pastSource } from './pastSource';
import { RunForm } from './runForm';
import { showForm, type PageFolders } from './runFormPage';

interface OpenForm {
  readonly form: RunForm;
  readonly panel: vscode.WebviewPanel;
}

export class RunForms implements vscode.Disposable, vscode.WebviewPanelSerializer {
  readonly #connection: EngineConnection;
  readonly #editors: WorkflowEditors;
  readonly #folders: PageFolders;
  readonly #open = new Map<string, OpenForm>();
  /** Of forms that were left without a run, until the window closes. */
  readonly #left = new Map<string, ChosenForRun>();
  readonly #registration: vscode.Disposable;

  constructor(connection: EngineConnection, editors: WorkflowEditors, folders: PageFolders) {
    this.#connection = connection;
    this.#editors = editors;
    this.#folders = folders;
    this.#registration = vscode.window.registerWebviewPanelSerializer(runFormViewType, this);
  }

  /** The open form of a workflow (its absolute path) or of a run to be run again (its id). */
  form(key: string): RunForm | undefined {
    return this.#open.get(key)?.form;
  }

  /** Shows the form of the workflow at the absolute path. @throws Refusal when it has no inputs, or cannot be run */
  async openForWorkflow(file: string): Promise<void> {
    const source = await this.#sourceOf({ kind: 'workflow', path: file });
    const run = { title: vscode.l10n.t('Run'), command: commandIds.runWorkflow };
    await this.#show(source.workflowPath, source, { ...run, parameters: [vscode.Uri.file(source.workflowPath)] });
  }

  /** Shows the form for running the version of a run again. @throws as above */
  async openForRun(run: RunSummary): Promise<void> {
    const again = { title: vscode.l10n.t('Run Again'), command: commandIds.runAgain, parameters: [run.id] };
    await this.#show(run.id, pastSource(run, this.#editors, this.#connection), again);
  }

  /** Called by VS Code for a form that was open when the window was closed: it has what was typed in it. */
  async deserializeWebviewPanel(panel: vscode.WebviewPanel, state: unknown): Promise<void> {
    const kept = keptForm.safeParse(state);
    // Nobody knows what it was a form of, or somebody was faster to open it.
    if (!kept.success || this.#open.has(keyOf(kept.data.subject))) return panel.dispose();
    const { subject, chosen } = kept.data;
    try {
      this.#begin(keyOf(subject), new RunForm(await this.#sourceOf(subject), chosen), panel);
    } catch {
      // Its run was deleted, say.
      panel.dispose();
    }
  }

  dispose(): void {
    this.#registration.dispose();
    for (const { panel } of this.#open.values()) panel.dispose();
  }

  async #show(key: string, source: FormSource, withoutInputs: Refusal['nextSteps'][number]): Promise<void> {
    const form = new RunForm(source, this.#left.get(key));
    try {
      const { title, drafts } = await form.read();
      if (drafts.length === 0) {
        const name = path.basename(source.workflowPath);
        const sentence = vscode.l10n.t('{0} has no inputs: {1} starts it as it is.', name, withoutInputs.title);
        throw new Refusal(sentence, [withoutInputs]);
      }
      const open = this.#open.get(key);
      if (open === undefined) {
        const panel = vscode.window.createWebviewPanel(runFormViewType, title, vscode.ViewColumn.Active, {});
        return this.#begin(key, form, panel);
      }
      open.panel.reveal();
    } catch (error) {
      form.dispose();
      throw error;
    }
    form.dispose();
  }

  async #sourceOf(subject: FormSubject): Promise<FormSource> {
    switch (subject.kind) {
      case 'workflow':
        return liveSource(subject.path, this.#editors, this.#connection);
      case 'run':
        return pastSource(await this.#connection.send(getRun, { run: subject.runId }), this.#editors, this.#connection);
    }
  }

  #begin(key: string, form: RunForm, panel: vscode.WebviewPanel): void {
    showForm(form, panel, this.#folders);
    this.#editors.pages.heed(panel, () => form.workflowPath);
    this.#open.set(key, { form, panel });
    form.onDidStart(() => panel.dispose());
    panel.onDidDispose(() => {
      this.#open.delete(key);
      if (form.hasStarted) this.#left.delete(key);
      else this.#left.set(key, form.chosen);
      form.dispose();
    });
  }
}

function keyOf(subject: FormSubject): string {
  return subject.kind === 'run' ? subject.runId : subject.path;
}
