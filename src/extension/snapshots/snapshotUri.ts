/**
 * The addresses of what a run keeps: `runlens-run:/<run id>/<file>`, `runlens-log:/<run id>/<node path>/<stream>.log`, and of
 * one attempt alone `…/<stream>.<attempt>.log`.
 */
import * as vscode from 'vscode';
import type { LogStream } from '../../protocol/engine';
import { logScheme, snapshotScheme } from '../ids';

export interface SnapshotFile {
  readonly runId: string;
  /** Key of the file in the snapshot; empty for the run's folder itself. */
  readonly file: string;
}

export interface NodeLog {
  readonly runId: string;
  readonly nodeId: string;
  /** Null: the newest. */
  readonly attempt: number | null;
  readonly stream: LogStream;
}

/** The address of a file of a run's snapshot. */
export function snapshotUri({ runId, file }: SnapshotFile): vscode.Uri {
  return vscode.Uri.from({ scheme: snapshotScheme, path: `/${runId}/${file}` });
}

/** What a `runlens-run:` address stands for; undefined for any other address. */
export function snapshotFileOf(uri: vscode.Uri): SnapshotFile | undefined {
  if (uri.scheme !== snapshotScheme) return undefined;
  const [, runId, ...file] = uri.path.split('/');
  return runId === undefined || runId === ''
    ? undefined
    : { runId, file: file.filter((part) => part !== '').join('/') };
}

/** The address of a node's whole log. */
export function logUri({ runId, nodeId, attempt, stream }: NodeLog): vscode.Uri {
  const file = attempt === null ? `${stream}.log` : `${stream}.${attempt}.log`;
  return vscode.Uri.from({ scheme: logScheme, path: `/${runId}/${nodeId}/${file}` });
}

/** What a `runlens-log:` address stands for; undefined for any other address. */
export function nodeLogOf(uri: vscode.Uri): NodeLog | undefined {
  const found = /^\/([^/]+)\/(.+)\/(stdout|stderr)(?:\.([1-9]\d*))?\.log$/.exec(uri.path);
  const [, runId, nodeId, stream, attempt] = found ?? [];
  if (uri.scheme !== logScheme || runId === undefined || nodeId === undefined) return undefined;
  const number = attempt === undefined ? null : Number(attempt);
  return { runId, nodeId, attempt: number, stream: stream === 'stderr' ? 'stderr' : 'stdout' };
}
