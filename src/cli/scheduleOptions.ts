/** What `schedule add` and `schedule change` take, and what a schedule becomes by it. */
import { Option, type Command } from 'commander';
import type { MissedPolicy, OverlapPolicy, ScheduleSettings } from '../model/schedule/schedule';
import { hasErrors } from '../model/workflow/problem';
import type { Workflow } from '../model/workflow/workflow';
import { CommandFailure } from './commandFailure';
import { failureOf } from './problemLines';
import { readRunInputs } from './runInputs';
import { timingOf, type TimingOptions } from './scheduleTiming';
import type { WorkflowFile } from './workflowFile';

export interface ScheduleOptions extends TimingOptions {
  readonly missed?: MissedPolicy;
  readonly overlap?: OverlapPolicy;
  readonly input?: readonly string[];
  readonly fleet?: string;
  readonly name?: string;
  readonly json?: true;
}

/** Adds the options that both commands have. */
export function withScheduleOptions(command: Command): Command {
  return command
    .option(
      '--at <time>',
      'run once: 14:30, "tomorrow 02:00", "in 20 min" or 2027-01-31T02:30 (with Z or +01:00 for elsewhere)',
    )
    .option('--cron <expression>', 'run again and again: minute, hour, day, month, day of the week ("30 2 * * 1-5")')
    .option('--zone <zone>', 'time zone of --cron or --at, such as Europe/Berlin (default: that of this machine)')
    .addOption(
      choice('--missed <policy>', 'times that the machine was off: run once for them, or skip them', ['once', 'skip']),
    )
    .addOption(
      choice('--overlap <policy>', 'the run before is still active: skip the time, wait, or stop it', [
        'skip',
        'queue',
        'stop',
      ]),
    )
    .option('-i, --input <name=value>', 'value of a workflow input; can be given again for others', addTo)
    .option('--fleet <fleet>', 'where the nodes execute (default: what the file says)')
    .option('--name <name>', 'name of the runs (default: the name of the workflow and a number)')
    .option('--json', 'print the schedule as one JSON value');
}

/** The settings with what the options say of them. @throws CommandFailure */
export async function settingsWith(
  options: ScheduleOptions,
  before: ScheduleSettings | null,
  file: WorkflowFile,
): Promise<ScheduleSettings> {
  const timing = timingOf(zonedAs(options, before), new Date()) ?? before?.timing;
  if (timing === undefined) {
    throw new CommandFailure('A schedule needs a time: --at "tomorrow 02:00", or --cron "30 2 * * 1-5".');
  }
  if (options.name?.trim() === '') throw new CommandFailure('A run cannot have an empty name: leave --name out.');
  const workflow = schedulableWorkflow(file);
  const inputs = await readRunInputs(workflow, options.input ?? []);
  // One that the workflow has no longer would be refused, and nobody could take it away.
  const kept = Object.entries(before?.inputs ?? {}).filter(([name]) =>
    workflow.inputs.some((one) => one.name === name),
  );
  return {
    timing,
    missed: options.missed ?? before?.missed ?? 'once',
    overlap: options.overlap ?? before?.overlap ?? 'skip',
    inputs: { ...Object.fromEntries(kept), ...inputs },
    name: options.name ?? before?.name ?? null,
    fleet: options.fleet ?? before?.fleet ?? null,
  };
}

/** Another zone alone moves the expression that is there; another expression alone stays in the zone that is there. */
function zonedAs(options: ScheduleOptions, before: ScheduleSettings | null): TimingOptions {
  const { zone, cron, at } = options;
  if (before?.timing.kind === 'cron' && at === undefined && (zone !== undefined || cron !== undefined)) {
    return { cron: cron ?? before.timing.expression, zone: zone ?? before.timing.timeZone };
  }
  if (zone !== undefined && cron === undefined && at === undefined) {
    throw new CommandFailure('--zone goes with --cron or --at.');
  }
  return options;
}

function schedulableWorkflow(file: WorkflowFile): Workflow {
  const { workflow, problems } = file.loaded;
  if (workflow === null || hasErrors(problems)) {
    throw failureOf(file, `${file.path} cannot be scheduled: correct its errors.`);
  }
  return workflow;
}

function choice(flags: string, description: string, choices: readonly string[]): Option {
  return new Option(flags, `${description} (default: ${choices[0]})`).choices(choices);
}

function addTo(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value];
}
