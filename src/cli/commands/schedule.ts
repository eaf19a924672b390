import { Command } from 'commander';
import { nodeEnvironment, type EngineClient } from '../../engine/client/client';
import type { Schedule } from '../../model/schedule/schedule';
import {
  changeSchedule,
  createSchedule,
  listSchedules,
  pauseSchedule,
  removeSchedule,
  resumeSchedule,
} from '../../protocol/schedules';
import { CommandFailure } from '../commandFailure';
import { withEngine } from '../engineConnection';
import { settingsWith, withScheduleOptions, type ScheduleOptions } from '../scheduleOptions';
import { scheduleJson, scheduleReport, scheduleTable } from '../scheduleText';
import { printJson, printLine, printNote } from '../terminal';
import { openWorkflowFile, realPathOf } from '../workflowFile';
import { scheduleLoginCommand } from './scheduleLogin';

interface JsonOption {
  readonly json?: true;
}

const idArgument = ['<schedule>', 'id of a schedule, or the beginning of one'] as const;

/** `runlens schedule`: runs that start by themselves. */
export function scheduleCommand(): Command {
  const schedule = new Command('schedule').description(
    'run workflow files by themselves, at a time or again and again',
  );
  for (const command of [
    addCommand(),
    listCommand(),
    showCommand(),
    changeCommand(),
    pauseCommand(),
    resumeCommand(),
    removeCommand(),
  ]) {
    schedule.addCommand(command);
  }
  schedule.addCommand(scheduleLoginCommand());
  return schedule.addHelpText(
    'after',
    '\nThe engine stays while a schedule waits. "runlens stop <run>" on a Scheduled run cancels that one time.',
  );
}

function addCommand(): Command {
  return withScheduleOptions(new Command('add').description('schedule a workflow file'))
    .argument('<file>', 'a *.workflow.yaml file')
    .option('--workspace <folder>', 'its workspace (default: the nearest folder above with .vscode or .git)')
    .action(async (path: string, options: ScheduleOptions & { readonly workspace?: string }) => {
      const file = await openWorkflowFile(path, options.workspace);
      const settings = await settingsWith(options, null, file);
      const made = await withEngine((engine) =>
        engine.send(createSchedule, {
          workflowPath: file.path,
          workspace: file.workspace,
          settings,
          environment: nodeEnvironment(process.env),
        }),
      );
      print(made, options);
    });
}

function listCommand(): Command {
  return new Command('list')
    .description('list the schedules of the vault')
    .option('--workflow <file>', 'only those of this workflow file')
    .option('--json', 'print an array')
    .action(async (options: JsonOption & { readonly workflow?: string }) => {
      const workflowPath = options.workflow === undefined ? null : await realPathOf(options.workflow, 'file');
      const { schedules } = await withEngine((engine) => engine.send(listSchedules, { folders: null, workflowPath }));
      if (options.json) return printJson(schedules.map(scheduleJson));
      scheduleTable(schedules).forEach(printLine);
      if (schedules.length === 0) printNote('Nothing is scheduled. See runlens schedule add --help.');
    });
}

function changeCommand(): Command {
  return withScheduleOptions(new Command('change').description('change a schedule; what is not named stays as it is'))
    .argument(...idArgument)
    .action(async (id: string, options: ScheduleOptions) => {
      const changed = await withEngine(async (engine) => {
        const before = await findSchedule(engine, id);
        const { path, workspace } = before.workflow;
        const settings = await settingsWith(options, before, await openWorkflowFile(path, workspace));
        return engine.send(changeSchedule, { scheduleId: before.id, settings });
      });
      print(changed, options);
    });
}

function showCommand(): Command {
  return withId('show', 'show a schedule with its next times, rules and inputs', (_, schedule) =>
    Promise.resolve(schedule),
  );
}

function pauseCommand(): Command {
  return withId('pause', 'let no time of a schedule come until it is resumed', (engine, { id }) =>
    engine.send(pauseSchedule, { scheduleId: id }),
  );
}

function resumeCommand(): Command {
  return withId('resume', 'go on with the next time from now', (engine, { id }) =>
    engine.send(resumeSchedule, { scheduleId: id }),
  );
}

function removeCommand(): Command {
  return withId(
    'remove',
    'remove a schedule and its Scheduled run; runs that it started stay',
    async (engine, schedule) => {
      await engine.send(removeSchedule, { scheduleId: schedule.id });
      return { ...schedule, nextAt: null, runId: null };
    },
  );
}

/** A command on one schedule; `use` gives it as it is then. */
function withId(
  name: 'show' | 'pause' | 'resume' | 'remove',
  description: string,
  use: (engine: EngineClient, schedule: Schedule) => Promise<Schedule>,
): Command {
  return new Command(name)
    .description(description)
    .argument(...idArgument)
    .option('--json', 'print the schedule as one JSON value')
    .action(async (id: string, options: JsonOption) => {
      const schedule = await withEngine(async (engine) => use(engine, await findSchedule(engine, id)));
      if (name === 'remove' && !options.json) printLine(`Removed ${schedule.id}.`);
      else print(schedule, options);
    });
}

/** @throws CommandFailure when none begins with it, or several do */
async function findSchedule(engine: EngineClient, idOrPrefix: string): Promise<Schedule> {
  const prefix = idOrPrefix.toUpperCase();
  const { schedules } = await engine.send(listSchedules, { folders: null, workflowPath: null });
  const [found, other] = schedules.filter(({ id }) => prefix !== '' && id.startsWith(prefix));
  if (found === undefined) {
    throw new CommandFailure(`There is no schedule ${idOrPrefix} in this vault: runlens schedule list shows them.`);
  }
  if (other !== undefined && found.id !== prefix) {
    throw new CommandFailure(`Several schedules begin with ${idOrPrefix}. Type more of the id.`);
  }
  return found;
}

function print(schedule: Schedule, options: JsonOption): void {
  if (options.json) printJson(scheduleJson(schedule));
  else scheduleReport(schedule, Date.now()).forEach(printLine);
}
