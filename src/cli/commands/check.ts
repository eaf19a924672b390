import { Command } from 'commander';
import { hasErrors } from '../../model/workflow/problem';
import { exitCodes } from '../exitCodes';
import { problemJson, problemLine } from '../problemLines';
import { printJson, printLine, printNote } from '../terminal';
import { openWorkflowFile } from '../workflowFile';

/** `runlens check`: the problems of a file, of the modules it uses and of its scripts, each with its place. */
export function checkCommand(): Command {
  return new Command('check')
    .description('list the problems of a workflow or module file; exit code 1 if one of them is an error')
    .argument('<file>', 'a workflow or module file')
    .option('--workspace <folder>', 'its workspace (default: the nearest folder above with .vscode or .git)')
    .option('--json', 'print an array of problems')
    .action(async (path: string, options: { readonly workspace?: string; readonly json?: true }) => {
      const file = await openWorkflowFile(path, options.workspace);
      const { problems } = file.loaded;
      if (options.json) printJson(problems.map((problem) => problemJson(problem, file)));
      else problems.map((problem) => problemLine(problem, file)).forEach(printLine);
      if (problems.length === 0 && !options.json) printNote(`${path}: no problems`);
      if (hasErrors(problems)) process.exitCode = exitCodes.notCompleted;
    });
}
