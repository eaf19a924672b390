/** Which actions stand on the page as buttons, and which in the menu. */
import { actionLook, type ActionLook } from '../../../model/run/actionLook';
import { allowedActions, type ActionSubject, type RunAction } from '../../../model/run/actions';

export interface ShownAction extends ActionLook {
  readonly id: RunAction;
}

/** What one does most: looking at it, ending it while it runs, running it again when it is over. */
const prominent: readonly RunAction[] = ['viewInEditor', 'stop', 'runAgain'];
const buttonsAtMost = 2;

/** The allowed actions in the order of the menus, View Details left out: one is there. */
export function shownActions(run: ActionSubject): {
  readonly buttons: readonly ShownAction[];
  readonly menu: readonly ShownAction[];
} {
  const allowed: readonly RunAction[] = allowedActions(run).filter((action) => action !== 'viewDetails');
  const onPage = prominent.filter((action) => allowed.includes(action)).slice(0, buttonsAtMost);
  const look = (id: RunAction): ShownAction => ({ id, ...actionLook(id, run.status) });
  return { buttons: onPage.map(look), menu: allowed.filter((action) => !onPage.includes(action)).map(look) };
}
