/** One side of a comparison, as it is followed: what is known of it, and under which handle the parser has its version. */
import type * as vscode from 'vscode';
import type { NodeRun } from '../../model/run/run';
import type { SideView, WayOut } from '../../protocol/compare';
import type { VersionSources } from '../runDetails/liveRelation';
import type { EngineConnection } from '../engineConnection';

export interface CompareSources extends VersionSources {
  readonly connection: EngineConnection;
}

/** The version of a side as far as it was read. */
export type SideVersion =
  | { readonly kind: 'reading' }
  /** `version` is another one with every change of what would run or be drawn. */
  | { readonly kind: 'read'; readonly version: string }
  /** Why it cannot be compared, in a sentence. */
  | { readonly kind: 'missing'; readonly sentence: string; readonly ways: readonly WayOut[] };

/** `whole`: its node runs too, all of them. */
export type SideChange = 'view' | 'whole';

export interface FollowedSide extends vscode.Disposable {
  /** Under which the parser keeps its model. */
  readonly handle: string;
  readonly view: SideView;
  readonly version: SideVersion;
  readonly nodes: readonly NodeRun[];
  /** Fires when anything but single node runs changed. */
  readonly onDidChange: vscode.Event<SideChange>;
  /** Fires with the node runs that changed, whole. */
  readonly onDidPatch: vscode.Event<readonly NodeRun[]>;
  /** Reads again what failed. */
  readonly retry: () => void;
  /** The address of a file of it by its key. */
  readonly uriOf: (key: string) => Promise<vscode.Uri>;
}
