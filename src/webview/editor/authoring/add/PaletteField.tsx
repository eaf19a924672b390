import type { KeyboardEvent, Ref } from 'react';

interface PaletteFieldProps {
  readonly ref: Ref<HTMLInputElement>;
  /** Of the list and the note: `<id>-list`, `<id>-<row>`, `<id>-note`. */
  readonly id: string;
  readonly label: string;
  readonly placeholder: string;
  readonly text: string;
  /** How many rows the list has, and which of them Enter takes. */
  readonly count: number;
  readonly chosen: number;
  readonly isRefused: boolean;
  readonly onType: (text: string) => void;
  readonly onChoose: (row: number) => void;
  readonly onTake: () => void;
  readonly onBack: () => void;
}

/** The field of a list that typing makes short: arrows go through the rows, Enter takes one, Escape goes back. */
export function PaletteField({ ref, id, label, placeholder, text, count, chosen, ...on }: PaletteFieldProps) {
  const onKeyDown = (event: KeyboardEvent): void => {
    switch (event.key) {
      case 'ArrowDown':
      case 'ArrowUp': {
        const step = event.key === 'ArrowDown' ? 1 : -1;
        if (count > 0) on.onChoose((chosen + step + count) % count);
        break;
      }
      case 'Enter':
        on.onTake();
        break;
      case 'Escape':
        on.onBack();
        break;
      default:
        // VS Code would undo in the file instead of in the field (microsoft/vscode#227849).
        if ((event.ctrlKey || event.metaKey) && /^[zy]$/i.test(event.key)) event.stopPropagation();
        return;
    }
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <input
      ref={ref}
      role="combobox"
      aria-label={label}
      aria-expanded={count > 0}
      aria-autocomplete="list"
      aria-controls={`${id}-list`}
      aria-activedescendant={count > 0 ? `${id}-${chosen}` : undefined}
      aria-invalid={on.isRefused}
      aria-describedby={`${id}-note`}
      placeholder={placeholder}
      maxLength={500}
      spellCheck={false}
      autoComplete="off"
      value={text}
      onChange={(event) => on.onType(event.target.value)}
      onKeyDown={onKeyDown}
    />
  );
}
