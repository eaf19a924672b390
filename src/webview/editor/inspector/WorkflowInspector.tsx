import type { Graph } from '../../../model/workflow/graph';
import { wireText } from '../../../model/workflow/wires';
import type { WorkflowSettings } from '../../../protocol/editor';
import { Icon } from '../../ui/Icon';
import type { EditorView } from '../model/editorView';
import { InspectorHead } from './InspectorHead';
import { Facts, Section } from './Section';
import { WorkflowForm } from './WorkflowForm';

interface WorkflowInspectorProps {
  readonly view: EditorView;
  readonly graph: Graph;
  readonly onClose: () => void;
}

/** The workflow itself: what it is called, what it takes, what it hands on. */
export function WorkflowInspector({ view, graph, onClose }: WorkflowInspectorProps) {
  const { settings, readOnly, title } = view.file;
  return (
    <>
      <InspectorHead icon={<Icon name="settings" />} title={title} onClose={onClose} />
      <div className="inspector-body">
        {settings === null ? (
          <p className="inspector-wait">The workflow is being read.</p>
        ) : readOnly === null ? (
          <WorkflowForm settings={settings} graph={graph} view={view} />
        ) : (
          <WorkflowFacts settings={settings} />
        )}
      </div>
    </>
  );
}

function WorkflowFacts({ settings }: { readonly settings: WorkflowSettings }) {
  const { name, description, project, fleet, inputs, outputs } = settings;
  return (
    <>
      <Section title="Workflow">
        <Facts
          facts={[
            ['Name', name],
            ['Description', description],
            ['Project', project],
            ['Fleet', fleet ?? 'local'],
          ]}
        />
      </Section>
      {inputs.length > 0 && (
        <Section title="Workflow inputs">
          <Facts
            facts={inputs.map((input) => [
              input.name,
              input.default === undefined ? input.type : `${input.type}, by default ${input.default}`,
            ])}
          />
        </Section>
      )}
      {outputs.length > 0 && (
        <Section title="Module outputs">
          <Facts
            facts={outputs.map((output) => [output.name, <code key={output.name}>{wireText(output.from)}</code>])}
          />
        </Section>
      )}
    </>
  );
}
