/** Answers what leads from one part of a run to another: into a module, out of it, to the run a result was taken from. */
import type { MessageConnection } from 'vscode-jsonrpc';
import * as vscode from 'vscode';
import { placeOfNode } from '../../model/run/modulePart';
import type { RunSummary } from '../../model/run/run';
import * as wire from '../../protocol/runParts';
import { Refusal } from '../commands/commandErrors';
import { answerAction } from '../webviews/webviewWire';
import type { EditorSession } from './editorSession';
import type { LoadedSession } from './loadedSession';

export interface RunParts {
  /** @throws ResponseError for a run that is not in the vault */
  readonly runOf: (id: string) => Promise<RunSummary>;
  /** @throws Refusal */
  readonly openPart: (run: RunSummary, module: string | null, nodeId?: string) => Promise<void>;
}

/** Declares the answers on a wire that is not listening yet. */
export function answerParts(connection: MessageConnection, session: EditorSession, parts: RunParts): void {
  answerAction(connection, wire.openModule, async ({ nodeId }) => {
    const loaded = loadedIn(session);
    await parts.openPart(await parts.runOf(loaded.runId), loaded.pathOf(nodeId));
  });
  answerAction(connection, wire.openUser, async () => {
    const loaded = loadedIn(session);
    if (loaded.module === null) return;
    const { module, nodeId } = placeOfNode(loaded.module);
    await parts.openPart(await parts.runOf(loaded.runId), module, nodeId);
  });
  answerAction(connection, wire.openReused, async ({ nodeId }) => {
    const loaded = loadedIn(session);
    const from = loaded.nodeRun(nodeId)?.reusedFrom ?? null;
    if (from === null) return;
    const { module, nodeId: id } = placeOfNode(loaded.pathOf(nodeId));
    await parts.openPart(await parts.runOf(from), module, id);
  });
}

function loadedIn(session: EditorSession): LoadedSession {
  if (session.loaded !== undefined) return session.loaded;
  throw new Refusal(vscode.l10n.t('No run is loaded. Load a run first.'));
}
