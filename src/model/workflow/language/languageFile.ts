/** A text that is being edited, with all that is known of it: what the features of a text editor ask. */
import type { EditSurroundings } from '../edit/workflowEdit';
import { emptyWorkflow } from '../edit/editWorkflow';
import { kindOfFile } from '../paths';
import { readYaml, type YamlReading } from '../readYaml';
import { readWorkflow } from '../readWorkflow';
import type { Workflow } from '../workflow';
import { child, keyRangeAt, treeAt, type OffsetRange } from '../yamlTree';
import { completionAt, type Completion } from './completion';
import type { KnownNames } from './completionItem';
import { hoverOf, type HoverText } from './hover';
import { declarationOf, namedAt, type NamedPlace } from './namedThing';
import { outlineOf, type OutlineSymbol } from './outline';
import { readTolerantly, type TolerantReading } from './readTolerantly';
import { typingPlaceAt } from './typingPlace';

export interface CompletionAt extends Completion {
  /** What an accepted item replaces, and what of it was typed: UTF-16 offsets. */
  readonly start: number;
  readonly end: number;
  readonly needsSpace: boolean;
}

/** One version of the text of a workflow file. */
export class LanguageFile {
  readonly #reading: TolerantReading;
  readonly #workflow: Workflow;

  /** `lastGood`: what an earlier version said when it could be read as a whole. `read` is for whoever keeps readings. */
  constructor(
    file: string,
    readonly text: string,
    private readonly lastGood: Workflow | null = null,
    read: (text: string) => YamlReading = readYaml,
  ) {
    this.#reading = readTolerantly(text, read);
    const { tree } = this.#reading;
    this.#workflow = tree?.kind === 'map' ? readWorkflow(tree, kindOfFile(file)) : emptyWorkflow(file);
  }

  /** For the versions after this one. */
  get good(): Workflow | null {
    return this.#reading.isWhole ? this.#workflow : this.lastGood;
  }

  outline(): OutlineSymbol[] {
    return outlineOf(this.text, this.#reading);
  }

  /** What is named at an offset; null where nothing is. */
  named(offset: number): NamedPlace | null {
    const { tree } = this.#reading;
    return tree === null ? null : namedAt(tree, offset, this.text);
  }

  hover(offset: number, around: EditSurroundings): { readonly range: OffsetRange; readonly text: HoverText } | null {
    const place = this.named(offset);
    const text = place === null ? null : hoverOf(place.thing, this.#workflow, around);
    return place === null || text === null ? null : { range: place.range, text };
  }

  /** Where the thing that is named at an offset is declared; null for one that is not. */
  declaration(offset: number): OffsetRange | null {
    const { tree } = this.#reading;
    const thing = this.named(offset)?.thing;
    if (tree === null || thing === undefined || thing.kind === 'file') return null;
    const path = declarationOf(thing);
    return treeAt(tree, path) === undefined ? null : keyRangeAt(tree, path);
  }

  completion(offset: number, around: EditSurroundings, offer: KnownNames['offer']): CompletionAt | null {
    const place = typingPlaceAt(this.text, offset);
    if (place === null) return null;
    const { tree } = this.#reading;
    const here = tree === null ? undefined : treeAt(tree, place.path);
    const items =
      here?.kind === 'list' ? here.items.flatMap((item) => (item.kind === 'scalar' ? [item.text] : [])) : [];
    const keys = here?.kind === 'map' ? here.entries.keys() : items;
    const taken = new Set([...keys, ...place.beside].filter((name) => name !== place.typed));
    const known = { workflow: this.#known(place.path), around, taken, offer };
    return { ...completionAt(place, known), start: place.start, end: place.end, needsSpace: place.needsSpace };
  }

  /** The workflow with what an unfinished line hides: nodes that were there when the text was last whole. */
  #known([section, nodeId]: readonly string[]): Workflow {
    if (this.#reading.isWhole || this.lastGood === null) return this.#workflow;
    const { nodes, inputs } = this.#workflow;
    const has = new Set(nodes.map(({ id }) => id));
    const typed = section === 'nodes' ? nodeId : undefined;
    const hidden = this.lastGood.nodes.filter(({ id }) => !has.has(id) && this.#isWritten(id));
    const now = nodes.map((node) => (node.id === typed ? this.#withoutLoss(node) : node));
    const names = new Set(inputs.map(({ name }) => name));
    return {
      ...this.#workflow,
      nodes: [...now, ...hidden],
      inputs: [...inputs, ...this.lastGood.inputs.filter(({ name }) => !names.has(name) && this.#isWritten(name))],
    };
  }

  /** A node that lost its action to an unfinished line still is a module, if it was one. */
  #withoutLoss(node: Workflow['nodes'][number]): Workflow['nodes'][number] {
    const before = this.lastGood?.nodes.find(({ id }) => id === node.id);
    const { tree } = this.#reading;
    const now = tree === null ? undefined : treeAt(tree, ['nodes', node.id]);
    const hasAction = ['run', 'script', 'uses'].some((key) => child(now, key) !== undefined);
    return before === undefined || hasAction ? node : { ...node, action: before.action };
  }

  #isWritten(name: string): boolean {
    return new RegExp(`^\\s*["']?${name.replaceAll(/\W/g, '\\$&')}["']?\\s*:`, 'm').test(this.text);
  }
}
