import { valueOf, type InputDraft } from '../../model/run/inputDrafts';

interface ValueControlProps {
  readonly draft: InputDraft;
  readonly id: string;
  /** Ids of what describes it. */
  readonly describedBy: string;
  readonly isInvalid: boolean;
  readonly onChange: (given: string | null) => void;
}

/** The control of one input, by its type. It shows what the run would be given. */
export function ValueControl({ draft, id, describedBy, isInvalid, onChange }: ValueControlProps) {
  const { input, fallback } = draft;
  const value = valueOf(draft) ?? '';
  const common = {
    id,
    'aria-describedby': describedBy,
    'aria-invalid': isInvalid,
    'data-input': input.name,
    onChange: ({ target }: { readonly target: { readonly value: string } }) => {
      // Without a default nothing is what an emptied field means, but for a text, which may be empty.
      onChange(target.value === '' && fallback === null && input.type !== 'string' ? null : target.value);
    },
  };
  if (input.type === 'boolean') {
    return (
      <select {...common} className="choice-control" value={value}>
        {fallback === null && <option value="">not set</option>}
        <option value="true">true</option>
        <option value="false">false</option>
      </select>
    );
  }
  const text = {
    ...common,
    className: 'text-control',
    value,
    title: value.slice(0, 1000),
    spellCheck: false,
    autoComplete: 'off',
    placeholder: draft.given === '' ? 'empty text' : 'not set',
  };
  // A field of one line would drop the line breaks of a value that has some.
  return value.includes('\n') ? (
    <textarea {...text} rows={Math.min(value.split('\n').length, 8)} />
  ) : (
    <input {...text} type="text" inputMode={input.type === 'number' ? 'decimal' : 'text'} />
  );
}
