/** What is wrong with a link, in sentences. */
import * as vscode from 'vscode';
import type { LinkProblem } from './runLink';

/** The sentence for a link that cannot be followed. */
export function linkProblemSentence(problem: LinkProblem): string {
  switch (problem) {
    case 'unknownKind':
      return vscode.l10n.t(
        'Runlens does not know this kind of link. A link to a run begins with /editor/; Copy Link makes one.',
      );
    case 'tooLong':
      return vscode.l10n.t('The link is too long to be one to a run, so it was not followed.');
    case 'badRun':
      return vscode.l10n.t('The link names no run: what stands behind run= is not the id of one. Copy the link again.');
    case 'badNode':
      return vscode.l10n.t(
        'The link names no node: what stands behind node= is not the id of one. Copy the link again.',
      );
    case 'badPath':
      return vscode.l10n.t('The path in the link is not the plain path of a file, so it was not followed.');
    case 'noWorkflowFile':
      return vscode.l10n.t(
        'The link names a file that is no workflow: it ends in neither .workflow.yaml nor .module.yaml.',
      );
    case 'nothing':
      return vscode.l10n.t('The link names neither a run nor a workflow. Copy the link again.');
  }
}
