/** Workflows of any size for the benches: layers of nodes, each of which reads what two of the layer before wrote. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const layerSize = 50;

/** @param {number} layer @param {number} place */
const idOf = (layer, place) => `layer-${layer}-${place % layerSize}`;

/** @param {number} index */
function nodeText(index) {
  const layer = Math.floor(index / layerSize);
  const place = index % layerSize;
  const wires =
    layer === 0
      ? []
      : [
          `      one: { from: ${idOf(layer - 1, place)}.out }`,
          `      two: { from: ${idOf(layer - 1, place + 1)}.out }`,
        ];
  return [
    `  ${idOf(layer, place)}:`,
    `    label: Step ${place} of layer ${layer}`,
    ...(wires.length === 0 ? [] : ['    inputs:', ...wires]),
    '    run: ": > out.txt"',
    '    outputs: { out: out.txt }',
  ].join('\n');
}

/**
 * Text of a workflow of so many nodes (a multiple of 50), about 200 characters for each.
 * @param {string} name @param {number} nodeCount
 */
export function layeredWorkflow(name, nodeCount) {
  const nodes = Array.from({ length: nodeCount }, (_, index) => nodeText(index));
  return `name: ${name}\nnodes:\n${nodes.join('\n')}\n`;
}

/**
 * Text of a workflow whose nodes run one after the other, each for a while.
 * @param {string} name @param {number} nodeCount
 */
export function chainedWorkflow(name, nodeCount) {
  const nodes = Array.from({ length: nodeCount }, (_, index) => {
    const needs = index === 0 ? '' : `, needs: [step-${index - 1}]`;
    return `  step-${index}: { run: sleep 0.3${needs} }`;
  });
  return `name: ${name}\nnodes:\n${nodes.join('\n')}\n`;
}

/** Writes a workspace of these workflows. @param {string} workspace @param {Record<string, string>} texts by file name */
export function writeWorkspace(workspace, texts) {
  mkdirSync(path.join(workspace, '.vscode'), { recursive: true });
  for (const [name, text] of Object.entries(texts)) writeFileSync(path.join(workspace, name), text);
}
