import type { ReactNode } from 'react';
import type { Problem } from '../../../model/workflow/problem';
import { Button } from '../../ui/Button';
import { Icon } from '../../ui/Icon';
import { useHost } from '../host';
import type { Stage } from '../model/stage';

/** What stands in place of the canvas: what this is, and the one thing to do next. */
export function EmptyState({ stage }: { readonly stage: Exclude<Stage, { kind: 'canvas' | 'loading' }> }) {
  const host = useHost();
  switch (stage.kind) {
    case 'unreadable':
      return (
        <Page icon="error" title={`${stage.fileName} cannot be read as a workflow`}>
          <ProblemList problems={stage.problems} />
          <div className="empty-state-actions">
            <Button kind="primary" onClick={() => host.perform('openAsText')}>
              Open as Text
            </Button>
            <Button onClick={() => host.perform('showProblems')}>Show Problems</Button>
          </div>
        </Page>
      );
    case 'gone':
      return (
        <Page icon="trash" title={`${stage.fileName} is gone`}>
          <p>It was deleted, or moved by another program. What was in it is still here and can be written again.</p>
          <div className="empty-state-actions">
            <Button kind="primary" onClick={() => host.perform('save')}>
              Write It Again
            </Button>
            <Button onClick={() => host.perform('close')}>Close</Button>
          </div>
        </Page>
      );
    case 'failure':
      return (
        <Page icon="warning" title="This run cannot be shown">
          <p>{stage.message}</p>
          <Button kind="primary" onClick={() => host.perform(stage.way)}>
            {stage.way === 'close' ? 'Close' : 'Back to Editor'}
          </Button>
        </Page>
      );
  }
}

function Page({
  icon,
  title,
  children,
}: {
  readonly icon: string;
  readonly title: string;
  readonly children: ReactNode;
}) {
  return (
    <div className="empty-state">
      <Icon name={icon} />
      <h1>{title}</h1>
      {children}
    </div>
  );
}

const shownProblems = 8;

function ProblemList({ problems }: { readonly problems: readonly Problem[] }) {
  const more = problems.length - shownProblems;
  return (
    <ul className="problem-list">
      {problems.slice(0, shownProblems).map((problem) => (
        <li key={`${problem.code}:${problem.range.start.line}:${problem.range.start.character}:${problem.message}`}>
          <Icon
            name={problem.severity}
            color={problem.severity === 'error' ? 'problemsErrorIcon.foreground' : 'problemsWarningIcon.foreground'}
          />
          <span>{problem.message}</span>
          <span className="problem-line">line {problem.range.start.line + 1}</span>
        </li>
      ))}
      {more > 0 && <li>and {more} more</li>}
    </ul>
  );
}
