import { Command } from 'commander';
import { bytesText } from '../../model/run/display';
import { getSnapshot, type RunSnapshot } from '../../protocol/engine';
import { findRun, withEngine } from '../engineConnection';
import { writeNewFolder } from '../newFolder';
import { plainText } from '../plainText';
import { alignedColumns, printJson, printLine } from '../terminal';

interface SnapshotOptions {
  readonly output?: string;
  readonly json?: true;
}

/** `runlens snapshot`: the files that a run executed, as they were then. */
export function snapshotCommand(): Command {
  return new Command('snapshot')
    .description('list the files that the run executed: its workflow, modules and scripts, as they were then')
    .argument('<run>', 'id of a run, or the beginning of one')
    .option('-o, --output <folder>', 'write them into this folder, which must be new')
    .option('--json', 'print an object with the text of each file')
    .action(async (id: string, options: SnapshotOptions) => {
      const { run, snapshot } = await withEngine(async (engine) => {
        const found = await findRun(engine, id);
        return { run: found, snapshot: await engine.send(getSnapshot, { runId: found.id }) };
      });
      const { entry, files } = snapshot.source;
      const folder = options.output === undefined ? null : await writeNewFolder(options.output, files);
      if (options.json) printJson({ id: run.id, versionId: snapshot.versionId, entry, files, folder });
      else if (folder === null) alignedColumns(fileRows(snapshot)).forEach(printLine);
      else printLine(`${fileCount(files)} of ${plainText(run.name)} written to ${folder}`);
    });
}

/** The workflow first, then what it uses. */
function fileRows({ source }: RunSnapshot): string[][] {
  const others = Object.keys(source.files)
    .filter((path) => path !== source.entry)
    .sort();
  const rows = [source.entry, ...others].map((path) => [
    path === source.entry ? 'workflow' : path.endsWith('.module.yaml') ? 'module' : 'script',
    bytesText(Buffer.byteLength(source.files[path] ?? '')),
    plainText(path),
  ]);
  return [['KIND', 'SIZE', 'FILE'], ...rows];
}

function fileCount(files: Readonly<Record<string, string>>): string {
  const count = Object.keys(files).length;
  return count === 1 ? '1 file' : `${count} files`;
}
