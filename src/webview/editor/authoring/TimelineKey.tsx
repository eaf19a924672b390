import { useCanvas } from '../canvas/canvasHandle';
import { useHost } from '../host';
import { useShortcut } from './shortcutActions';

/** Shows the timeline of the loaded run, and takes it away again. */
export function TimelineKey() {
  const { timeline } = useHost();
  const { view } = useCanvas();
  const toggle = (): boolean => {
    timeline.emit('toggle');
    return true;
  };
  useShortcut('timeline', view.loaded === null ? null : toggle);
  return null;
}
