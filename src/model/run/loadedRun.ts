/**
 * A run loaded into the editor of its workflow, and what the canvas then shows. The mode is decided when the run is
 * loaded (DESIGN, workflow editor): same version = overlay on the live workflow; another version = the run's snapshot.
 */
import type { NodeRun, RunSummary } from './run';

export type LoadedMode =
  /** Snapshot or state are not there yet. */
  | { readonly kind: 'loading' }
  /**
   * The run lies over the live workflow, which stays editable; later edits make nodes stale but never end it.
   * `reachedBy: equality` when it was a snapshot until the live workflow came to equal it: an undo of that leads back.
   */
  | { readonly kind: 'overlay'; readonly reachedBy: 'loading' | 'equality'; readonly showing: 'live' | 'snapshot' }
  /** The run's own version, read-only. */
  | { readonly kind: 'snapshot' }
  /** The run, or its snapshot, cannot be shown: why, in a sentence. */
  | { readonly kind: 'failure'; readonly message: string };

export type BannerPill = 'Loading…' | 'Running' | 'Viewing run' | 'Viewing module run';

/** The part of a run that is inside of a module: the module's canvas shows it. */
export interface ModulePart {
  /** Of the module node in the run, such as `scan/deep`. */
  readonly path: string;
  /** How the module does; null while it is loaded. */
  readonly nodeRun: NodeRun | null;
}

/** What the banner above the canvas shows. */
export interface LoadedRun {
  readonly run: RunSummary | null;
  /** The part that is shown; null: the whole run. */
  readonly part: ModulePart | null;
  readonly mode: LoadedMode;
  readonly pill: BannerPill;
  /** The live workflow is another version than the run's, so Restore makes sense. */
  readonly versionsDiffer: boolean;
  /** The live file is gone; Restore creates it. */
  readonly liveIsGone: boolean;
  /** The live text changed (edit, undo, save) while a snapshot was in front of it. */
  readonly liveChangedBehind: boolean;
  /** What differs between the run's version and the live one, a line each, in words. */
  readonly differences: readonly string[];
}
