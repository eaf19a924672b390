/** The text of the `runlens` command that VS Code's terminals find on their PATH. */
import path from 'node:path';

/** A file to write into a folder of the PATH. */
export interface Launcher {
  readonly name: string;
  readonly text: string;
}

/**
 * A launcher that runs the command line with VS Code's own Node, so that no Node has to be installed.
 * @param executable of VS Code or of its server; @param cliFile `dist/cli.js` of the extension. Both absolute.
 */
export function launcherFor(platform: NodeJS.Platform, executable: string, cliFile: string): Launcher {
  return platform === 'win32'
    ? { name: 'runlens.cmd', text: forWindows(executable, cliFile) }
    : { name: 'runlens', text: forShell(executable, cliFile) };
}

function forShell(executable: string, cliFile: string): string {
  return `#!/bin/sh
# Written by the VS Code extension Runlens for VS Code's terminals, and written anew when either of the two is updated.
cli=${quoted(cliFile)}
node=${quoted(executable)}
if [ ! -f "$cli" ]; then
  echo "runlens: the extension was updated or removed. Reload the VS Code window, and open a new terminal." >&2
  exit 3
fi
# A VS Code that was updated while this terminal was open has another path now.
[ -x "$node" ] || node=$(command -v node) || {
  echo "runlens: VS Code was updated. Reload its window, and open a new terminal." >&2
  exit 3
}
ELECTRON_RUN_AS_NODE=1
export ELECTRON_RUN_AS_NODE
exec "$node" "$cli" "$@"
`;
}

function forWindows(executable: string, cliFile: string): string {
  const text = (file: string): string => path.win32.normalize(file).replaceAll('%', '%%');
  return [
    '@echo off',
    'setlocal',
    'set ELECTRON_RUN_AS_NODE=1',
    `"${text(executable)}" "${text(cliFile)}" %*`,
    '',
  ].join('\r\n');
}

/** As one word of a shell, whatever is in it. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
