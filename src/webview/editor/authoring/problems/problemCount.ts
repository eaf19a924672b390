import { hasErrors, type Problem } from '../../../../model/workflow/problem';

/** "2 errors, 1 warning" with the icon of the worst; null when there are none. */
export function problemCount(problems: readonly Problem[]): { words: string; icon: string; color: string } | null {
  if (problems.length === 0) return null;
  const count = (severity: Problem['severity']): string | null => {
    const { length } = problems.filter((problem) => problem.severity === severity);
    return length === 0 ? null : `${length} ${severity}${length === 1 ? '' : 's'}`;
  };
  const words = [count('error'), count('warning')].filter((part) => part !== null).join(', ');
  return hasErrors(problems)
    ? { words, icon: 'error', color: 'problemsErrorIcon.foreground' }
    : { words, icon: 'warning', color: 'problemsWarningIcon.foreground' };
}
