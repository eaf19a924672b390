/** One run in full, for `show`. */
import { bytesText, durationText, nodeStatusLook } from '../model/run/display';
import type { NodeRun, RunDetails } from '../model/run/run';
import { plainText } from './plainText';
import { nodeDuration } from './runLines';
import { statusTone } from './statusTone';
import { alignedColumns, toned } from './terminal';

/** The run's facts, then its nodes, each with its outputs below it. */
export function runReport(run: RunDetails): string[] {
  return [
    toned(plainText(run.name), 'strong'),
    ...alignedColumns(facts(run)),
    '',
    ...alignedColumns([['NODE', 'STATUS', 'DURATION', 'EXIT', 'ATTEMPTS', 'MESSAGE'], ...run.nodes.map(nodeRow)]),
    ...outputLines(run.nodes),
  ];
}

function facts(run: RunDetails): string[][] {
  const took = run.durationMs === null ? '' : `, ${durationText(run.durationMs)}`;
  const optional = (label: string, value: string | null) =>
    value === null || value === '' ? [] : [[label, plainText(value)]];
  return [
    ['Status', `${toned(run.status, statusTone(run.status))}${took}`],
    ...optional('Message', run.message),
    ['Run', `${run.id}, number ${run.number}, ${run.creationType}, by ${plainText(run.author)}`],
    ['Workflow', `${run.workflow.path} (project ${plainText(run.workflow.project)})`],
    ...optional('Version', run.versionId),
    ...optional('Scheduled for', run.scheduledFor),
    ...optional('Schedule', run.scheduleId),
    ['Created', run.createdAt],
    ...optional('Started', run.startedAt),
    ...optional('Ended', run.endedAt),
    ['Fleet', run.machines.length === 0 ? run.fleet : `${run.fleet}: ${run.machines.join(', ')}`],
    ...optional('Re-run of', run.rerunOf),
    ...run.inputs.map(({ name, value }) => ['Input', `${name} = ${plainText(value)}`]),
  ];
}

function nodeRow(node: NodeRun): string[] {
  const exit = node.exitCode === null ? '-' : String(node.exitCode);
  return [
    node.id,
    nodeStatusLook(node.status).word,
    nodeDuration(node) ?? '-',
    exit,
    // A module makes none.
    node.attempt === 0 ? '-' : String(node.attempt),
    plainText(node.message ?? (node.reusedFrom === null ? '' : `taken over from ${node.reusedFrom}`)),
  ];
}

function outputLines(nodes: readonly NodeRun[]): string[] {
  const rows = nodes.flatMap((node) =>
    node.outputs.map(({ name, path, size }) => [
      `${node.id}.${name}`,
      size === null ? 'folder' : bytesText(size),
      path,
    ]),
  );
  return rows.length === 0 ? [] : ['', ...alignedColumns([['OUTPUT', 'SIZE', 'PATH'], ...rows])];
}
