import type { AriaAttributes } from 'react';
import { Icon } from './Icon';

interface IconButtonProps extends AriaAttributes {
  readonly icon: string;
  /** Its name for everybody: tooltip and accessible name. */
  readonly label: string;
  readonly onClick: () => void;
}

/** A button that is an icon only. Native, since icon buttons of the toolkit look unlike those of VS Code today. */
export function IconButton({ icon, label, onClick, ...aria }: IconButtonProps) {
  return (
    <button type="button" className="icon-button" title={label} aria-label={label} onClick={onClick} {...aria}>
      <Icon name={icon} />
    </button>
  );
}
