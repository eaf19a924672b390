import type { ReactNode } from 'react';
import { IconButton } from '../../ui/IconButton';

interface InspectorHeadProps {
  readonly icon: ReactNode;
  readonly title: string;
  readonly onClose: () => void;
  /** Actions before the one that closes. */
  readonly children?: ReactNode;
}

/** What the inspector shows, in one line that stays when the rest is scrolled. */
export function InspectorHead({ icon, title, onClose, children }: InspectorHeadProps) {
  return (
    <header className="inspector-head">
      {icon}
      <h2 title={title}>{title}</h2>
      {children}
      <IconButton icon="close" label="Close Inspector" onClick={onClose} />
    </header>
  );
}
