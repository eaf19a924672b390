/** The command that shows all that is known of a run. */
import type { CommandContext } from '../commands/commandContext';
import type { CommandHandlers } from '../commands/registerCommands';
import { targetOf } from '../commands/runTarget';
import { commandIds } from '../ids';

/** Handler of View Details: for a row of a tree, the id of a run, or the run that the user picks. */
export function viewDetailsCommand(context: CommandContext): Pick<CommandHandlers, typeof commandIds.viewDetails> {
  return {
    [commandIds.viewDetails]: async (...parameters) => {
      const { run } = await targetOf(context, 'viewDetails', parameters);
      await context.runDetails.reveal(run);
    },
  };
}
