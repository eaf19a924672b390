/** axe in a webview's own frame: from the page outside it sees an empty iframe. */
import type { Frame } from '@playwright/test';
import axe from 'axe-core';

export interface AccessibilityViolation {
  readonly rule: string;
  readonly impact: string;
  readonly help: string;
  readonly elements: readonly string[];
}

/**
 * What axe finds serious or critical in a frame. Look at the CSP violations first: axe injects a script and styles.
 */
export async function accessibilityViolations(frame: Frame): Promise<AccessibilityViolation[]> {
  await frame.evaluate(axe.source);
  const { violations } = await frame.evaluate(async () => {
    const injected: typeof axe = Reflect.get(globalThis, 'axe');
    return injected.run(document, { iframes: false, resultTypes: ['violations'] });
  });
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, impact, help, nodes }) => ({
      rule: id,
      impact: impact ?? 'unknown',
      help,
      elements: nodes.map(({ html }) => html),
    }));
}
