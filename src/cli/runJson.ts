/** A run as `--json` gives it: a promise to scripts, so each field is named here and not taken from the wire as it comes. */
import type { NodeRun, RunDetails } from '../model/run/run';

/** The run with its node runs; times are ISO 8601 in UTC. */
export function runJson(run: RunDetails): object {
  const { path, name, project, workspace } = run.workflow;
  return {
    id: run.id,
    name: run.name,
    number: run.number,
    status: run.status,
    creationType: run.creationType,
    workflow: { path, name, project, workspace },
    versionId: run.versionId,
    fleet: run.fleet,
    machines: run.machines,
    author: run.author,
    createdAt: run.createdAt,
    startedAt: run.startedAt,
    endedAt: run.endedAt,
    durationMs: run.durationMs,
    message: run.message,
    rerunOf: run.rerunOf,
    scheduleId: run.scheduleId,
    scheduledFor: run.scheduledFor,
    inputs: run.inputs.map(({ name, type, value }) => ({ name, type, value })),
    nodes: run.nodes.map(nodeJson),
  };
}

function nodeJson(node: NodeRun): object {
  return {
    id: node.id,
    status: node.status,
    startedAt: node.startedAt,
    endedAt: node.endedAt,
    exitCode: node.exitCode,
    machine: node.machine,
    ip: node.ip,
    attempt: node.attempt,
    message: node.message,
    reusedFrom: node.reusedFrom,
    outputs: node.outputs.map(({ name, path, kind, size }) => ({ name, path, kind, size })),
    inputFiles: node.inputFiles.map(({ name, path, kind, size, sha256 }) => ({ name, path, kind, size, sha256 })),
  };
}
