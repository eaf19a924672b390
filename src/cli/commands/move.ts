import { Command } from 'commander';
import { dirname } from 'node:path';
import { moveWorkflow } from '../../protocol/engine';
import { withEngine } from '../engineConnection';
import { movedWorkflows } from '../movedWorkflows';
import { printJson, printLine, printNote } from '../terminal';
import { realPathOf } from '../workflowFile';
import { workspaceOf } from '../workspaceFolder';

interface MoveOptions {
  readonly workspace?: string;
  readonly json?: true;
}

/** `runlens move`: the runs of a workflow follow its file, which was moved or renamed outside of VS Code. */
export function moveCommand(): Command {
  return new Command('move')
    .description('after a workflow file was moved or renamed: give its runs to the file at its new place')
    .argument('<old>', 'where the workflow file was, or a folder of them')
    .argument('<new>', 'where it is now')
    .option('--workspace <folder>', 'its workspace now (default: the nearest folder above with .vscode or .git)')
    .option('--json', 'print an object: how many runs moved, in all and of each file')
    .addHelpText('after', '\nThe files themselves stay as they are; a move made in VS Code needs no such command.')
    .action(async (old: string, target: string, options: MoveOptions) => {
      const workspace = options.workspace === undefined ? null : await realPathOf(options.workspace, 'folder');
      const moved = await withEngine(async (engine) => {
        const done: { from: string; to: string; runs: number }[] = [];
        for (const { from, to } of await movedWorkflows(engine, old, target)) {
          const place = { from, to, workspace: workspace ?? workspaceOf(dirname(to)) };
          const { runs } = await engine.send(moveWorkflow, place);
          done.push({ from, to, runs });
        }
        return done;
      });
      const runs = moved.reduce((sum, one) => sum + one.runs, 0);
      if (options.json) return printJson({ runs, moved });
      for (const one of moved) if (one.runs > 0) printLine(`${runCount(one.runs)} moved to ${one.to}`);
      if (runs === 0) printNote(`No runs moved: the vault has none of ${old} that lie at ${target} now.`);
    });
}

function runCount(runs: number): string {
  return runs === 1 ? '1 run' : `${runs} runs`;
}
