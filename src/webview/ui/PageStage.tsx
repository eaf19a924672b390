import type { ReactNode } from 'react';
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

/** The same while the content is on its way. */
export function LoadingStage({ words }: { readonly words: string }) {
  return (
    <div className="stage loading">
      <ProgressRing />
      <p>{words}</p>
    </div>
  );
}
