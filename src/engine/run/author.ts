/** Who starts runs. */
import { execFile } from 'node:child_process';
import { userInfo } from 'node:os';
import { findOnPath } from '../fleets/local/shells';

const longestWaitMs = 2_000;

/** The name that git knows in the workspace, else the system user's. */
export async function authorOf(workspace: string, environment: Readonly<Record<string, string>>): Promise<string> {
  return (await gitUserName(workspace, environment)) ?? systemUser();
}

function gitUserName(workspace: string, environment: Readonly<Record<string, string>>): Promise<string | null> {
  const git = findOnPath('git', environment['PATH'] ?? '');
  if (git === null) return Promise.resolve(null);
  return new Promise((resolve) => {
    execFile(
      git,
      ['config', 'user.name'],
      { cwd: workspace, env: environment, timeout: longestWaitMs, killSignal: 'SIGKILL' },
      (error, stdout) => {
        const name = stdout.trim();
        resolve(error !== null || name === '' ? null : name);
      },
    );
  });
}

function systemUser(): string {
  try {
    return userInfo().username;
  } catch {
    // A container may run as a user that has no name.
    return `user ${process.getuid?.() ?? 'unknown'}`;
  }
}
