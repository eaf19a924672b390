import { differsFromLast, valueLikeLast, valueOf, type InputDraft } from '../../model/run/inputDrafts';
import { Icon } from '../ui/Icon';

interface ValueFactsProps {
  readonly id: string;
  readonly draft: InputDraft;
  readonly onChange: (given: string | null) => void;
}

/** Where a value comes from, and what it could be instead: that of the last run, the default, nothing. */
export function ValueFacts({ id, draft, onChange }: ValueFactsProps) {
  const { input, given, fallback, last } = draft;
  const value = valueOf(draft);
  const isDefault = value === fallback;
  return (
    <ul id={id} className="value-facts quiet">
      {value === '' && input.type === 'string' && <li>Empty text, which is not the same as not set</li>}
      {isDefault && fallback !== null && <li>Default</li>}
      {differsFromLast(draft) && last !== null && (
        <li>
          <span className="differs">
            <Icon name="diff-modified" />
            <span>Differs from the last run:</span>
          </span>
          <Value text={last.value} />
          {(valueLikeLast(draft) !== null || last.value === fallback) && (
            <button
              type="button"
              className="link"
              aria-label={`Use It: ${input.name} as in the last run`}
              onClick={() => onChange(valueLikeLast(draft))}
            >
              Use It
            </button>
          )}
        </li>
      )}
      {!isDefault && given !== null && (
        <li>
          {fallback === null ? null : (
            <>
              <span>Default:</span>
              <Value text={fallback} />
            </>
          )}
          <button
            type="button"
            className="link"
            aria-label={fallback === null ? `Leave It Unset: ${input.name}` : `Use It: the default of ${input.name}`}
            onClick={() => onChange(null)}
          >
            {fallback === null ? 'Leave It Unset' : 'Use It'}
          </button>
        </li>
      )}
    </ul>
  );
}

/** A value in one line, whole in its tooltip. */
function Value({ text }: { readonly text: string | null }) {
  if (text === null) return <span>not set</span>;
  if (text === '') return <span>empty text</span>;
  return (
    <bdi className="value" title={text.slice(0, 1000)}>
      {text.slice(0, 300)}
    </bdi>
  );
}
