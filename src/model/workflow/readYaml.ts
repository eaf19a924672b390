/** From YAML text to a tree with offsets. Anchors, aliases and merge keys are resolved, and noted. */
import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  type Document,
  type Pair,
  type Scalar,
} from 'yaml';
import type { Finding } from './finding';
import type { MapEntry, MapTree, OffsetRange, ScalarTree, Tree } from './yamlTree';

export interface YamlReading {
  /** Null when the text is empty or no YAML at all. */
  readonly tree: Tree | null;
  /** What the tree was made from, for edits; null when the parser gave up. */
  readonly document: Document.Parsed | null;
  readonly findings: readonly Finding[];
  readonly lines: LineCounter;
  readonly usesAnchors: boolean;
}

/** Aliases may stand for this many parts in all; more is an attack ("billion laughs"), not a workflow. */
const expansionLimit = 100_000;

/** In characters. A longer text would keep the parser busy for minutes; 5,000 nodes take one million. */
const longestText = 10_000_000;

/** Reads one YAML document. Never throws: what is wrong with the text becomes findings. */
export function readYaml(text: string): YamlReading {
  const lines = new LineCounter();
  const findings: Finding[] = [];
  if (text.length > longestText) {
    findings.push(tooLong(text.length));
    return { tree: null, document: null, findings, lines, usesAnchors: false };
  }
  try {
    const document = parseDocument(text, {
      lineCounter: lines,
      prettyErrors: false,
      uniqueKeys: false,
      resolveKnownTags: false,
      logLevel: 'silent',
    });
    for (const error of document.errors) findings.push(yamlFinding('error', error.message, error.pos));
    for (const warning of document.warnings) findings.push(yamlFinding('warning', warning.message, warning.pos));
    const reader = new TreeReader(findings);
    const tree = document.contents === null ? null : reader.read(document.contents);
    return { tree, document, findings, lines, usesAnchors: reader.usesAnchors };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    findings.push(yamlFinding('error', `The text cannot be read (${reason})`, [0, Math.min(1, text.length)]));
    return { tree: null, document: null, findings, lines, usesAnchors: false };
  }
}

function tooLong(length: number): Finding {
  const millions = (characters: number): string => `${Math.ceil(characters / 100_000) / 10} million`;
  const message = `This file has ${millions(length)} characters; a workflow may have ${millions(longestText)}. Move long scripts and data into files of their own.`;
  return { severity: 'error', code: 'too-long', message, range: [0, 0] };
}

function yamlFinding(severity: Finding['severity'], message: string, range: OffsetRange): Finding {
  const sentence = message.endsWith('.') ? message : `${message}.`;
  return { severity, code: 'yaml', message: `This is not valid YAML: ${sentence}`, range };
}

class TreeReader {
  usesAnchors = false;
  readonly #anchors = new Map<string, Tree>();
  readonly #sizes = new Map<Tree, number>();
  #expanded = 0;

  constructor(private readonly findings: Finding[]) {}

  read(node: unknown): Tree {
    if (isAlias(node)) return this.#alias(node.source, rangeOf(node));
    const tree = this.#plainTree(node);
    if ((isScalar(node) || isMap(node) || isSeq(node)) && node.anchor !== undefined) {
      this.usesAnchors = true;
      this.#anchors.set(node.anchor, tree);
    }
    return tree;
  }

  #plainTree(node: unknown): Tree {
    if (isScalar(node)) return scalarTree(node);
    if (isSeq(node)) {
      const items = node.items.map((item) => this.read(item));
      return { kind: 'list', range: rangeOf(node), items };
    }
    if (isMap(node)) return this.#map(node.items, rangeOf(node));
    return { kind: 'scalar', range: [0, 0], text: '', value: null };
  }

  #map(pairs: readonly Pair[], range: OffsetRange): MapTree {
    const entries = new Map<string, MapEntry>();
    const merged: Tree[] = [];
    for (const pair of pairs) {
      const keyRange = rangeOf(pair.key);
      const value = pair.value === null ? emptyAt(keyRange[1]) : this.read(pair.value);
      if (!isScalar(pair.key)) {
        if (isAlias(pair.key)) this.usesAnchors = true;
        this.#report('bad-key', 'A key must be a plain word.', keyRange);
        continue;
      }
      const key = pair.key.source ?? String(pair.key.value);
      if (pair.key.anchor !== undefined) this.usesAnchors = true;
      if (key === '<<' && pair.key.type === 'PLAIN') {
        this.usesAnchors = true;
        merged.push(...(value.kind === 'list' ? value.items : [value]));
      } else if (entries.has(key)) {
        this.#report('duplicate-key', `\`${key}\` stands here twice; remove one of them.`, keyRange);
      } else {
        entries.set(key, { keyRange, value });
      }
    }
    for (const source of merged) {
      if (source.kind !== 'map') {
        this.#report('bad-merge', 'A merge key (`<<`) must name a map, or a list of maps.', source.range);
        continue;
      }
      for (const [key, entry] of source.entries) if (!entries.has(key)) entries.set(key, entry);
    }
    return { kind: 'map', range, entries };
  }

  #alias(name: string, range: OffsetRange): Tree {
    this.usesAnchors = true;
    const tree = this.#anchors.get(name);
    if (tree === undefined) {
      this.#report(
        'unknown-anchor',
        `\`*${name}\` names no anchor above it; write \`&${name}\` at the value meant.`,
        range,
      );
      return emptyAt(range[1]);
    }
    this.#expanded += this.#sizeOf(tree);
    if (this.#expanded > expansionLimit) {
      this.#report('too-many-aliases', 'The aliases of this file stand for too much text; write it out.', range);
      return emptyAt(range[1]);
    }
    return { ...tree, range };
  }

  #sizeOf(tree: Tree): number {
    const known = this.#sizes.get(tree);
    if (known !== undefined) return known;
    let size = 1;
    if (tree.kind === 'list') for (const item of tree.items) size += this.#sizeOf(item);
    if (tree.kind === 'map') for (const entry of tree.entries.values()) size += this.#sizeOf(entry.value);
    this.#sizes.set(tree, size);
    return size;
  }

  #report(code: string, message: string, range: OffsetRange): void {
    this.findings.push({ severity: 'error', code, message, range });
  }
}

function scalarTree(node: Scalar): ScalarTree {
  const range = rangeOf(node);
  const { value, source = '' } = node;
  if (typeof value === 'string') return { kind: 'scalar', range, text: value, value };
  const isSimple = typeof value === 'number' || typeof value === 'boolean' || value === null;
  return { kind: 'scalar', range, text: source, value: isSimple ? value : source };
}

function emptyAt(offset: number): ScalarTree {
  return { kind: 'scalar', range: [offset, offset], text: '', value: null };
}

function rangeOf(node: unknown): OffsetRange {
  const range = isScalar(node) || isMap(node) || isSeq(node) || isAlias(node) ? node.range : null;
  return range ? [range[0], range[1]] : [0, 0];
}
