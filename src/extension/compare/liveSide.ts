/** The live workflow as a side of a comparison: unsaved edits included, read again whenever one of its files changes. */
import path from 'node:path';
import * as vscode from 'vscode';
import type { NodeRun } from '../../model/run/run';
import { defaultName } from '../../model/workflow/paths';
import type { SideView } from '../../protocol/compare';
import { sentenceOf } from '../sentence';
import { plainSentence, quoted } from '../shownText';
import type { LiveShare } from '../workflows/liveWorkflows';
import { uriOf } from '../workflows/workspaceOf';
import type { CompareSources, FollowedSide, SideChange, SideVersion } from './comparedSide';

export class LiveSide implements FollowedSide {
  readonly nodes: readonly NodeRun[] = [];
  readonly #file: string;
  readonly #changed = new vscode.EventEmitter<SideChange>();
  readonly #patched = new vscode.EventEmitter<readonly NodeRun[]>();
  readonly #sources: CompareSources;
  #share: LiveShare | undefined;
  #following: vscode.Disposable | undefined;
  #failure: string | null = null;
  /** Goes up with every reading: two versions that are the same may be drawn at other places. */
  #readings = 0;
  #disposed = false;

  readonly onDidChange = this.#changed.event;
  readonly onDidPatch = this.#patched.event;

  constructor(file: string, sources: CompareSources) {
    this.#file = file;
    this.#sources = sources;
    void this.#begin();
  }

  get handle(): string {
    return this.#share?.live.handle ?? '';
  }

  get view(): SideView {
    const fileName = path.basename(this.#file);
    const state = this.#share?.live.state;
    const title = state?.kind === 'present' ? state.parsed.title : defaultName(fileName);
    return { kind: 'live', title, fileName };
  }

  get version(): SideVersion {
    if (this.#failure !== null) return { kind: 'missing', sentence: this.#failure, ways: ['retry', 'chooseRun'] };
    const state = this.#share?.live.state;
    if (state === undefined) return { kind: 'reading' };
    const name = quoted(path.basename(this.#file));
    if (state.kind === 'gone') {
      const sentence = vscode.l10n.t(
        'The workflow file {0} is gone: moved or deleted. Choose another run to compare with.',
        name,
      );
      return { kind: 'missing', sentence, ways: ['chooseRun'] };
    }
    const { graph, outdated, problems } = state.parsed;
    const broken = outdated ?? (graph === null ? (problems[0] ?? null) : null);
    if (broken === null) return { kind: 'read', version: `${state.parsed.version} ${this.#readings}` };
    const sentence = vscode.l10n.t(
      '{0} cannot be read now, line {1}: {2} Mend it and the comparison goes on.',
      name,
      broken.range.start.line + 1,
      plainSentence(broken.message),
    );
    return { kind: 'missing', sentence, ways: ['openAsText', 'chooseRun'] };
  }

  retry(): void {
    if (this.#share === undefined) void this.#begin();
    else void this.#share.live.refresh('file');
  }

  async uriOf(key: string): Promise<vscode.Uri> {
    const place = this.#share?.live.place;
    return uriOf(place === undefined ? this.#file : path.join(place.workspace, ...key.split('/')));
  }

  dispose(): void {
    this.#disposed = true;
    this.#following?.dispose();
    this.#share?.dispose();
    this.#changed.dispose();
    this.#patched.dispose();
  }

  async #begin(): Promise<void> {
    try {
      const share = await this.#sources.workflows.share(this.#file);
      if (this.#disposed) return share.dispose();
      this.#share = share;
      this.#following = share.live.onDidChange(() => this.#tell(null));
      await share.live.settled();
      this.#tell(null);
    } catch (error) {
      this.#tell(sentenceOf(error));
    }
  }

  #tell(failure: string | null): void {
    if (this.#disposed) return;
    this.#failure = failure;
    this.#readings += 1;
    this.#changed.fire('view');
  }
}
