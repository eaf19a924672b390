/** Answers what clients ask of the runs that are there. */
import type { MessageConnection } from 'vscode-jsonrpc';
import * as protocol from '../../protocol/engine';
import { listModuleUsers } from '../../protocol/moduleUse';
import { listAttempts } from '../../protocol/nodeAttempts';
import { onRequest } from '../../protocol/rpc';
import { getHistory } from '../../protocol/workflowHistory';
import { detailsOfRun, storedRunOf } from '../run/findRun';
import { refusal } from '../run/refusal';
import type { Vault } from '../run/vault';
import { facetsOf } from '../store/facets';
import { historyOf } from '../store/history';
import { lineageOf } from '../store/lineage';
import { machinesOf } from '../store/machines';
import { countsOfRuns } from '../store/listing/counts';
import { pageOfRuns } from '../store/listing/pages';
import { moduleUsers } from '../store/moduleUsers';
import { attemptsOf } from '../store/nodeAttempts';
import { readSnapshot } from '../store/snapshots';
import { inTurns } from './inTurns';

/** More runs in one answer than this help nobody. */
const largestPage = 1_000;

/** Registers the answers on a client's connection. */
export function answerQueries(connection: MessageConnection, { store }: Vault): void {
  onRequest(connection, protocol.getRun, ({ run }) => detailsOfRun(store, run));
  onRequest(connection, protocol.listRuns, (page, token) => {
    const limit = Math.min(largestPage, Math.max(1, Math.trunc(page.limit)));
    return inTurns(pageOfRuns(store, { ...page, limit }), token);
  });
  onRequest(connection, protocol.countRuns, async ({ filter }, token) => {
    const { counts, isLowerBound } = await inTurns(countsOfRuns(store, filter), token);
    return { counts: [...counts], isLowerBound };
  });
  onRequest(connection, protocol.listFacets, ({ folders }) => facetsOf(store, folders));
  onRequest(connection, getHistory, (question, token) => inTurns(historyOf(store, question), token));
  onRequest(connection, protocol.listMachines, ({ runId }) => ({
    machines: machinesOf(store, storedRunOf(store, runId).summary.id),
  }));
  onRequest(connection, listAttempts, ({ runId }) => ({
    nodes: attemptsOf(store, storedRunOf(store, runId).summary.id),
  }));
  onRequest(connection, listModuleUsers, ({ path }) => ({ workflowPaths: moduleUsers(store, path) }));
  onRequest(connection, protocol.getLineage, ({ runId }) => lineageOf(store, storedRunOf(store, runId).summary));
  onRequest(connection, protocol.getSnapshot, ({ runId }) => {
    const run = storedRunOf(store, runId);
    if (run.snapshot === null) {
      throw refusal('notAllowed', `The run "${run.summary.name}" has not begun, so it has no snapshot yet.`);
    }
    const { source, modules, ...snapshot } = readSnapshot(store, run.snapshot);
    return { ...snapshot, source: { entry: source.entry, files: { ...source.files } }, modules: { ...modules } };
  });
}
