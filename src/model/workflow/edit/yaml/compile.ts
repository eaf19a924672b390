/** From changes of a YAML document to the smallest text edits that make them. */
import { isMap, isScalar, isSeq, type Document } from 'yaml';
import type { TextEdit } from '../../moveEdit';
import { changeTreeOf, newValue, type ChangeTree } from './changeTree';
import { editBlock, sectionsStandApart } from './editBlock';
import { editFlow } from './editFlow';
import { EditWriter } from './editWriter';
import { CannotEdit, entriesOf, isCollection, type Collection, type Entry } from './entries';
import { firstStep, type Context } from './context';
import { printKey } from './printScalar';
import { blockEntry } from './printValue';
import { replaceValue } from './replaceValue';
import { lineEndOf } from './textLines';
import type { YamlChange, YamlEntry, YamlMap, YamlPath, YamlValue } from './yamlChange';

/** What the compiler knows of a format: where a new key goes, and which maps vanish with their last entry. */
export interface FormatRules {
  /** The keys of the map at a path in the order in which people write them; null where they stand as they come. */
  readonly keyOrder: (path: YamlPath) => readonly string[] | null;
  readonly vanishesWhenEmpty: (path: YamlPath) => boolean;
}

/**
 * The edits of `text`, in order and apart from each other; null when it is written in a way that cannot be edited safely.
 * `document` is the text parsed without errors; parts that no change touches may be masked in it, offsets may not move.
 */
export function compileChanges(
  text: string,
  document: Document.Parsed,
  changes: readonly YamlChange[],
  rules: FormatRules,
): TextEdit[] | null {
  const writer = new EditWriter(text);
  try {
    new Compiler(writer, rules, document).root(document.contents, changeTreeOf(changes));
    return writer.finish();
  } catch (error) {
    if (error instanceof CannotEdit) return null;
    throw error;
  }
}

class Compiler {
  readonly #lineEnd: string;
  readonly #step: string;
  #isApart = false;

  constructor(
    private readonly writer: EditWriter,
    private readonly rules: FormatRules,
    document: Document.Parsed,
  ) {
    this.#lineEnd = lineEndOf(writer.text);
    this.#step = ' '.repeat(firstStep(writer.text, document.contents));
  }

  root(root: unknown, tree: ChangeTree): void {
    const isEmpty = root === null || (isScalar(root) && root.range?.[0] === root.range?.[1]);
    if (isMap(root) && (root.items.length > 0 || root.flow !== true)) {
      this.#isApart = root.flow !== true && sectionsStandApart(this.writer.text, entriesOf(this.writer.text, root));
      this.#collection(root, tree, [], 0);
    } else if (isEmpty || isMap(root)) {
      const value = newValue(tree);
      if (value?.kind === 'map') this.#firstEntries(root, value);
    } else {
      throw new CannotEdit();
    }
  }

  /** Entries of a text that has none: behind its comments, or in the place of `{}`. */
  #firstEntries(root: unknown, value: YamlMap): void {
    const { text } = this.writer;
    const place = { style: 'block', indent: '', step: this.#step, lineEnd: this.#lineEnd } as const;
    const lines = value.entries.map((entry) => blockEntry(entry, place)).join(this.#lineEnd);
    if (isMap(root) && root.range) {
      this.writer.replace(root.range[0], root.range[1], lines);
      return;
    }
    if (/^\.\.\./m.test(text)) throw new CannotEdit();
    const isOpen = text !== '' && !text.endsWith('\n');
    this.writer.insert(text.length, `${isOpen ? this.#lineEnd : ''}${lines}${this.#lineEnd}`);
  }

  #collection(node: Collection, tree: ChangeTree, path: YamlPath, floor: number): void {
    const entries = entriesOf(this.writer.text, node);
    const known = new Map(entries.map((entry) => [entry.key, entry]));
    const removed = new Set<Entry>();
    const added: YamlEntry[] = [];
    for (const [key, change] of tree.children) {
      const entry = known.get(key);
      if (entry === undefined) {
        const value = newValue(change);
        if (value !== null) added.push([key, value]);
      } else if (this.#goes(entry, change, [...path, key])) {
        removed.add(entry);
      } else {
        this.#entry(entry, change, [...path, key], this.#contextOf(node, entry));
      }
    }
    if (removed.size === 0 && added.length === 0) return;
    const context = this.#contextOf(node, entries[0]);
    const order = this.rules.keyOrder(path);
    const edit = node.flow === true ? editFlow : editBlock;
    edit(this.writer, {
      node,
      entries,
      removed,
      added,
      order,
      context,
      floor,
      isRoot: path.length === 0,
      isApart: path.length === 1 && this.#isApart,
    });
  }

