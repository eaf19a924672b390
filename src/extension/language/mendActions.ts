/** Quick fixes in the text, for problems that have one obvious mend: the same as on the canvas. */
import * as vscode from 'vscode';
import type { Mend, MendOffer } from '../../model/workflow/mends/mend';
import { showNodeCommand } from '../ids';
import { plainText } from '../shownText';
import { workspaceEditOf } from '../workflowEditor/applyTextEdits';
import type { WorkflowParser } from '../workflows/workflowParser';
import type { LanguageTexts } from './languageTexts';

class MendAction extends vscode.CodeAction {
  constructor(
    readonly document: vscode.TextDocument,
    readonly mend: Mend,
    readonly handle: string,
  ) {
    super(plainText(mend.title), vscode.CodeActionKind.QuickFix);
  }
}

export function mendActions(texts: LanguageTexts, parser: WorkflowParser): vscode.CodeActionProvider<MendAction> {
  return {
    async provideCodeActions(document, range, { diagnostics }) {
      const ours = diagnostics.filter(({ source }) => source === 'Runlens');
      const share = ours.length === 0 ? null : await texts.shareOf(document);
      if (share === null) return [];
      const { version } = document;
      await share.live.settled();
      const { handle } = share.live;
      const offers = await parser.mends(handle, document.getText(), { start: range.start, end: range.end });
      if (document.version !== version) return [];
      return offers.flatMap((offer) => actionsOf(offer, document, handle, ours));
    },
    // A workflow edit is worked out when it is chosen: in a large file that takes longer than a menu may.
    async resolveCodeAction(action) {
      const { mend, document, handle } = action;
      if (mend.kind !== 'edit') return action;
      const { version } = document;
      const answer = await parser.edit(handle, document.getText(), mend.edit);
      if (answer.kind === 'refused') throw new Error(answer.message);
      if (document.version === version) action.edit = workspaceEditOf(document, answer.edits);
      return action;
    },
  };
}

function actionsOf(
  { problem, mends }: MendOffer,
  document: vscode.TextDocument,
  handle: string,
  diagnostics: readonly vscode.Diagnostic[],
): MendAction[] {
  const { start } = problem.range;
  const about = diagnostics.filter(
    ({ code, range, message }) =>
      code === problem.code &&
      message === problem.message &&
      range.start.isEqual(new vscode.Position(start.line, start.character)),
  );
  return mends.map((mend, index) => {
    const action = new MendAction(document, mend, handle);
    action.diagnostics = about;
    action.isPreferred = index === 0 && mend.kind !== 'show';
    if (mend.kind === 'text') action.edit = workspaceEditOf(document, mend.textEdits);
    if (mend.kind === 'show') {
      action.command = { command: showNodeCommand, title: mend.title, arguments: [document.uri, mend.nodeIds[0]] };
    }
    return action;
  });
}
