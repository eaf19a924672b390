/** Holds a tree against the schema of the format: unknown keys, wrong types, bad names. */
import type * as z from 'zod/mini';
import type { Finding } from './finding';
import { inputNameRule, nodeIdRule } from './names';
import { didYouMean } from './nearest';
import { inputValueSchema, nodeSchema, workflowInputSchema, workflowOutputSchema, workflowSchema } from './schema';
import { keyRangeAt, plainOf, rangeAt, treeAt, type Tree, type TreePath } from './yamlTree';

type Issue = z.core.$ZodIssue;

/** What the schema has to say about a file, in the order of the text. */
export function checkShape(tree: Tree): Finding[] {
  const result = workflowSchema.safeParse(plainOf(tree));
  if (result.success) return [];
  const findings = result.error.issues.flatMap((issue) => findingsOf(tree, issue, issue.path));
  return findings.sort((a, b) => a.range[0] - b.range[0]);
}

function findingsOf(tree: Tree, issue: Issue, path: TreePath): Finding[] {
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => unknownKey(tree, [...path, key]));
    case 'invalid_key':
      return [invalidName(tree, path)];
    case 'invalid_union': {
      const nested = innerIssues(issue);
      if (nested.length > 0) return nested.flatMap((inner) => findingsOf(tree, inner, [...path, ...inner.path]));
      return [wrongType(tree, path, issue.message)];
    }
    default:
      return [wrongType(tree, path, issue.message)];
  }
}

/** When one branch of a union took the value for its own kind, what that branch found inside it. */
function innerIssues(issue: Extract<Issue, { code: 'invalid_union' }>): Issue[] {
  const inside = issue.errors.filter((branch) => branch.every((inner) => isInside(inner)));
  return inside.length === 1 ? (inside[0] ?? []) : [];
}

function isInside(issue: Issue): boolean {
  return issue.path.length > 0 || issue.code === 'unrecognized_keys';
}

function unknownKey(tree: Tree, path: TreePath): Finding {
  const key = String(path.at(-1));
  const known = knownKeys(path.slice(0, -1));
  const hint = didYouMean(key, known) || ` Keys that can stand here: ${known.map((name) => `\`${name}\``).join(', ')}.`;
  return finding('unknown-key', `\`${key}\` is not a key of format 1.${hint}`, keyRangeAt(tree, path), path);
}

/** The keys that the format has for a map that a path leads to. */
export function knownKeys(parent: TreePath): string[] {
  switch (parent.length) {
    case 0:
      return Object.keys(workflowSchema.shape);
    case 2:
      if (parent[0] === 'nodes') return Object.keys(nodeSchema.shape);
      return Object.keys((parent[0] === 'inputs' ? workflowInputSchema : workflowOutputSchema).shape);
    default:
      return Object.keys(inputValueSchema.shape);
  }
}

function invalidName(tree: Tree, path: TreePath): Finding {
  const name = String(path.at(-1));
  const isNode = path.length === 2 && (path[0] === 'nodes' || path[0] === 'layout');
  const rule = isNode ? nodeIdRule : inputNameRule;
  return finding('invalid-name', `\`${name}\` cannot be used here: ${rule}.`, keyRangeAt(tree, path), path);
}

function wrongType(tree: Tree, path: TreePath, expected: string): Finding {
  const isMissing = treeAt(tree, path) === undefined;
  const what = path.length === 0 ? 'A workflow file' : `\`${String(path.at(-1))}\``;
  const code = isMissing ? 'missing-key' : 'wrong-type';
  return finding(code, `${what} must be ${expected}.`, rangeAt(tree, path), path);
}

/** A wrong position never changes what runs, so it is only a warning. */
function finding(code: string, message: string, range: Finding['range'], path: TreePath): Finding {
  const severity = path[0] === 'layout' ? 'warning' : 'error';
  const nodeId = path[0] === 'nodes' && path.length > 1 ? String(path[1]) : undefined;
  return { severity, code, message, range, ...(nodeId === undefined ? {} : { nodeId }) };
}
