import { createContext, useContext } from 'react';
import type { Mend } from '../../../model/workflow/mends/mend';
import type { PlacedProblem } from '../../../model/workflow/mends/placedProblems';
import { mendProblem } from '../../../protocol/inspecting';
import { sentenceOf } from '../../sentence';
import { useHost } from '../host';
import { MessageButton } from './fields/FieldMessages';
import { FieldMessage } from './fields/Row';
import { Sentence } from './Sentence';

/** Selects nodes on the canvas and brings the first into view. */
export const ShowNodesContext = createContext<(nodeIds: readonly string[]) => void>(() => undefined);

/** Problems, each with the buttons that mend it; null when there are none. */
export function problemMessages(problems: readonly PlacedProblem[]) {
  return problems.length === 0 ? null : <ProblemMessages problems={problems} />;
}

function ProblemMessages({ problems }: { readonly problems: readonly PlacedProblem[] }) {
  return problems.map((placed) => (
    <FieldMessage
      key={`${placed.problem.code} ${placed.path.join('.')} ${placed.problem.message}`}
      severity={placed.problem.severity}
      actions={
        placed.mends.length === 0
          ? undefined
          : placed.mends.map((mend) => <MendButton key={mend.title} placed={placed} mend={mend} />)
      }
    >
      <Sentence text={placed.problem.message} />
    </FieldMessage>
  ));
}

function MendButton({ placed, mend }: { readonly placed: PlacedProblem; readonly mend: Mend }) {
  const { requests, report } = useHost();
  const show = useContext(ShowNodesContext);
  const doIt = async (): Promise<void> => {
    try {
      const answer = await requests.ask(mendProblem, {
        code: placed.problem.code,
        path: [...placed.path],
        title: mend.title,
      });
      if (answer.kind === 'refused') report(answer.message);
    } catch (error) {
      report(sentenceOf(error));
    }
  };
  return (
    <>
      <MessageButton onClick={() => (mend.kind === 'show' ? show(mend.nodeIds) : void doIt())}>
        {mend.title}
      </MessageButton>{' '}
    </>
  );
}
