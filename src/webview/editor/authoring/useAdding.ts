import type { AddAnswer } from '../../../protocol/adding';
import { sentenceOf } from '../../sentence';
import { useHost } from '../host';

export type Added = Extract<AddAnswer, { kind: 'done' }>;

/** Asks the host for nodes; null when they did not come, which a notice has said then. */
export type Adding = (ask: () => Promise<AddAnswer>) => Promise<Added | null>;

/** For what is added without a place to show a refusal at. */
export function useAdding(): Adding {
  const { report } = useHost();
  return async (ask) => {
    const answer = await ask().catch((error: unknown) => ({ kind: 'refused' as const, message: sentenceOf(error) }));
    if (answer.kind === 'done') return answer;
    report(answer.message);
    return null;
  };
}
