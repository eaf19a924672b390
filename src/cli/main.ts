/** The `runlens` command. */
import { CommanderError } from 'commander';
import { asCommandFailure } from './commandFailure';
import { exitCodes } from './exitCodes';
import { createProgram } from './program';
import { printJson, printNote } from './terminal';

// Whoever reads our output has read enough (`runlens runs | head`).
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? exitCodes.outputClosed : exitCodes.engineUnavailable);
});

async function main(): Promise<void> {
  try {
    // Said outright, since commander counts the arguments of a program otherwise that runs on Electron's Node.
    await createProgram().parseAsync(process.argv, { from: 'node' });
  } catch (error) {
    // commander ends --help and --version with an error too, which says that all is well.
    if (error instanceof CommanderError && error.exitCode === 0) return;
    const failure = asCommandFailure(error);
    // Without a command it has printed the help, and has nothing to add.
    const isHelp = error instanceof CommanderError && error.code === 'commander.help';
    if (!isHelp) [failure.message, ...failure.more.lines].forEach(printNote);
    if (process.argv.includes('--json')) printJson({ error: failure.message, ...failure.more.json });
    process.exitCode = failure.exitCode;
  }
}

void main();