  #contextOf(node: Collection, entry: Entry | undefined): Context {
    return {
      text: this.writer.text,
      style: node.flow === true ? 'flow' : 'block',
      start: entry?.start ?? 0,
      step: this.#step,
      lineEnd: this.#lineEnd,
    };
  }

  /** True if nothing is left of an entry. */
  #goes(entry: Entry, { own, children }: ChangeTree, path: YamlPath): boolean {
    if (own !== null) return own.kind === 'remove';
    return children.size > 0 && this.rules.vanishesWhenEmpty(path) && this.#isEmptied(entry.value, children, path);
  }

  /** True if no entry stays in a collection and none comes. */
  #isEmptied(value: unknown, children: ChangeTree['children'], path: YamlPath): boolean {
    if (!isCollection(value)) return false;
    const entries = entriesOf(this.writer.text, value);
    const keys = new Set(entries.map((entry) => entry.key));
    const isGone = (entry: Entry): boolean => {
      const change = children.get(entry.key);
      return change !== undefined && this.#goes(entry, change, [...path, entry.key]);
    };
    return [...children].every(([key, child]) => keys.has(key) || newValue(child) === null) && entries.every(isGone);
  }

  #entry(entry: Entry, change: ChangeTree, path: YamlPath, context: Context): void {
    if (change.rename !== null && entry.keyRange !== null) {
      this.writer.replace(entry.keyRange[0], entry.keyRange[1], this.#keyLike(entry.keyRange, change.rename));
    }
    if (change.own?.kind === 'set') this.#set(entry, change.own.value, path, context);
    else if (change.children.size > 0) this.#inside(entry, change, path, context);
  }

  #keyLike([start]: readonly [number, number], key: string): string {
    const quote = this.writer.text[start] ?? '';
    return quote === '"' || quote === "'" ? `${quote}${key}${quote}` : printKey(key);
  }

  #inside(entry: Entry, change: ChangeTree, path: YamlPath, context: Context): void {
    const { value } = entry;
    const made = newValue({ ...change, own: null });
    if (isCollection(value) && this.#isAllRemoved(value, change, path)) {
      replaceValue(this.writer, entry, made ?? { kind: 'map', style: 'flow', entries: [] }, context);
    } else if (isCollection(value)) {
      this.#collection(value, change, path, entry.head);
    } else if (made !== null) {
      replaceValue(this.writer, entry, made, context);
    }
  }

  #isAllRemoved(value: Collection, { children }: ChangeTree, path: YamlPath): boolean {
    return entriesOf(this.writer.text, value).every((entry) => {
      const change = children.get(entry.key);
      return change !== undefined && this.#goes(entry, change, [...path, entry.key]);
    });
  }

  /** Changes as little of the value that stands there as makes it the new one. */
  #set(entry: Entry, value: YamlValue, path: YamlPath, context: Context): void {
    const old = entry.value;
    const difference = isCollection(old) ? differenceOf(this.writer.text, old, value) : null;
    if (difference === null) replaceValue(this.writer, entry, value, context);
    else this.#inside(entry, difference, path, context);
  }
}

/** The changes within a collection that give it a value of the same kind; null when it must be written anew. */
function differenceOf(text: string, old: Collection, value: YamlValue): ChangeTree | null {
  const entries = entriesOf(text, old);
  if (isMap(old) && value.kind === 'map') {
    const wanted = new Set(value.entries.map(([key]) => key));
    const gone = entries.filter((entry) => !wanted.has(entry.key));
    return changeTreeOf([
      ...gone.map(({ key }) => ({ kind: 'remove', path: [key] }) as const),
      ...value.entries.map(([key, item]) => ({ kind: 'set', path: [key], value: item }) as const),
    ]);
  }
  if (!isSeq(old) || value.kind !== 'list' || value.items.length === 0) return null;
  if (entries.length === value.items.length) {
    return changeTreeOf(value.items.map((item, index) => ({ kind: 'set', path: [String(index)], value: item })));
  }
  return listDifference(entries, value.items);
}

/** Items that go and items that come behind them; null when the order changes as well. */
function listDifference(entries: readonly Entry[], items: readonly YamlValue[]): ChangeTree | null {
  const wanted = items.map((item) => (item.kind === 'text' || item.kind === 'number' ? item.text : null));
  const texts = entries.map(textOf);
  // Of items that are the same the first one stays.
  const kept = entries.filter(
    (_, index) => wanted.includes(texts[index] ?? null) && texts.indexOf(texts[index] ?? null) === index,
  );
  if (kept.length === 0 || kept.some((entry, index) => textOf(entry) !== wanted[index])) return null;
  return changeTreeOf([
    ...entries.filter((entry) => !kept.includes(entry)).map(({ key }) => ({ kind: 'remove', path: [key] }) as const),
    ...items.slice(kept.length).map((value, index) => ({ kind: 'set', path: [`+${index}`], value }) as const),
  ]);
}

function textOf({ value }: Entry): string | null {
  if (!isScalar(value)) return null;
  return typeof value.value === 'string' ? value.value : (value.source ?? null);
}
