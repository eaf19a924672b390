import { useState } from 'react';
import { Icon } from './Icon';
import { toolkitIsLoaded } from './toolkit';

/** Something is on its way; the words beside it say what. */
export function ProgressRing() {
  const [isToolkit] = useState(toolkitIsLoaded);
  return (
    <span className="progress-ring" aria-hidden="true">
      {isToolkit ? <vscode-progress-ring /> : <Icon name="loading~spin" />}
    </span>
  );
}
