import { Panel } from '@xyflow/react';
import { useEffect } from 'react';
import { showText } from '../../../../protocol/authoring';
import { Icon } from '../../../ui/Icon';
import { useCanvas } from '../../canvas/canvasHandle';
import { useHost } from '../../host';
import { useAnnounce } from '../Announcer';

/** While the text cannot be read: in one line why, and the way there. */
export function OutdatedNotice() {
  const { requests } = useHost();
  const { outdated } = useCanvas().view.file;
  const announce = useAnnounce();
  const isOutdated = outdated !== null;
  // Once, and not with each key that is pressed in the text.
  useEffect(() => {
    if (!isOutdated) return undefined;
    announce('The text cannot be read. The canvas shows what it was before.');
    return () => announce('The text can be read again.');
  }, [announce, isOutdated]);
  if (outdated === null) return null;
  const { line, character, message } = outdated;
  return (
    <Panel position="top-left" className="outdated-notice">
      <div className="fact">
        <Icon name="error" color="problemsErrorIcon.foreground" />
        <span className="fact-text" title={message}>
          Line {line + 1}: {message}
        </span>
        <button type="button" className="link" onClick={() => void requests.tell(showText, { line, character })}>
          Go to Line
        </button>
      </div>
    </Panel>
  );
}
