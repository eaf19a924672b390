/** Gives a node, an output or an input another name, everywhere in the file: the same edit as on the canvas. */
import * as vscode from 'vscode';
import type { WorkflowEdit } from '../../model/workflow/edit/workflowEdit';
import type { NamedThing } from '../../model/workflow/language/namedThing';
import type { WorkflowParser } from '../workflows/workflowParser';
import { workspaceEditOf } from '../workflowEditor/applyTextEdits';
import { named } from './languageProtocol';
import { rangeIn, type LanguageTexts } from './languageTexts';

export function renameProvider(texts: LanguageTexts, parser: WorkflowParser): vscode.RenameProvider {
  return {
    async prepareRename(document, position) {
      const place = await texts.ask(document, named, { offset: document.offsetAt(position) });
      if (!place || place.thing.kind === 'file') {
        throw new Error(vscode.l10n.t('Put the cursor on the name of a node, an output or an input to rename it.'));
      }
      // A word such as `inputs.lockfile` is there as a whole; what changes is the name alone.
      return { range: rangeIn(document, place.range), placeholder: nameOf(place.thing) };
    },
    async provideRenameEdits(document, position, to) {
      const place = await texts.ask(document, named, { offset: document.offsetAt(position) });
      const edit = place ? renaming(place.thing, to) : null;
      const share = await texts.shareOf(document);
      if (edit === null || share === null) {
        throw new Error(vscode.l10n.t('Save the text as a workflow file first; then names in it can be changed.'));
      }
      await share.live.settled();
      const answer = await parser.edit(share.live.handle, document.getText(), edit);
      // VS Code shows the sentence at the cursor.
      if (answer.kind === 'refused') throw new Error(answer.message);
      return workspaceEditOf(document, answer.edits);
    },
  };
}

function nameOf(thing: Exclude<NamedThing, { kind: 'file' }>): string {
  return thing.kind === 'node' ? thing.node : thing.name;
}

function renaming(thing: NamedThing, to: string): WorkflowEdit | null {
  switch (thing.kind) {
    case 'node':
      return { kind: 'renameNode', nodeId: thing.node, to };
    case 'output':
      return { kind: 'renameNodeOutput', nodeId: thing.node, name: thing.name, to };
    case 'nodeInput':
      return { kind: 'renameNodeInput', nodeId: thing.node, name: thing.name, to };
    case 'input':
      return { kind: 'renameWorkflowInput', name: thing.name, to };
    case 'workflowOutput':
      return { kind: 'renameWorkflowOutput', name: thing.name, to };
    case 'file':
      return null;
  }
}
