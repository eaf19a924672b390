import { useId, type ReactNode } from 'react';
import { Icon } from '../../../ui/Icon';

/** What stands under a field, and the ids by which the control is bound to it. */
export interface RowControl {
  readonly id: string;
  /** For `aria-describedby`; undefined when nothing is said under the field. */
  readonly describedBy: string | undefined;
}

interface RowProps {
  readonly label: string;
  /** Under the control: what is wrong, what changed, what to know. */
  readonly messages?: ReactNode;
  readonly children: (control: RowControl) => ReactNode;
}

/** A label, its control, and what is said about it. */
export function Row({ label, messages, children }: RowProps) {
  const id = useId();
  const hasMessages = messages !== undefined && messages !== null && messages !== false;
  return (
    <div className="field-row">
      <label htmlFor={id} title={label}>
        {label}
      </label>
      <div className="field-cell">
        {children({ id, describedBy: hasMessages ? `${id}-messages` : undefined })}
        {hasMessages && (
          <div id={`${id}-messages`} className="field-messages">
            {messages}
          </div>
        )}
      </div>
    </div>
  );
}

/** A sentence under a field, with what can be done about it behind it. */
export function FieldMessage({
  severity,
  children,
  actions,
}: {
  readonly severity: 'error' | 'warning' | 'info';
  readonly children: ReactNode;
  readonly actions?: ReactNode;
}) {
  return (
    <p className={`field-message ${severity}`} role={severity === 'error' ? 'alert' : undefined}>
      <Icon name={severity} color={messageColors[severity]} />
      <span>
        {children}
        {actions !== undefined && <> {actions}</>}
      </span>
    </p>
  );
}

const messageColors = {
  error: 'problemsErrorIcon.foreground',
  warning: 'problemsWarningIcon.foreground',
  info: 'problemsInfoIcon.foreground',
} as const;
