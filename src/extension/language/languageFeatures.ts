/** What the text editor knows of workflow files. Nothing is read before somebody asks. */
import * as vscode from 'vscode';
import { showNodeCommand } from '../ids';
import type { WorkflowEditors } from '../workflowEditor/workflowEditors';
import { completionProvider, completionTriggers } from './completionProvider';
import { definitionProvider } from './definitionProvider';
import { hoverProvider } from './hoverProvider';
import { LanguageTexts, workflowTexts } from './languageTexts';
import { mendActions } from './mendActions';
import { outlineProvider } from './outlineProvider';
import { renameProvider } from './renameProvider';

/** Registers the features, until disposed. */
export function languageFeatures(editors: Pick<WorkflowEditors, 'versions' | 'showNode'>): vscode.Disposable {
  const { parser, workflows } = editors.versions;
  const texts = new LanguageTexts(parser, workflows);
  const { languages } = vscode;
  return vscode.Disposable.from(
    texts,
    languages.registerDocumentSymbolProvider(workflowTexts, outlineProvider(texts), { label: 'Runlens' }),
    languages.registerHoverProvider(workflowTexts, hoverProvider(texts)),
    languages.registerCompletionItemProvider(workflowTexts, completionProvider(texts), ...completionTriggers),
    languages.registerDefinitionProvider(workflowTexts, definitionProvider(texts)),
    languages.registerRenameProvider(workflowTexts, renameProvider(texts, parser)),
    languages.registerCodeActionsProvider(workflowTexts, mendActions(texts, parser), {
      providedCodeActionKinds: [vscode.CodeActionKind.QuickFix],
    }),
    vscode.commands.registerCommand(showNodeCommand, (uri: unknown, nodeId: unknown) => {
      if (uri instanceof vscode.Uri && typeof nodeId === 'string') return editors.showNode(uri, nodeId);
      return undefined;
    }),
  );
}
