import { useEffect, useState } from 'react';
import { sentenceOf } from '../../sentence';

export type Answer<Value> =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'there'; readonly value: Value }
  | { readonly kind: 'failed'; readonly sentence: string };

/** What `ask` answers to a question: asked once for each question, and the answer to another one is dropped. */
export function useAnswer<Question, Value>(
  ask: (question: Question) => Promise<Value>,
  question: Question,
): Answer<Value> {
  const [answered, setAnswered] = useState<{ readonly question: Question; readonly answer: Answer<Value> } | null>(
    null,
  );
  useEffect(() => {
    let isAsked = true;
    const show = (answer: Answer<Value>): void => {
      if (isAsked) setAnswered({ question, answer });
    };
    ask(question).then(
      (value) => show({ kind: 'there', value }),
      (error: unknown) => show({ kind: 'failed', sentence: sentenceOf(error) }),
    );
    return () => {
      isAsked = false;
    };
  }, [ask, question]);
  return answered?.question === question ? answered.answer : waiting;
}

const waiting = { kind: 'waiting' } as const;
