/** What the banner offers and says for a loaded run. Which actions the run allows is decided by model/run/actions. */
import { actionLook, type ActionLook } from '../../../model/run/actionLook';
import { exactTime } from '../../../model/run/display';
import { allowedActions, type RunAction } from '../../../model/run/actions';
import type { LoadedRun } from '../../../model/run/loadedRun';
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

/** What the banner offers besides the actions on a run. */
const ownLooks = {
  showSnapshot: { label: 'Show Snapshot', icon: 'history', tooltip: 'Show the version that ran, read-only' },
  showLive: { label: 'Show Live', icon: 'edit', tooltip: 'Show the workflow as it is now' },
  close: { label: 'Close', icon: 'close', tooltip: 'Close this tab; the run stays in the tree' },
  backToEditor: { label: 'Back to Editor', icon: 'arrow-left', tooltip: 'Close the run and edit the workflow' },
} as const satisfies Partial<Record<EditorCommand, ActionLook>>;

/** The run is in the editor already. */
type BannerRunAction = Exclude<RunAction, 'viewInEditor'>;

/** Decides note, buttons (in their order) and menu: every action that the run allows stands in one of the two. */
export function bannerView(loaded: LoadedRun): BannerView {
  const { run, mode } = loaded;
  const needsRestore = loaded.versionsDiffer || loaded.liveIsGone;
  const allowed = (run === null ? [] : allowedActions(run))
    .filter((action): action is BannerRunAction => action !== 'viewInEditor')
    .filter((action) => action !== 'restore' || needsRestore);
  const buttons: BannerAction[] = [];
  if (mode.kind === 'overlay' && loaded.versionsDiffer) {
    buttons.push(offer(mode.showing === 'live' ? 'showSnapshot' : 'showLive'));
  }
  // One line has room for what matters now: to run again matters once it has ended and nothing has to be decided first.
  const urgent = (['restore', 'stop'] as const).filter((action) => allowed.includes(action));
  const nothingElse = urgent.length + buttons.length === 0;
  const shown: readonly BannerRunAction[] = nothingElse ? allowed.filter((action) => action === 'runAgain') : urgent;
  const ofRun = (action: BannerRunAction): BannerAction => ({
    id: action,
    ...actionLook(action, run?.status ?? 'Pending'),
  });
  buttons.push(...shown.map(ofRun), offer(loaded.liveIsGone ? 'close' : 'backToEditor'));
  const menu = allowed.filter((action) => !shown.includes(action)).map(ofRun);
  return { note: noteOf(loaded), buttons, menu };
}

function offer(command: keyof typeof ownLooks): BannerAction {
  return { id: command, ...ownLooks[command] };
}

function noteOf({ run, mode, liveIsGone, liveChangedBehind, versionsDiffer }: LoadedRun): string | null {
  if (run?.status === 'Scheduled' && run.scheduledFor !== null) {
    if (liveIsGone) return 'The workflow file is gone, so this run cannot start at its time.';
    return `Starts ${exactTime(run.scheduledFor)}, with the workflow as it is then. Until then this is the live workflow.`;
  }
  if (liveIsGone) return 'The workflow file is gone. Restore creates it again.';
  switch (mode.kind) {
    case 'snapshot':
      return liveChangedBehind
        ? 'The version that ran, read-only. The live workflow was changed behind it.'
        : 'The version that ran, read-only. The workflow has changed since.';
    case 'overlay':
      if (mode.showing === 'snapshot') return 'The version that ran, read-only.';
      return versionsDiffer ? 'The workflow was edited since this run.' : null;
    case 'loading':
    case 'failure':
      return null;
  }
}
