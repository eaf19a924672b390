/** How every page begins: what it asks for, and where it is drawn. */
import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { sentenceOf } from './sentence';
import { loadToolkit } from './ui/toolkit';

/** Loads the whole now and whenever the page shows again: posts to a hidden webview may be dropped. */
export function loadWheneverShown(load: () => Promise<void>): void {
  void load();
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') void load();
  });
}

/** Draws the page. @throws when the page has no place for it */
export function drawPage(content: ReactNode): void {
  const root = document.getElementById('root');
  if (root === null) throw new Error('The page has no #root');
  createRoot(root).render(content);
}

/** Loads the toolkit after two frames: after the first paint of whatever there is to show. */
export function loadToolkitAfterPaint(report: (sentence: string) => void): void {
  requestAnimationFrame(() =>
    requestAnimationFrame(() => void loadToolkit().catch((error: unknown) => report(sentenceOf(error)))),
  );
}
