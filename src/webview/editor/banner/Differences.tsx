interface DifferencesProps {
  readonly id: string;
  readonly lines: readonly string[];
  readonly isShown: boolean;
}

/** What differs between the run's version and the live one, a line each. */
export function Differences({ id, lines, isShown }: DifferencesProps) {
  return (
    <ul id={id} className="differences" hidden={!isShown} aria-label="What differs">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
