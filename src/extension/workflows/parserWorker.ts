/** The worker thread that reads workflow texts: answers the requests of parserProtocol.ts. */
import { parentPort } from 'node:worker_threads';
import { createMessageConnection, PortMessageReader, PortMessageWriter } from 'vscode-jsonrpc/node';
import { describeVersions } from '../../model/workflow/describeVersions';
import { readFragment } from '../../model/workflow/edit/fragment';
import { staleNodes } from '../../model/workflow/diff';
import { answerCompare } from '../compare/answerCompare';
import { answerLanguage } from '../language/answerLanguage';
import { onRequest, sendRequest } from '../../protocol/rpc';
import { KeptWorkflows } from './keptWorkflows';
import { LastReading } from './lastReading';
import { modulesWithout } from './moduleCircles';
import * as wire from './parserProtocol';

if (parentPort === null) throw new Error('The workflow parser runs as a worker thread only.');
const connection = createMessageConnection(new PortMessageReader(parentPort), new PortMessageWriter(parentPort));
const readings = new LastReading();
const workflows = new KeptWorkflows(readings);

const readUnder =
  (handle: string) =>
  async (path: string): Promise<string | undefined> => {
    const { text } = await sendRequest(connection, wire.readText, { handle, path });
    return text ?? undefined;
  };

onRequest(connection, wire.parseLive, ({ handle, entry }) => workflows.load(handle, entry, readUnder(handle)));
onRequest(connection, wire.parseSource, ({ handle, source }) => workflows.loadSource(handle, source));
onRequest(connection, wire.compareVersions, (handles) => {
  const ran = workflows.get(handles.ran);
  const live = workflows.get(handles.live);
  return {
    stale: staleNodes(ran, live),
    differences: describeVersions(ran, live),
  };
});
onRequest(connection, wire.inspect, ({ handle, nodeId }) => workflows.inspect(handle, nodeId));
onRequest(connection, wire.locate, ({ handle, nodeId }) => workflows.locate(handle, nodeId));
onRequest(connection, wire.nodeRanges, ({ handle }) => workflows.nodeRanges(handle));
onRequest(connection, wire.editText, ({ handle, text, edit }) => workflows.edit(handle, text, edit));
onRequest(connection, wire.writeFragment, ({ handle, nodeIds }) => ({ text: workflows.fragment(handle, nodeIds) }));
onRequest(connection, wire.parseFragment, ({ text }) => readFragment(text));
onRequest(connection, wire.usableModules, ({ handle, entry, candidates }) =>
  modulesWithout(entry, candidates, readUnder(handle)),
);
onRequest(connection, wire.placeProblems, ({ handle, text }) => workflows.placedProblems(handle, text));
onRequest(connection, wire.mends, ({ handle, text, at }) => workflows.mends(handle, text, at));
onRequest(connection, wire.targets, ({ handle, text, source }) => workflows.targets(handle, text, source));
onRequest(connection, wire.sources, ({ handle, text, target }) => workflows.sources(handle, text, target));
onRequest(connection, wire.arrange, ({ handle, nodeIds }) => workflows.arrange(handle, nodeIds));
onRequest(connection, wire.release, ({ handle }) => {
  workflows.release(handle);
  return null;
});
answerCompare(connection, (handle) => workflows.get(handle));
answerLanguage(connection, { surroundings: (handle) => workflows.surroundings(handle), readings });
connection.listen();
