import { Icon } from '../../ui/Icon';
import type { EditorView } from '../model/editorView';
import { InspectorHead } from './InspectorHead';

interface WorkflowInspectorProps {
  readonly view: EditorView;
  readonly onClose: () => void;
}

/** The workflow itself: what it is called, what it takes, what it hands on. */
export function WorkflowInspector({ view, onClose }: WorkflowInspectorProps) {
  return (
    <>
      <InspectorHead icon={<Icon name="settings" />} title={view.file.title} onClose={onClose} />
      <div className="inspector-body" />
    </>
  );
}
