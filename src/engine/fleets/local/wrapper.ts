/**
 * The small shell program around each command of the local fleet. It makes the result independent of the engine: it
 * goes on when the engine dies, and leaves the exit code in a file. Only built-ins of `sh` on Linux, because a node's
 * PATH may hold nothing, and because each program it ran would cost as much as a whole no-op node.
 */

/** Why a wrapper that wrote no exit code ended. */
export const wrapperExit = {
  /** The claim could not be made: taken by an engine, or the folder cannot be written. */
  noClaim: 111,
  /** The command ended, but its exit code could not be written. */
  noExitCode: 112,
} as const;

/**
 * `$1` is the attempt's folder, the rest the command.
 * The trap keeps TERM, INT and HUP from ending the wrapper before it has written the exit code; commands start with the
 * signals' defaults. `set -C` makes `>` fail on a file that exists, so one process alone can make the claim.
 */
const wrapperText = `trap : TERM INT HUP
set -C
folder=$1
shift
start_time() { shift 19; started=$1; }
if [ -r /proc/$$/stat ]; then
  read -r facts < /proc/$$/stat
  start_time \${facts##*) }
  read -r boot < /proc/sys/kernel/random/boot_id
else
  started=$(LC_ALL=C /bin/ps -o lstart= -p $$ | /usr/bin/tr -s ' ' _)
  boot=$(/usr/sbin/sysctl -n kern.bootsessionuuid)
fi
{ echo "$$ $started $boot" > "$folder/claim"; } 2>/dev/null || exit ${wrapperExit.noClaim}
"$@"
result=$?
{ echo "$result" > "$folder/rc"; } 2>/dev/null || exit ${wrapperExit.noExitCode}
`;

/** What to spawn for a command: program and arguments. */
export function wrapperCommand(folder: string, command: readonly string[]): readonly [string, readonly string[]] {
  return ['/bin/sh', ['-c', wrapperText, 'runlens', folder, ...command]];
}
