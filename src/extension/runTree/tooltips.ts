/** Tooltips of the rows. Names and messages come from files and processes: they are text, never markup. */
import * as vscode from 'vscode';
import { expectedEndWords } from '../../model/history/expectedEndWords';
import { slowNodeWords } from '../../model/history/slowNode';
import type { Schedule } from '../../model/schedule/schedule';
import type { RunExpectation } from '../history/runExpectations';
import { timings } from '../schedules/loadTimings';
import { hereTimeZone } from '../../model/schedule/timeOfTiming';
import type { NodeRunElement, RunElement } from './elements';
import { nodeRunDescription, nodeRunFacts, runFacts, statusWithDuration, type Fact } from '../../model/run/runText';

/** Everything about the run or node run, the status in words first. `schedule`: what it waits for, or was started by. */
export function tooltipOf(
  element: RunElement | NodeRunElement,
  now: number,
  { expectedEnd, usual }: RunExpectation,
  schedule: Schedule | null,
): vscode.MarkdownString {
  switch (element.kind) {
    case 'run': {
      const { run } = element;
      const status = [statusWithDuration(run, now), expectedEndWords(expectedEnd, now)];
      const waits = run.status === 'Scheduled' && schedule !== null;
      const facts = [...(waits ? timings().scheduleFacts(schedule, hereTimeZone(), now) : []), ...runFacts(run)];
      return tooltip(run.name, sentence(status), run.message, facts);
    }
    case 'nodeRun': {
      const { nodeRun, label } = element;
      const usually = usual.find(({ id }) => id === nodeRun.id);
      const status = [nodeRunDescription(nodeRun, now), slowNodeWords(nodeRun, usually, now)];
      return tooltip(label ?? nodeRun.id, sentence(status), nodeRun.message, nodeRunFacts(nodeRun));
    }
  }
}

function sentence(parts: readonly (string | null)[]): string {
  return parts.filter((part) => part !== null).join(' · ');
}

function tooltip(title: string, status: string, message: string | null, facts: readonly Fact[]): vscode.MarkdownString {
  const text = new vscode.MarkdownString();
  text.appendMarkdown('**').appendText(title).appendMarkdown('**\n\n').appendText(status);
  if (message) text.appendMarkdown('\n\n').appendText(message);
  // One block of lines: a paragraph each would make the tooltip twice as tall.
  for (const [line, { name, value }] of facts.entries()) {
    text.appendMarkdown(`${line === 0 ? '\n\n' : '  \n'}${name}: `).appendText(value);
  }
  return text;
}
