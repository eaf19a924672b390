import type { RunSummary } from '../../model/run/run';
import { IconButton } from '../ui/IconButton';
import { useHost } from './host';
import { offeredActions } from './model/menuActions';

interface SelectionActionsProps {
  readonly runs: readonly RunSummary[];
  readonly onClear: () => void;
}

/** What can be done to several selected runs. */
export function SelectionActions({ runs, onClear }: SelectionActionsProps) {
  const host = useHost();
  if (runs.length < 2) return null;
  return (
    <div className="selection-actions" role="toolbar" aria-label="Selected runs">
      <span className="selection-count">{runs.length} selected</span>
      {offeredActions(runs).map(({ id, label, icon, runIds }) => (
        <IconButton key={id} icon={icon} label={label} onClick={() => host.perform(id, runIds)} />
      ))}
      <IconButton icon="close" label="Clear Selection" onClick={onClear} />
    </div>
  );
}
