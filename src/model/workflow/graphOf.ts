/** The graph that the canvas draws, from a loaded workflow. */
import { arrange } from './arrange';
import { edgeProblems } from './edgeProblems';
import { inputsNodeId, type Graph, type GraphEdge, type GraphNode, type NodeProblem } from './graph';
import type { LoadedWorkflow } from './load';
import { fileNameOf, keyOfReference } from './paths';
import type { NodeAction, Workflow, WorkflowNode } from './workflow';

type Drawn = Pick<LoadedWorkflow, 'source' | 'workflow' | 'modules' | 'problems'>;
type Box = Omit<GraphNode, 'position'>;

/** Boxes, ports and edges; null when the file cannot be read as a workflow. Nodes without a position get one. */
export function graphOf(loaded: Drawn): Graph | null {
  const { workflow } = loaded;
  if (workflow === null) return null;
  const edges = edgesOf(workflow);
  const boxes = boxesOf(loaded, workflow, edges);
  const positions = arrange(boxes, edges, workflow.layout);
  const problemOf = edgeProblems(workflow.nodes, (node) => knownOutputs(loaded, node));
  return {
    nodes: boxes.map((box) => ({ ...box, position: positions.get(box.id) ?? { x: 0, y: 0 } })),
    edges: edges.map((edge) => {
      const problem = problemOf(edge);
      return problem === null ? edge : { ...edge, problem };
    }),
  };
}

function boxesOf(loaded: Drawn, workflow: Workflow, edges: readonly GraphEdge[]): Box[] {
  const wiredPorts = new Map<string, Set<string>>();
  for (const { source, sourcePort } of edges) {
    if (sourcePort === null) continue;
    const ports = wiredPorts.get(source) ?? new Set<string>();
    wiredPorts.set(source, ports.add(sourcePort));
  }
  const problems = problemsByNode(loaded);
  const boxes = workflow.nodes.map((node): Box => {
    const ports = [...declaredOutputs(loaded, node), ...(wiredPorts.get(node.id) ?? [])];
    return {
      id: node.id,
      title: node.label ?? node.id,
      kind: node.action.kind,
      what: whatOf(node.action),
      inputPorts: node.inputs.map((input) => input.name),
      outputPorts: [...new Set(ports)],
      problems: problems.get(node.id) ?? [],
    };
  });
  return workflow.inputs.length === 0 ? boxes : [inputsBox(workflow), ...boxes];
}

function inputsBox(workflow: Workflow): Box {
  return {
    id: inputsNodeId,
    title: 'Inputs',
    kind: 'inputs',
    what: `Inputs of the ${workflow.kind}`,
    inputPorts: [],
    outputPorts: workflow.inputs.map((input) => input.name),
    problems: [],
  };
}

function whatOf(action: NodeAction): string {
  switch (action.kind) {
    case 'run':
      return action.shell;
    case 'script':
      return action.script;
    case 'module':
      return action.uses;
  }
}

function declaredOutputs(loaded: Drawn, node: WorkflowNode): string[] {
  return knownOutputs(loaded, node) ?? [];
}

/** Null for a module that cannot be read. */
function knownOutputs(loaded: Drawn, node: WorkflowNode): string[] | null {
  if (node.action.kind !== 'module') return node.outputs.map((output) => output.name);
  const module = moduleOf(loaded, node.action.uses, loaded.source.entry);
  return module === null ? null : module.workflow.outputs.map((output) => output.name);
}

function moduleOf(loaded: Drawn, uses: string, usedBy: string): { file: string; workflow: Workflow } | null {
  const file = keyOfReference(usedBy, uses);
  const workflow = file !== null && Object.hasOwn(loaded.modules, file) ? loaded.modules[file] : undefined;
  return file === null || workflow === undefined ? null : { file, workflow };
}

/** One edge for each wire and each need whose both ends are there. */
function edgesOf(workflow: Workflow): GraphEdge[] {
  const outputs = new Set(workflow.nodes.map((node) => node.id));
  const inputs = new Set(workflow.inputs.map((input) => input.name));
  return workflow.nodes.flatMap((node): GraphEdge[] => {
    const wires = node.inputs.flatMap(({ name, value }): GraphEdge[] => {
      if (value.kind !== 'wire') return [];
      const { source } = value;
      const isThere = source.kind === 'input' ? inputs.has(source.input) : outputs.has(source.node);
      if (!isThere) return [];
      const from = source.kind === 'input' ? inputsNodeId : source.node;
      const sourcePort = source.kind === 'input' ? source.input : source.output;
      const id = `${from}.${sourcePort}>${node.id}.${name}`;
      return [{ id, source: from, target: node.id, sourcePort, targetPort: name }];
    });
    const orders = node.needs
      .filter((id) => outputs.has(id))
      .map((id) => ({ id: `${id}>${node.id}`, source: id, target: node.id, sourcePort: null, targetPort: null }));
    return [...wires, ...orders];
  });
}

/** Problems of the entry file by node; a module node also has one that counts the problems of its module's files. */
function problemsByNode(loaded: Drawn): Map<string, NodeProblem[]> {
  const { entry } = loaded.source;
  const byNode = new Map<string, NodeProblem[]>();
  const errorsByFile = new Map<string, number>();
  for (const { nodeId, severity, message, file } of loaded.problems) {
    if (file !== entry) {
      if (severity === 'error') errorsByFile.set(file, (errorsByFile.get(file) ?? 0) + 1);
    } else if (nodeId !== undefined) {
      byNode.set(nodeId, [...(byNode.get(nodeId) ?? []), { severity, message }]);
    }
  }
  if (errorsByFile.size === 0) return byNode;
  for (const { id, action } of loaded.workflow?.nodes ?? []) {
    if (action.kind !== 'module') continue;
    for (const file of filesOfModule(loaded, action.uses)) {
      const count = errorsByFile.get(file) ?? 0;
      if (count === 0) continue;
      const message = `${fileNameOf(file)} has ${count === 1 ? 'an error' : `${count} errors`}; open it and correct what is named there.`;
      byNode.set(id, [...(byNode.get(id) ?? []), { severity: 'error', message }]);
    }
  }
  return byNode;
}

/** The files of a module and of the modules it uses, each once. */
function filesOfModule(loaded: Drawn, uses: string): Set<string> {
  const files = new Set<string>();
  const first = keyOfReference(loaded.source.entry, uses);
  if (first !== null) files.add(first);
  for (const file of files) {
    const workflow = Object.hasOwn(loaded.modules, file) ? loaded.modules[file] : undefined;
    for (const { action } of workflow?.nodes ?? []) {
      const next = action.kind === 'module' ? keyOfReference(file, action.uses) : null;
      if (next !== null) files.add(next);
    }
  }
  return files;
}
