/** What the banner offers and says for a loaded run. Which actions the run allows is decided by model/run/actions. */
import { actionLook, type ActionLook } from '../../../model/run/actionLook';
import { exactTime } from '../../../model/run/display';
import { allowedActions, type RunAction } from '../../../model/run/actions';
import type { LoadedRun } from '../../../model/run/loadedRun';
import { kindOfFile } from '../../../model/workflow/paths';
import type { WorkflowKind } from '../../../model/workflow/workflow';
import type { EditorCommand } from '../../../protocol/editor';

export interface BannerAction extends ActionLook {
  readonly id: EditorCommand;
}

export interface BannerView {
  /** What is particular about what is drawn; null when nothing is. */
  readonly note: string | null;
  readonly buttons: readonly BannerAction[];
  /** Behind "More actions". */
  readonly menu: readonly BannerAction[];
}

type OwnAction = 'showSnapshot' | 'showLive' | 'close' | 'backToEditor';

/** What the banner offers besides the actions on a run; `kind` is what the run is loaded into. */
function ownLook(action: OwnAction, kind: WorkflowKind): ActionLook {
  switch (action) {
    case 'showSnapshot':
      return { label: 'Show Snapshot', icon: 'history', tooltip: 'Show the version that ran, read-only' };
    case 'showLive':
      return { label: 'Show Live', icon: 'edit', tooltip: `Show the ${kind} as it is now` };
    case 'close':
      return { label: 'Close', icon: 'close', tooltip: 'Close this tab; the run stays in the tree' };
    case 'backToEditor':
      return { label: 'Back to Editor', icon: 'arrow-left', tooltip: `Close the run and edit the ${kind}` };
  }
}

/** The run is in the editor already. */
type BannerRunAction = Exclude<RunAction, 'viewInEditor'>;

/** Decides note, buttons (in their order) and menu: every action that the run allows stands in one of the two. */
export function bannerView(loaded: LoadedRun): BannerView {
  const { run, mode, part } = loaded;
  const kind = kindOf(loaded);
  const needsRestore = loaded.versionsDiffer || loaded.liveIsGone;
  const allowed = (run === null ? [] : allowedActions(run))
    .filter((action): action is BannerRunAction => action !== 'viewInEditor')
    .filter((action) => action !== 'restore' || needsRestore);
  const buttons: BannerAction[] = [];
  if (mode.kind === 'overlay' && loaded.versionsDiffer) {
    buttons.push(offer(mode.showing === 'live' ? 'showSnapshot' : 'showLive', kind));
  }
  // One line has room for what matters now: to run again matters once it has ended and nothing has to be decided first.
  const urgent = (['restore', 'stop'] as const).filter((action) => allowed.includes(action));
  const nothingElse = urgent.length + buttons.length === 0;
  const shown: readonly BannerRunAction[] = nothingElse ? allowed.filter((action) => action === 'runAgain') : urgent;
  const ofRun = (action: BannerRunAction): BannerAction => {
    const look = actionLook(action, run?.status ?? 'Pending');
    return { id: action, ...(part === null ? look : lookInPart(action, look)) };
  };
  buttons.push(...shown.map(ofRun), offer(loaded.liveIsGone ? 'close' : 'backToEditor', kind));
  const menu = allowed.filter((action) => !shown.includes(action)).map(ofRun);
  return { note: noteOf(loaded, kind), buttons, menu };
}

function offer(command: OwnAction, kind: WorkflowKind): BannerAction {
  return { id: command, ...ownLook(command, kind) };
}

/** Where a module's part of a run is shown, Restore means the module alone, and every other action the whole run. */
function lookInPart(action: BannerRunAction, look: ActionLook): ActionLook {
  if (action === 'restore') return { ...look, tooltip: 'Bring the files of this module back to the version that ran' };
  return { ...look, label: look.label.replace(/…?$/, ' (Whole Run)$&') };
}

function kindOf({ run, part }: LoadedRun): WorkflowKind {
  return part === null ? kindOfFile(run?.workflow.path ?? '') : 'module';
}

function noteOf(
  { run, mode, liveIsGone, liveChangedBehind, versionsDiffer }: LoadedRun,
  kind: WorkflowKind,
): string | null {
  if (run?.status === 'Scheduled' && run.scheduledFor !== null) {
    if (liveIsGone) return `The ${kind} file is gone, so this run cannot start at its time.`;
    return `Starts ${exactTime(run.scheduledFor)}, with the ${kind} as it is then. Until then this is the live ${kind}.`;
  }
  if (liveIsGone) return `The ${kind} file is gone. Restore creates it again.`;
  switch (mode.kind) {
    case 'snapshot':
      return liveChangedBehind
        ? `The version that ran, read-only. The live ${kind} was changed behind it.`
        : `The version that ran, read-only. The ${kind} has changed since.`;
    case 'overlay':
      if (mode.showing === 'snapshot') return 'The version that ran, read-only.';
      return versionsDiffer ? `The ${kind} was edited since this run.` : null;
    case 'loading':
    case 'failure':
      return null;
  }
}
