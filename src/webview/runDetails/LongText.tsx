import { useState } from 'react';

/** A text of more characters than this begins folded: it would push everything else off a narrow view. */
const long = 400;

/** Text as it is, never markup; a very long one can be unfolded. */
export function LongText({ text, className }: { readonly text: string; readonly className: string }) {
  const [isFolded, setFolded] = useState(text.length > long);
  return (
    <div className={className}>
      <p className={isFolded ? 'long-text folded' : 'long-text'}>
        <bdi>{text}</bdi>
      </p>
      {text.length > long && (
        <button type="button" className="link" aria-expanded={!isFolded} onClick={() => setFolded(!isFolded)}>
          {isFolded ? 'Show all' : 'Show less'}
        </button>
      )}
    </div>
  );
}
