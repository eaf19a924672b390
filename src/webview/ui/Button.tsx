import { useState, type ReactNode } from 'react';
import { Icon } from './Icon';
import { toolkitIsLoaded } from './toolkit';

interface ButtonProps {
  readonly onClick: () => void;
  readonly kind?: 'primary' | 'secondary';
  readonly icon?: string;
  /** What it does, in more words than it shows. */
  readonly tooltip?: string;
  readonly children: ReactNode;
}

/** A button with a text. The toolkit's once that is loaded, and until then a native one of the same look. */
export function Button({ onClick, kind = 'secondary', icon, tooltip, children }: ButtonProps) {
  const [isToolkit] = useState(toolkitIsLoaded);
  const content = (
    <span className="button-content">
      {icon !== undefined && <Icon name={icon} />}
      <span>{children}</span>
    </span>
  );
  if (isToolkit) {
    return (
      <vscode-button class="button" appearance={kind} title={tooltip} onClick={onClick}>
        {content}
      </vscode-button>
    );
  }
  return (
    <button type="button" className={`button native ${kind}`} title={tooltip} onClick={onClick}>
      {content}
    </button>
  );
}
