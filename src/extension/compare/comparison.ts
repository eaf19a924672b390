/** Two sides that are followed, and what differs between them: compared anew whenever a version is another one. */
import * as vscode from 'vscode';
import type { ComparedVersions } from '../../model/compare/difference';
import type { NodeRun } from '../../model/run/run';
import type { ComparedSides, CompareState, Obstacle, SideChoice, SideName } from '../../protocol/compare';
import { sentenceOf } from '../sentence';
import type { CompareSources, FollowedSide, SideChange } from './comparedSide';
import { compareBoth } from './compareProtocol';
import { LiveSide } from './liveSide';
import { RunSide } from './runSide';

export interface ChangedNodes {
  readonly side: SideName;
  readonly nodes: readonly NodeRun[];
}

export class Comparison implements vscode.Disposable {
  readonly sides: ComparedSides;
  readonly #parser: CompareSources['parser'];
  readonly #followed: Readonly<Record<SideName, FollowedSide>>;
  readonly #changed = new vscode.EventEmitter<Partial<CompareState>>();
  readonly #patched = new vscode.EventEmitter<ChangedNodes>();
  readonly #subscriptions: vscode.Disposable[];
  #versions: ComparedVersions | null = null;
  #failure: string | null = null;
  /** The two versions that were, or are being, compared. */
  #compared = '';
  #disposed = false;

  /** Fires with what is shown otherwise. */
  readonly onDidChange = this.#changed.event;
  readonly onDidPatch = this.#patched.event;

  constructor(sides: ComparedSides, sources: CompareSources) {
    this.sides = sides;
    this.#parser = sources.parser;
    this.#followed = { left: follow(sides.left, sources), right: follow(sides.right, sources) };
    this.#subscriptions = (['left', 'right'] as const).flatMap((side) => {
      const followed = this.#followed[side];
      return [
        followed,
        followed.onDidChange((change) => this.#sideChanged(change)),
        followed.onDidPatch((nodes) => this.#patched.fire({ side, nodes })),
      ];
    });
  }

  /** All that there is to show. */
  get state(): CompareState {
    const { left, right } = this.#followed;
    return { ...this.#frame(), leftNodes: left.nodes, rightNodes: right.nodes, versions: this.#versions };
  }

  side(name: SideName): FollowedSide {
    return this.#followed[name];
  }

  /** Path of the workflow of a side; null while nothing is known of it. */
  workflowOf(name: SideName): string | null {
    const choice = this.sides[name];
    if (choice.kind === 'live') return choice.path;
    const { view } = this.#followed[name];
    return view.kind === 'run' ? view.run.workflow.path : null;
  }

  /** Reads again what failed. */
  retry(): void {
    this.#compared = '';
    this.#failure = null;
    for (const side of Object.values(this.#followed)) if (side.version.kind === 'missing') side.retry();
    this.#sideChanged('view');
  }

  dispose(): void {
    this.#disposed = true;
    for (const subscription of this.#subscriptions) subscription.dispose();
    this.#changed.dispose();
    this.#patched.dispose();
  }

  #sideChanged(change: SideChange): void {
    const { left, right } = this.#followed;
    const nodes = change === 'whole' ? { leftNodes: left.nodes, rightNodes: right.nodes } : {};
    this.#changed.fire({ ...this.#frame(), ...nodes });
    void this.#compare();
  }

  /** Everything but what is large. */
  #frame(): Omit<CompareState, 'leftNodes' | 'rightNodes' | 'versions'> {
    const { left, right } = this.#followed;
    return {
      sides: this.sides,
      left: left.view,
      right: right.view,
      obstacle: this.#obstacle(),
      note: this.#note(),
    };
  }

  async #compare(): Promise<void> {
    const { left, right } = this.#followed;
    if (left.version.kind !== 'read' || right.version.kind !== 'read') return;
    const compared = `${left.version.version}\n${right.version.version}`;
    if (compared === this.#compared) return;
    this.#compared = compared;
    try {
      const versions = await this.#parser.ask(compareBoth, { left: left.handle, right: right.handle });
      // Meanwhile there may be another version to compare: that comparison counts.
      if (this.#disposed || compared !== this.#compared) return;
      if (versions !== null) this.#versions = versions;
      this.#failure = null;
    } catch (error) {
      if (this.#disposed || compared !== this.#compared) return;
      this.#failure = sentenceOf(error);
    }
    this.#changed.fire({ ...this.#frame(), versions: this.#versions });
  }

  #obstacle(): Obstacle | null {
    for (const side of ['left', 'right'] as const) {
      const { version } = this.#followed[side];
      if (version.kind === 'missing') return { side, sentence: version.sentence, ways: version.ways };
    }
    return this.#failure === null ? null : { side: 'right', sentence: this.#failure, ways: ['retry'] };
  }

  #note(): string | null {
    const [left, right] = [this.workflowOf('left'), this.workflowOf('right')];
    if (left === null || right === null || left === right) return null;
    return vscode.l10n.t('These are runs of two workflows: nodes of the same id are compared with each other.');
  }
}

function follow(choice: SideChoice, sources: CompareSources): FollowedSide {
  return choice.kind === 'run' ? new RunSide(choice.runId, sources) : new LiveSide(choice.path, sources);
}
