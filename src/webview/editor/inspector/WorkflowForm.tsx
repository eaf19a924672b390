import type { Graph } from '../../../model/workflow/graph';
import type { WorkflowSettings } from '../../../protocol/editor';
import type { EditorView } from '../model/editorView';
import { TextField } from './fields/TextField';
import { problemsAt } from './model/problemsAt';
import { settingField } from './model/workflowFields';
import { problemMessages } from './ProblemMessages';
import { WorkflowInputs } from './rows/WorkflowInputs';
import { WorkflowOutputs } from './rows/WorkflowOutputs';
import { Section } from './Section';
import { useProblems } from './useProblems';

interface WorkflowFormProps {
  readonly settings: WorkflowSettings;
  readonly graph: Graph;
  readonly view: EditorView;
}

/** What the workflow says of itself, each field to be edited. */
export function WorkflowForm({ settings, graph, view }: WorkflowFormProps) {
  const problems = useProblems(view);
  const messagesAt = (...path: readonly string[]) => problemMessages(problemsAt(problems, path));
  const { fileName, kind } = view.file;
  return (
    <>
      <Section title={kind === 'module' ? 'Module' : 'Workflow'}>
        <TextField
          label="Name"
          field={settingField(settings, 'name')}
          placeholder={fileName}
          messages={messagesAt('name')}
        />
        <TextField
          label="Description"
          field={settingField(settings, 'description')}
          placeholder="What it is for"
          lines="many"
          messages={messagesAt('description')}
        />
        <TextField
          label="Project"
          field={settingField(settings, 'project')}
          placeholder="The name of the folder"
          messages={messagesAt('project')}
        />
        <TextField
          label="Fleet"
          field={settingField(settings, 'fleet')}
          placeholder="local"
          messages={messagesAt('fleet')}
        />
      </Section>
      <WorkflowInputs settings={settings} messagesAt={messagesAt} />
      {(kind === 'module' || settings.outputs.length > 0) && (
        <WorkflowOutputs settings={settings} graph={graph} messagesAt={messagesAt} />
      )}
    </>
  );
}
