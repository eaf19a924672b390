/** The editor's state from its sources: the live workflow, the snapshot, the loaded run. */
import path from 'node:path';
import * as vscode from 'vscode';
import type { LoadedRun, ModulePart } from '../../model/run/loadedRun';
import { drawnVersion, loadedMode, loadedRunView } from '../../model/run/loadedRunView';
import type { LoadedRunState } from '../../model/run/loadedRunState';
import type { NodeRun } from '../../model/run/run';
import { defaultName, kindOfFile } from '../../model/workflow/paths';
import { hasErrors } from '../../model/workflow/problem';
import type { EditorState, FileView, TextBreak } from '../../protocol/editor';
import type { RunExpectation } from '../history/runExpectations';
import type { LiveState } from '../workflows/liveWorkflow';
import type { ParsedWorkflow, VersionDifference } from '../workflows/parserProtocol';

/** Why nothing can be started here, in a sentence; null: it can. */
export type RunObstacle = string | null;

export interface EditorSources {
  /** Path of the workflow file. */
  readonly file: string;
  /** Undefined until it was read for the first time. */
  readonly live: LiveState | undefined;
  readonly loaded: LoadedSources | null;
  /** Why no workflow at all can be started: the workspace is not trusted, the platform has no local fleet. */
  readonly obstacle: RunObstacle;
}

export interface LoadedSources {
  readonly state: LoadedRunState;
  readonly snapshot: ParsedWorkflow | undefined;
  readonly nodeRuns: readonly NodeRun[];
  readonly difference: VersionDifference;
  readonly expectation: RunExpectation;
  /** The part of the run that is shown; null: the whole run. */
  readonly part: ModulePart | null;
}

/** All that the canvas shows. */
export function editorState(sources: EditorSources): EditorState {
  const { loaded, live } = sources;
  const kind = kindOfFile(sources.file);
  const version = loaded === null ? 'live' : drawnVersion(loaded.state);
  const drawn = version === 'snapshot' ? loaded?.snapshot : livePart(live);
  const view =
    loaded === null ? null : loadedRunView(loaded.state, { kind, part: loaded.part }, loaded.difference.differences);
  return {
    file: fileView(sources, drawn, view, version),
    graph: drawn?.graph ?? null,
    problems: drawn?.problems ?? [],
    loaded: view,
    nodeRuns: loaded?.nodeRuns ?? [],
    expectedEnd: loaded?.expectation.expectedEnd ?? null,
    usual: loaded?.expectation.usual ?? [],
    stale: view?.versionsDiffer === true && version === 'live' ? (loaded?.difference.stale ?? []) : [],
  };
}

function livePart(live: LiveState | undefined): ParsedWorkflow | undefined {
  return live?.kind === 'present' ? live.parsed : undefined;
}

function fileView(
  { file, live, loaded, obstacle }: EditorSources,
  drawn: ParsedWorkflow | undefined,
  view: LoadedRun | null,
  version: 'live' | 'snapshot',
): FileView {
  const fileName = path.basename(file);
  const current = livePart(live);
  const runnable = current !== undefined && !hasErrors(current.problems);
  return {
    title: drawn?.title ?? defaultName(fileName),
    fileName,
    kind: kindOfFile(file),
    outdated: version === 'live' ? breakIn(current) : null,
    readOnly: readOnlyReason(live, loaded, view, version),
    isGone: live?.kind === 'gone',
    canRun: runnable && obstacle === null,
    version: drawn?.version ?? null,
    settings: drawn?.settings ?? null,
  };
}

function breakIn(current: ParsedWorkflow | undefined): TextBreak | null {
  const outdated = current?.outdated ?? null;
  return outdated === null ? null : { ...outdated.range.start, message: outdated.message };
}

function readOnlyReason(
  live: LiveState | undefined,
  loaded: LoadedSources | null,
  view: LoadedRun | null,
  version: 'live' | 'snapshot',
): string | null {
  if (loaded !== null && loadedMode(loaded.state).kind === 'loading') return vscode.l10n.t('The run is being loaded.');
  if (version === 'snapshot') {
    return view?.versionsDiffer === true
      ? vscode.l10n.t(
          'This is the version that the run executed. Restore brings it back; Back to editor shows the live workflow.',
        )
      : vscode.l10n.t('This is the version that the run executed. Show live to edit the workflow.');
  }
  if (live === undefined) return vscode.l10n.t('The workflow is being read.');
  if (live.kind === 'gone') return vscode.l10n.t('The workflow file was deleted or moved.');
  return live.parsed.readOnly;
}
