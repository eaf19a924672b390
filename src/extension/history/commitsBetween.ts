/** The Git commits between two moments that touch some files, as `git log` tells them. */
import { execFile } from 'node:child_process';
import { access } from 'node:fs/promises';
import * as vscode from 'vscode';
import type { Commit, CommitsBetween } from '../../protocol/history';

export interface CommitQuestion {
  /** A folder of the repository. */
  readonly folder: string;
  /** Absolute paths; also of files that are gone by now. */
  readonly files: readonly string[];
  /** ISO 8601, as is `until`; both are of the time at which a commit was made, not written. */
  readonly since: string;
  readonly until: string;
}

const longestWaitMs = 10_000;
/** More commits than this are not listed. */
const mostCommits = 50;
const largestOutput = 4_000_000;
/** The parts of a commit in Git's words, each behind a NUL, which no part can hold: hash, parents, author, date, subject. */
const parts = ['%H', '%P', '%an', '%cI', '%s'];

/**
 * Newest first. Git is run without a shell, and only in a workspace that is trusted: the settings of a repository name
 * programs that it starts.
 */
export async function commitsBetween({ folder, files, since, until }: CommitQuestion): Promise<CommitsBetween> {
  if (!(await isThere(folder))) return { kind: 'noRepository' };
  if (!vscode.workspace.isTrusted) {
    return unknown(vscode.l10n.t('The workspace is in Restricted Mode, so Git was not asked for commits.'));
  }
  const ran = await git(folder, [
    '--no-pager',
    'log',
    '--no-color',
    '--no-show-signature',
    `--max-count=${mostCommits + 1}`,
    `--since=${since}`,
    `--until=${until}`,
    `--format=${parts.join('%x00')}`,
    '-z',
    '--',
    ...files,
  ]);
  if (ran.kind === 'done') {
    const commits = commitsIn(ran.output);
    if (commits.some(({ isFirst }) => isFirst) && (await isShallow(folder))) {
      return unknown(
        vscode.l10n.t(
          'This clone does not reach back to the last success, so the commits between are not known. Run git fetch --unshallow.',
        ),
      );
    }
    const told = commits.map(({ hash, subject, author, date }) => ({ hash, subject, author, date }));
    return { kind: 'known', commits: told.slice(0, mostCommits), hasMore: told.length > mostCommits };
  }
  if (ran.kind === 'missing') {
    return unknown(vscode.l10n.t('Git was not found, so the commits between the two runs are not shown.'));
  }
  if (ran.kind === 'late') {
    return unknown(vscode.l10n.t('Git took too long to list the commits between the two runs.'));
  }
  if (/not a git repository/i.test(ran.reason)) return { kind: 'noRepository' };
  if (/does not have any commits yet/i.test(ran.reason)) return { kind: 'known', commits: [], hasMore: false };
  return unknown(vscode.l10n.t('Git could not list the commits between the two runs: {0}', firstLine(ran.reason)));
}

type Ran =
  | { readonly kind: 'done'; readonly output: string }
  | { readonly kind: 'missing' }
  | { readonly kind: 'late' }
  | { readonly kind: 'failed'; readonly reason: string };

function git(folder: string, parameters: readonly string[]): Promise<Ran> {
  // Git's words are read here, so it has to speak English; a path is a path, whatever characters are in it.
  const env = { ...process.env, LC_ALL: 'C', GIT_LITERAL_PATHSPECS: '1', GIT_OPTIONAL_LOCKS: '0' };
  const options = {
    cwd: folder,
    env,
    timeout: longestWaitMs,
    killSignal: 'SIGKILL',
    maxBuffer: largestOutput,
  } as const;
  return new Promise((resolve) => {
    execFile('git', parameters, options, (error, stdout, stderr) => {
      if (error === null) resolve({ kind: 'done', output: stdout });
      else if (error.code === 'ENOENT') resolve({ kind: 'missing' });
      else if (error.killed === true) resolve({ kind: 'late' });
      else resolve({ kind: 'failed', reason: stderr.trim() === '' ? error.message : stderr });
    });
  });
}

interface ListedCommit extends Commit {
  /** Nothing is before it: the repository begins with it, or a shallow clone is cut off there. */
  readonly isFirst: boolean;
}

function commitsIn(output: string): ListedCommit[] {
  const words = output.split('\0');
  const commits: ListedCommit[] = [];
  for (let at = 0; at + parts.length <= words.length; at += parts.length) {
    const [hash = '', parents = '', author = '', date = '', subject = ''] = words.slice(at, at + parts.length);
    commits.push({ hash, subject, author, date, isFirst: parents === '' });
  }
  return commits;
}

/** To where a shallow clone is cut off, Git counts every file as one that the commit touched. */
async function isShallow(folder: string): Promise<boolean> {
  const ran = await git(folder, ['rev-parse', '--is-shallow-repository']);
  return ran.kind === 'done' && ran.output.trim() === 'true';
}

function unknown(sentence: string): CommitsBetween {
  return { kind: 'unknown', sentence };
}

function firstLine(text: string): string {
  return text.trim().split('\n')[0]?.slice(0, 300) ?? '';
}

function isThere(folder: string): Promise<boolean> {
  return access(folder).then(
    () => true,
    () => false,
  );
}
