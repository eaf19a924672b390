/** One open page of a comparison: its panel, and what it is told of the two sides. */
import * as vscode from 'vscode';
import type { RunSummary } from '../../model/run/run';
import * as wire from '../../protocol/compare';
import { onRequest, sendNotification } from '../../protocol/rpc';
import { Refusal, UserCancelled } from '../commands/commandErrors';
import { plainText, shortened } from '../shownText';
import type { WorkflowPages } from '../workflowEditor/workflowPages';
import { showPage } from '../webviews/webviewPage';
import { answerAction, wireTo } from '../webviews/webviewWire';
import { uriOf } from '../workflows/workspaceOf';
import type { CompareSources } from './comparedSide';
import { Comparison } from './comparison';
import { pickSide } from './pickSide';
import { showTextDiff } from './textDiff';

export interface ComparePageServices extends CompareSources {
  readonly pages: WorkflowPages;
  /** Folder of the webviews' bundles. */
  readonly webviewFolder: vscode.Uri;
  readonly iconFolder: vscode.Uri;
  /** Opens a run on the canvas, with a node in view. */
  readonly openRun: (run: RunSummary, nodeId?: string) => Promise<void>;
  readonly openLive: (file: string) => Promise<void>;
}

/** Characters of a side's name in the title of the tab. */
const longestName = 40;

export class ComparePage implements vscode.Disposable {
  readonly panel: vscode.WebviewPanel;
  readonly #services: ComparePageServices;
  readonly #connection;
  #comparison: Comparison;
  #following: vscode.Disposable;

  constructor(sides: wire.ComparedSides, panel: vscode.WebviewPanel, services: ComparePageServices) {
    this.panel = panel;
    this.#services = services;
    this.#comparison = new Comparison(sides, services);
    this.#connection = wireTo(panel);
    this.#following = this.#follow();
    panel.iconPath = vscode.Uri.joinPath(services.iconFolder, 'runlens.svg');
    this.#nameTab();
    this.#answer();
    this.#connection.listen();
    services.pages.heed(panel, () => this.#comparison.workflowOf('right') ?? this.#comparison.workflowOf('left'));
    // Last: the page asks as soon as it is there.
    showPage(panel.webview, services.webviewFolder, 'compare');
  }

  get comparison(): Comparison {
    return this.#comparison;
  }

  dispose(): void {
    this.#following.dispose();
    this.#comparison.dispose();
    this.#connection.dispose();
  }

  /** Compares others in the same tab. */
  show(sides: wire.ComparedSides): void {
    this.#following.dispose();
    this.#comparison.dispose();
    this.#comparison = new Comparison(sides, this.#services);
    this.#following = this.#follow();
    this.#nameTab();
    void sendNotification(this.#connection, wire.comparisonChanged, this.#comparison.state);
  }

  #follow(): vscode.Disposable {
    return vscode.Disposable.from(
      this.#comparison.onDidChange((slices) => {
        this.#nameTab();
        void sendNotification(this.#connection, wire.comparisonChanged, slices);
      }),
      this.#comparison.onDidPatch((nodes) => {
        void sendNotification(this.#connection, wire.comparedNodesChanged, nodes);
      }),
    );
  }

  #answer(): void {
    const connection = this.#connection;
    onRequest(connection, wire.getComparison, () => this.#comparison.state);
    answerAction(connection, wire.swapSides, () => {
      const { left, right } = this.#comparison.sides;
      this.show({ left: right, right: left });
      return Promise.resolve();
    });
    answerAction(connection, wire.chooseSide, ({ side }) => this.#choose(side));
    answerAction(connection, wire.openSide, ({ side, nodeId }) => this.#open(side, nodeId));
    answerAction(connection, wire.takeWayOut, ({ side, way }) => this.#takeWayOut(side, way));
    answerAction(connection, wire.showTextDiff, async (pair) => {
      const { parser } = this.#services;
      const names = { left: this.#nameOf('left'), right: this.#nameOf('right') };
      await showTextDiff(pair, { parser, side: (name) => this.#comparison.side(name), names });
    });
  }

  async #choose(side: wire.SideName): Promise<void> {
    const { sides } = this.#comparison;
    const other = sides[side === 'left' ? 'right' : 'left'];
    const workflow =
      this.#comparison.workflowOf(side === 'left' ? 'right' : 'left') ?? this.#comparison.workflowOf(side);
    if (workflow === null) {
      throw new Refusal(vscode.l10n.t('Nothing is known of these runs: choose them in a list of runs.'));
    }
    const chosen = await pickSide(this.#services.connection, {
      workflow,
      notRun: other.kind === 'run' ? other.runId : null,
      live: other.kind === 'live' ? 'left out' : 'offered',
    }).catch(ignoreCancel);
    if (chosen !== null) this.show({ ...sides, [side]: chosen });
  }

  async #open(side: wire.SideName, nodeId: string | null): Promise<void> {
    const choice = this.#comparison.sides[side];
    const { view } = this.#comparison.side(side);
    if (choice.kind === 'live') await this.#services.openLive(choice.path);
    else if (view.kind === 'run') await this.#services.openRun(view.run, nodeId ?? undefined);
    else throw new Refusal(vscode.l10n.t('This run cannot be opened: nothing is known of it.'));
  }

  async #takeWayOut(side: wire.SideName, way: wire.WayOut): Promise<void> {
    const choice = this.#comparison.sides[side];
    switch (way) {
      case 'retry':
        return this.#comparison.retry();
      case 'chooseRun':
        return this.#choose(side);
      case 'openAsText':
        if (choice.kind === 'live') await vscode.window.showTextDocument(await uriOf(choice.path));
    }
  }

  #nameTab(): void {
    const title = vscode.l10n.t('Compare: {0} ↔ {1}', this.#nameOf('left'), this.#nameOf('right'));
    if (this.panel.title === title) return;
    this.panel.title = title;
    this.#services.pages.noteChange(this.panel);
  }

  #nameOf(side: wire.SideName): string {
    const { view } = this.#comparison.side(side);
    switch (view.kind) {
      case 'live':
        return vscode.l10n.t('Live');
      case 'run':
        return shortened(plainText(view.run.name), longestName);
      case 'deleted':
        return view.name === null ? vscode.l10n.t('deleted run') : shortened(plainText(view.name), longestName);
      case 'loading':
        return '…';
    }
  }
}

/** The user may change their mind; nothing is said. */
function ignoreCancel(error: unknown): null {
  if (error instanceof UserCancelled) return null;
  throw error;
}
