/** Problems of a workflow as compilers print them, so that terminals and editors turn them into links. */
import { join, relative } from 'node:path';
import type { Problem } from '../model/workflow/problem';
import { CommandFailure } from './commandFailure';
import { exitCodes } from './exitCodes';
import type { WorkflowFile } from './workflowFile';

/** `file:line:column: severity: message`; lines and columns count from 1, a file below the current folder is relative to it. */
export function problemLine(problem: Problem, file: WorkflowFile): string {
  const { line, character } = problem.range.start;
  const path = join(file.workspace, problem.file);
  const below = relative(process.cwd(), path);
  return `${below.startsWith('..') ? path : below}:${line + 1}:${character + 1}: ${problem.severity}: ${problem.message}`;
}

/** The same for `--json`: an absolute path, lines and columns from 1. */
export function problemJson(problem: Problem, file: WorkflowFile): object {
  const { start, end } = problem.range;
  return {
    file: join(file.workspace, problem.file),
    line: start.line + 1,
    column: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
    severity: problem.severity,
    code: problem.code,
    message: problem.message,
    nodeId: problem.nodeId ?? null,
  };
}

/** Why `file` cannot be used for what was asked: `sentence`, and then each of its errors with its place. */
export function failureOf(file: WorkflowFile, sentence: string): CommandFailure {
  const errors = file.loaded.problems.filter((problem) => problem.severity === 'error');
  return new CommandFailure(sentence, exitCodes.badInput, {
    lines: errors.map((problem) => problemLine(problem, file)),
    json: { problems: errors.map((problem) => problemJson(problem, file)) },
  });
}
