import type { ReactNode } from 'react';
import { Button } from './Button';
import { Icon } from './Icon';
import { ProgressRing } from './ProgressRing';

interface PageStageProps {
  /** Name of a codicon. */
  readonly icon: string;
  /** Level of the title: 1 on a page that has no other heading. */
  readonly level: 1 | 2;
  readonly title: string;
  /** Buttons, the one thing to do next first. */
  readonly actions: ReactNode;
  /** Why nothing else is here. */
  readonly children: ReactNode;
}

/** What stands in the place of a page's content when there is none: what is so, and what to do next. */
export function PageStage({ icon, level, title, actions, children }: PageStageProps) {
  const Heading = `h${level}` as const;
  return (
    <div className="stage">
      <Icon name={icon} />
      <Heading>{title}</Heading>
      <p>{children}</p>
      <div className="stage-actions">{actions}</div>
    </div>
  );
}

interface FailedStageProps extends Pick<PageStageProps, 'level' | 'title'> {
  readonly sentence: string;
  readonly onRetry: () => void;
  readonly onShowLog: () => void;
}

/** The same when the engine could not be asked for the content. */
export function FailedStage({ level, title, sentence, onRetry, onShowLog }: FailedStageProps) {
  const ways = (
    <>
      <Button kind="primary" onClick={onRetry}>
        Retry
      </Button>
      <Button onClick={onShowLog}>Show Engine Log</Button>
    </>
  );
  return (
    <PageStage icon="debug-disconnect" level={level} title={title} actions={ways}>
      {sentence}
    </PageStage>
  );
}

/** The same while the content is on its way. */
export function LoadingStage({ words }: { readonly words: string }) {
  return (
    <div className="stage loading">
      <ProgressRing />
      <p>{words}</p>
    </div>
  );
}
