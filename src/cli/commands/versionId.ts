import { Command } from 'commander';
import { failureOf } from '../problemLines';
import { printJson, printLine } from '../terminal';
import { openWorkflowFile } from '../workflowFile';

/** `runlens version-id`: the id of the version that a run of the file would have, alone on one line. */
export function versionIdCommand(): Command {
  return new Command('version-id')
    .description('print the id of the version that the file is now')
    .argument('<file>', 'a workflow or module file')
    .option('--workspace <folder>', 'its workspace (default: the nearest folder above with .vscode or .git)')
    .option('--json', 'print an object with the id')
    .action(async (path: string, options: { readonly workspace?: string; readonly json?: true }) => {
      const file = await openWorkflowFile(path, options.workspace);
      const { versionId } = file.loaded;
      if (versionId === null) throw failureOf(file, `${file.path} has errors, so it has no version: correct them.`);
      if (options.json) printJson({ path: file.path, workspace: file.workspace, versionId });
      else printLine(versionId);
    });
}
