import type { WorkflowEdit } from '../../../model/workflow/edit/workflowEdit';
import { applyEdit, type EditAnswer } from '../../../protocol/authoring';
import { sentenceOf } from '../../sentence';
import { useHost } from '../host';

/** How an edit asks the host. A refusal is said in a notice, unless its spot shows it (`refusalAt: 'spot'`). */
export type Edit = (edit: WorkflowEdit, refusalAt?: 'notice' | 'spot') => Promise<EditAnswer>;

/** Makes edits of the workflow; none of them throws. */
export function useEdit(): Edit {
  const { requests, report } = useHost();
  return async (edit, refusalAt = 'notice') => {
    const answer = await requests
      .ask(applyEdit, { edit })
      .catch((error: unknown): EditAnswer => ({ kind: 'refused', message: sentenceOf(error) }));
    if (answer.kind === 'refused' && refusalAt === 'notice') report(answer.message);
    return answer;
  };
}
