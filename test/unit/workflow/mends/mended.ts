/** Finds the mends of a text and makes them, as the editors do. */
import { editWorkflow } from '../../../../src/model/workflow/edit/editWorkflow';
import type { LoadedWorkflow } from '../../../../src/model/workflow/load';
import { loadWorkflow, readFrom } from '../../../../src/model/workflow/load';
import type { Mend, MendedFile } from '../../../../src/model/workflow/mends/mend';
import { mendsOf } from '../../../../src/model/workflow/mends/mendsOf';
import { applyEdits } from '../../../../src/model/workflow/moveEdit';
import { keyOfReference } from '../../../../src/model/workflow/paths';
import type { Problem } from '../../../../src/model/workflow/problem';
import { readYaml } from '../../../../src/model/workflow/readYaml';

export const entry = 'flows/a.workflow.yaml';

export interface Opened {
  readonly text: string;
  readonly others: Readonly<Record<string, string>>;
  readonly loaded: LoadedWorkflow;
  readonly file: MendedFile;
}

/** Reads a workflow with the modules and scripts around it. */
export async function opened(text: string, others: Readonly<Record<string, string>> = {}): Promise<Opened> {
  const loaded = await loadWorkflow(entry, readFrom({ ...others, [entry]: text }));
  const problems = loaded.problems.filter((problem) => problem.file === entry);
  const { workflow, readOnly } = loaded;
  const parsed = { file: entry, workflow, readOnly, problems };
  const around = { moduleOf: (uses: string) => loaded.modules[keyOfReference(entry, uses) ?? ''] ?? null };
  return { text, others, loaded, file: { text, reading: readYaml(text), parsed, around } };
}

export function mendsIn({ file }: Opened, problem: Problem): readonly Mend[] {
  return mendsOf(problem, file);
}

/** The text after a mend. @throws Error when its edit is refused */
export function textAfter({ text, file }: Opened, mend: Mend): string {
  if (mend.kind === 'show') return text;
  if (mend.kind === 'text') return applyEdits(text, mend.textEdits);
  const result = editWorkflow(text, file.parsed, mend.edit, file.around);
  if (result.kind === 'refused') throw new Error(`${mend.title} is refused: ${result.message}`);
  return applyEdits(text, result.edits);
}
