/** All commands of `runlens`, and what they have in common. */
import { Command } from 'commander';
import { checkCommand } from './commands/check';
import { deleteCommand } from './commands/delete';
import { engineCommand } from './commands/engine';
import { ipsCommand } from './commands/ips';
import { logsCommand } from './commands/logs';
import { moveCommand } from './commands/move';
import { renameCommand } from './commands/rename';
import { rerunCommand } from './commands/rerun';
import { runCommand } from './commands/run';
import { runsCommand } from './commands/runs';
import { scheduleCommand } from './commands/schedule';
import { showCommand } from './commands/show';
import { snapshotCommand } from './commands/snapshot';
import { stopCommand } from './commands/stop';
import { versionIdCommand } from './commands/versionId';
import { cliVersion } from './version';

const help = `
<run> is the id of a run, or a beginning that only one run has.
With --json a command prints exactly one value on stdout; a failure is an object with "error".

Exit codes:
  0    done; run and rerun: the run is Completed (with --detach: started)
  1    the run ended otherwise, or check found errors
  2    wrong usage, or an input, file, run or action that was refused
  3    no engine could be reached or started, or it failed
  130  left by Ctrl+C while the run goes on
  141  whoever read the output closed it; a run goes on

The vault is $RUNLENS_HOME, else $XDG_STATE_HOME/runlens, else ~/.local/state/runlens.`;

/** The whole command line. Errors of usage are thrown as CommanderError, and nothing is printed for them. */
export function createProgram(): Command {
  const program = new Command('runlens')
    .description('Starts and follows runs of workflow files, and looks at past ones.')
    .version(cliVersion)
    .addHelpText('after', help)
    .showSuggestionAfterError();
  const commands = [
    runCommand(),
    runsCommand(),
    showCommand(),
    logsCommand(),
    ipsCommand(),
    snapshotCommand(),
    stopCommand(),
    rerunCommand(),
    renameCommand(),
    deleteCommand(),
    scheduleCommand(),
    moveCommand(),
    versionIdCommand(),
    checkCommand(),
    engineCommand(),
  ];
  for (const command of commands) program.addCommand(command);
  throwUsageErrors(program);
  return program;
}

function throwUsageErrors(command: Command): void {
  command.exitOverride().configureOutput({ outputError: () => undefined });
  command.commands.forEach(throwUsageErrors);
}
