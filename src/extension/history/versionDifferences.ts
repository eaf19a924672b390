/** What differs between what two runs executed: in words, file by file, and as texts side by side. */
import { randomUUID } from 'node:crypto';
import * as vscode from 'vscode';
import type { RunSummary } from '../../model/run/run';
import type { RunSnapshot } from '../../protocol/engine';
import type { VersionDifferences } from '../../protocol/history';
import type { VersionSources } from '../runDetails/liveRelation';
import { snapshotUri } from '../snapshots/snapshotUri';

type Versions = Pick<VersionSources, 'parser' | 'snapshots'>;

/** Two runs of a workflow, the older one first. */
export interface RunPair {
  readonly before: RunSummary;
  readonly first: RunSummary;
}

/** A line each for what differs in the workflow, and the files whose texts differ. */
export async function versionDifferences({ before, first }: RunPair, versions: Versions): Promise<VersionDifferences> {
  const { parser, snapshots } = versions;
  const [ran, then] = await Promise.all([snapshots.of(before.id), snapshots.of(first.id)]);
  const handles = [ran, then].map(({ source }) => ({ source, handle: `history:${randomUUID()}` }));
  const [one, other] = handles;
  if (one === undefined || other === undefined) return { lines: [], files: [] };
  try {
    await Promise.all(handles.map(({ handle, source }) => parser.parseSource(handle, source)));
    const { differences } = await parser.compare(one.handle, other.handle);
    return { lines: [...differences], files: differingFiles(ran, then) };
  } finally {
    for (const { handle } of handles) parser.release(handle);
  }
}

/** Opens the texts of both versions side by side: of the one file that differs, or of all that do. */
export async function showTextDiff(pair: RunPair, { snapshots }: Versions): Promise<void> {
  const { before, first } = pair;
  const [ran, then] = await Promise.all([snapshots.of(before.id), snapshots.of(first.id)]);
  const files = differingFiles(ran, then);
  const title = vscode.l10n.t('{0}: #{1} and #{2}', first.workflow.name, before.number, first.number);
  const sides = files.map((file) => ({
    left: ran.source.files[file] === undefined ? undefined : snapshotUri({ runId: before.id, file }),
    right: then.source.files[file] === undefined ? undefined : snapshotUri({ runId: first.id, file }),
  }));
  const [only] = sides;
  if (sides.length === 1 && only?.left !== undefined && only.right !== undefined) {
    await vscode.commands.executeCommand('vscode.diff', only.left, only.right, title);
    return;
  }
  const changes = sides.map(({ left, right }) => [right ?? left, left, right]);
  await vscode.commands.executeCommand('vscode.changes', title, changes);
}

/** Keys of the files whose texts differ, or that only one of the two has. */
function differingFiles(ran: RunSnapshot, then: RunSnapshot): string[] {
  const keys = new Set([...Object.keys(ran.source.files), ...Object.keys(then.source.files)]);
  return [...keys].filter((key) => ran.source.files[key] !== then.source.files[key]).sort();
}
