/** `--status`: the words of the screen in any case, and `active` for every status that can still change. */
import { InvalidArgumentError } from 'commander';
import { activeStatuses, runStatuses, type RunStatus } from '../model/run/status';

/**
 * Adds the statuses that `text` names, separated by commas: `running,failed`, `partial-success`, or `active` for all
 * that can still change.
 * @throws InvalidArgumentError when one is unknown.
 */
export function addStatuses(text: string, before: readonly RunStatus[] = []): readonly RunStatus[] {
  const found = text.split(',').flatMap((word): readonly RunStatus[] => {
    if (plain(word) === 'active') return activeStatuses;
    const status = runStatuses.find((candidate) => plain(candidate) === plain(word));
    if (!status) throw new InvalidArgumentError(`"${word}" is none of ${runStatuses.join(', ')}, active.`);
    return [status];
  });
  return [...before, ...found];
}

/** `Partial Success`, `partial-success` and `PartialSuccess` are one word. */
function plain(word: string): string {
  return word.toLowerCase().replace(/[\s_-]/g, '');
}
