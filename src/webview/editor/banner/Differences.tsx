import { Button } from '../../ui/Button';

interface DifferencesProps {
  readonly id: string;
  readonly lines: readonly string[];
  readonly isShown: boolean;
  /** Words of the button that shows them on a canvas. */
  readonly compare: string;
  readonly onCompare: () => void;
}

/** What differs between the run's version and the live one, a line each. */
export function Differences({ id, lines, isShown, compare, onCompare }: DifferencesProps) {
  return (
    <div id={id} className="differences" hidden={!isShown}>
      <ul aria-label="What differs">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <Button icon="diff" tooltip="Show both versions on one canvas, with all values" onClick={onCompare}>
        {compare}
      </Button>
    </div>
  );
}
