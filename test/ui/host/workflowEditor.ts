/** The workflow editor's webview as a person sees it. */
import type { Frame, Locator } from '@playwright/test';
import { expect } from '@playwright/test';
import type { Workbench } from './workbench';

/** Opens a workflow file of the workspace and waits until its canvas is drawn. */
export async function openCanvas(workbench: Workbench, fileName: string): Promise<WorkflowEditorPage> {
  await workbench.openFile(fileName);
  return canvasOf(workbench);
}

/** The canvas of the visible workflow editor. */
export async function canvasOf(workbench: Workbench): Promise<WorkflowEditorPage> {
  const frame = await workbench.webview('.react-flow__node');
  // From then on it listens to keys.
  await frame.locator('#canvas-keys').waitFor({ state: 'attached' });
  return new WorkflowEditorPage(frame);
}

/** Opens a workflow file that has no nodes and waits until its canvas can be edited. */
export async function openBareCanvas(workbench: Workbench, fileName: string): Promise<WorkflowEditorPage> {
  await workbench.openFile(fileName);
  return new WorkflowEditorPage(await workbench.webview('.empty-canvas'));
}

export class WorkflowEditorPage {
  constructor(readonly frame: Frame) {}

  /** The field of the open palette that adds nodes. */
  get palette(): Locator {
    return this.frame.getByRole('combobox', { name: 'Add to the workflow' });
  }

  node(id: string): Locator {
    return this.frame.locator(`.react-flow__node[data-id="${id}"]`);
  }

  /** The node's card while it has a status (`running`, `succeeded` …), or is `stale` or `current`. */
  card(id: string, state: string): Locator {
    return this.node(id).locator(`.card.${state}`);
  }

  get banner(): Locator {
    return this.frame.locator('.banner');
  }

  get pill(): Locator {
    return this.banner.locator('.pill');
  }

  button(name: string | RegExp): Locator {
    return this.frame.getByRole('button', { name });
  }

  /** The banner says that a run lies over the live workflow, finished. */
  async expectOverlay(): Promise<void> {
    await expect(this.pill).toHaveText('Viewing run');
    await expect(this.button('Restore')).toHaveCount(0);
  }

  /** The banner offers Restore: the run's own version is drawn, and it is not the live one. */
  async expectSnapshot(): Promise<void> {
    await expect(this.pill).toHaveText('Viewing run');
    await expect(this.button('Restore')).toBeVisible();
  }

  /** Drags a node with the mouse by so many pixels on screen. */
  async drag(id: string, by: { readonly x: number; readonly y: number }): Promise<void> {
    const box = await this.node(id).boundingBox();
    if (box === null) throw new Error(`The node ${id} is not on screen.`);
    const from = { x: box.x + box.width / 2, y: box.y + 12 };
    const { mouse } = this.frame.page();
    await mouse.move(from.x, from.y);
    await mouse.down();
    await mouse.move(from.x + by.x / 2, from.y + by.y / 2, { steps: 4 });
    await mouse.move(from.x + by.x, from.y + by.y, { steps: 4 });
    await mouse.up();
  }

  /** Drags from the middle of one thing to the middle of another, as a hand does. */
  async dragFrom(from: Locator, to: Locator): Promise<void> {
    const [begin, end] = [await from.boundingBox(), await to.boundingBox()];
    if (begin === null || end === null) throw new Error('It is not on screen.');
    const { mouse } = this.frame.page();
    await mouse.move(begin.x + begin.width / 2, begin.y + begin.height / 2);
    await mouse.down();
    await mouse.move(end.x - 20, end.y + 5, { steps: 6 });
    await mouse.move(end.x + end.width / 2, end.y + end.height / 2, { steps: 3 });
    await mouse.up();
  }

  /** How far apart two nodes are drawn, in pixels on screen. */
  async distance(one: string, other: string): Promise<{ x: number; y: number }> {
    const [from, to] = [await this.node(one).boundingBox(), await this.node(other).boundingBox()];
    if (from === null || to === null) throw new Error(`${one} or ${other} is not on screen.`);
    return { x: to.x - from.x, y: to.y - from.y };
  }

  /**
   * Begins to note the states that nodes go through.
   * @returns reads the notes: for each node its states in order
   */
  async noteStates(): Promise<() => Promise<Record<string, string[]>>> {
    await this.frame.evaluate(() => {
      const notes: Record<string, string[]> = {};
      const look = (): void => {
        for (const element of document.querySelectorAll('.react-flow__node')) {
          const id = element.getAttribute('data-id') ?? '';
          const state = /\b(pending|running|succeeded|failed|skipped|stopped|error)\b/.exec(
            element.querySelector('.card')?.className ?? '',
          )?.[0];
          const seen = (notes[id] ??= []);
          if (state !== undefined && seen.at(-1) !== state) seen.push(state);
        }
      };
      new MutationObserver(look).observe(document.body, { subtree: true, childList: true, attributes: true });
      Reflect.set(globalThis, 'runlensStates', notes);
    });
    return () => this.frame.evaluate(() => Reflect.get(globalThis, 'runlensStates') as Record<string, string[]>);
  }
}
