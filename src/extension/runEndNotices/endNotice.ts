/** What is said when a run has ended. */
import * as vscode from 'vscode';
import { durationText } from '../../model/run/display';
import type { RunSummary } from '../../model/run/run';
import { plainSentence, quoted } from '../shownText';

export interface EndNotice {
  readonly severity: 'information' | 'warning' | 'error';
  readonly text: string;
}

/** The notice of a run's end: its name, how it ended, after how long, and why when that is known. */
export function endNoticeOf(run: RunSummary): EndNotice {
  const name = quoted(run.name);
  const took = durationText(run.durationMs ?? 0);
  const told = (severity: EndNotice['severity'], sentence: string): EndNotice => ({
    severity,
    text: run.message === null ? sentence : vscode.l10n.t('{0} {1}', sentence, plainSentence(run.message)),
  });
  switch (run.status) {
    case 'Completed':
      return told('information', vscode.l10n.t('{0} completed in {1}.', name, took));
    case 'Partial Success':
      return told('warning', vscode.l10n.t('{0} is a partial success, after {1}.', name, took));
    case 'Failed':
      return told('error', vscode.l10n.t('{0} failed after {1}.', name, took));
    case 'Error':
      return told('error', vscode.l10n.t('{0} ended with an error after {1}.', name, took));
    case 'Stopped':
      // It was asked for, so it is no problem.
      return told('information', vscode.l10n.t('{0} was stopped after {1}.', name, took));
    case 'Pending':
    case 'Running':
    case 'Stopping':
    case 'Scheduled':
      return told('warning', vscode.l10n.t('{0} has ended after {1}.', name, took));
    default:
      return unknownEnd(run.status, name, took);
  }
}

/** A status of a newer engine. */
function unknownEnd(status: never, name: string, took: string): EndNotice {
  return {
    severity: 'warning',
    text: vscode.l10n.t('{0} ended as {1} after {2}.', name, plainSentence(String(status)), took),
  };
}
