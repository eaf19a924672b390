import { useState } from 'react';
import type { Choice, Question } from './model/entries';
import { PaletteQuestion } from './PaletteQuestion';

interface PaletteProps {
  /** Upper left corner, in pixels of the canvas on screen. */
  readonly at: { readonly left: number; readonly top: number };
  /** Gives why it was not added, in a sentence; null: it was. */
  readonly onChoose: (choice: Exclude<Choice, { kind: 'ask' }>) => Promise<string | null>;
  readonly onClose: () => void;
  /** The focus went elsewhere, and is not to be taken back. */
  readonly onLeave: () => void;
}

/** What can be added: a question in a field, and its answers in a list that typing makes short. */
export function Palette({ at, onChoose, onClose, onLeave }: PaletteProps) {
  const [question, setQuestion] = useState<Question>('what');
  const choose = async (choice: Choice): Promise<string | null> => {
    if (choice.kind !== 'ask') return onChoose(choice);
    setQuestion(choice.question);
    return null;
  };
  return (
    <div
      className="palette nowheel nopan nodrag"
      style={at}
      onBlur={(event) => {
        // From one question to the next the focus is nowhere for a moment.
        if (event.relatedTarget instanceof Node && !event.currentTarget.contains(event.relatedTarget)) onLeave();
      }}
    >
      <PaletteQuestion
        key={question}
        question={question}
        onChoose={choose}
        onBack={() => (question === 'what' ? onClose() : setQuestion('what'))}
      />
    </div>
  );
}
