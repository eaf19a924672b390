import { Command } from 'commander';
import { nodeEnvironment } from '../../engine/client/client';
import { hasErrors } from '../../model/workflow/problem';
import type { Workflow } from '../../model/workflow/workflow';
import { startRun } from '../../protocol/engine';
import { CommandFailure } from '../commandFailure';
import { findRun, withEngine } from '../engineConnection';
import { exitCodes } from '../exitCodes';
import { followToEnd } from '../followToEnd';
import { failureOf } from '../problemLines';
import { readRunInputs } from '../runInputs';
import { runJson } from '../runJson';
import { startLine } from '../runLines';
import { printJson, printLine } from '../terminal';
import { openWorkflowFile, type WorkflowFile } from '../workflowFile';

interface RunOptions {
  readonly input?: readonly string[];
  readonly fleet?: string;
  readonly name?: string;
  readonly workspace?: string;
  readonly detach?: true;
  readonly json?: true;
}

/** `runlens run`: starts a workflow file and follows the run to its end. */
export function runCommand(): Command {
  return new Command('run')
    .description('start a run of a workflow file and follow it to its end; exit code 0 only if it is Completed')
    .argument('<file>', 'a *.workflow.yaml file, or a *.module.yaml file to run the module by itself')
    .option('-i, --input <name=value>', 'value of a workflow input; can be given again for others', addTo)
    .option('--fleet <fleet>', 'where the nodes execute (default: what the file says)')
    .option('--name <name>', 'name of the run (default: the name of the workflow and a number)')
    .option('--workspace <folder>', 'its workspace (default: the nearest folder above with .vscode or .git)')
    .option('-d, --detach', 'return as soon as the run is started')
    .option('--json', 'print the run as one JSON value, once it has ended (with --detach: as it started)')
    .addHelpText('after', '\nCtrl+C stops the run; a second Ctrl+C leaves it to the engine.')
    .action(async (file: string, options: RunOptions) => {
      process.exitCode = await startAndFollow(file, options);
    });
}

async function startAndFollow(path: string, options: RunOptions): Promise<number> {
  const file = await openWorkflowFile(path, options.workspace);
  const inputs = await readRunInputs(runnableWorkflow(file), options.input ?? []);
  if (options.name?.trim() === '') throw new CommandFailure('A run cannot have an empty name: leave --name out.');
  const run = await withEngine(async (engine) => {
    const started = await engine.send(startRun, {
      workflowPath: file.path,
      workspace: file.workspace,
      versionId: file.loaded.versionId,
      inputs,
      name: options.name ?? null,
      fleet: options.fleet ?? null,
      creationType: 'API',
      environment: nodeEnvironment(process.env),
    });
    return findRun(engine, started.id);
  });
  if (!options.json) printLine(startLine(run));
  if (!options.detach) return followToEnd(run.id, { json: options.json === true });
  if (options.json) printJson(runJson(run));
  return exitCodes.done;
}

function runnableWorkflow(file: WorkflowFile): Workflow {
  const { workflow, problems } = file.loaded;
  const sentence = `${file.path} cannot be run: correct its errors.`;
  if (workflow === null || hasErrors(problems)) throw failureOf(file, sentence);
  return workflow;
}

function addTo(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value];
}
