/** A workflow whose first node waits until the test lets it go on, so that a run can be looked at while it runs. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

const workflow = `# Waits for a file, then counts.
name: Gated
project: tests

nodes:
  wait:
    label: Wait for the gate
    run: |
      echo waiting
      while [ ! -e "$WORKSPACE/gate" ]; do sleep 0.05; done
      echo 'open' | tee gate.txt
    outputs: { word: gate.txt }
  count: # a script file
    label: Count letters
    script: tools/count.sh
    inputs: { word: { from: wait.word } }
    outputs: { count: count.txt }
  report:
    inputs: { count: { from: count.count } }
    run: cat "$count"
`;
const script = `# Counts what the gate said.
wc -c < "$word" > count.txt
echo "counted $(cat count.txt)"
`;

export interface GatedWorkflow {
  readonly fileName: string;
  readonly workflowFile: string;
  readonly scriptFile: string;
  readonly workflowText: string;
  readonly scriptText: string;
  /** Lets the first node of this and of every later run go on. */
  open(): Promise<void>;
}

/** Writes the workflow and its script into the workspace. */
export async function writeGatedWorkflow(workspace: string): Promise<GatedWorkflow> {
  const fileName = 'gated.workflow.yaml';
  const workflowFile = path.join(workspace, fileName);
  const scriptFile = path.join(workspace, 'tools', 'count.sh');
  await mkdir(path.dirname(scriptFile), { recursive: true });
  await writeFile(workflowFile, workflow);
  await writeFile(scriptFile, script);
  return {
    fileName,
    workflowFile,
    scriptFile,
    workflowText: await readFile(workflowFile, 'utf8'),
    scriptText: await readFile(scriptFile, 'utf8'),
    open: () => writeFile(path.join(workspace, 'gate'), ''),
  };
}
