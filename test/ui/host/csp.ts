/** Collects what Content Security Policies refuse: one violation is one thing that does not work for somebody. */
import type { BrowserContext } from '@playwright/test';

export interface CspViolation {
  /** Address of the page or frame whose policy refused, without its query. */
  readonly page: string;
  /** The browser's own words. */
  readonly text: string;
}

/**
 * Begins to collect, in every page and frame that the context opens from now on. The console is read, as a listener in the page
 * would not live to see much: a webview writes its document anew, and that takes all listeners away.
 * @returns a list that grows
 */
export function collectCspViolations(context: BrowserContext): readonly CspViolation[] {
  const violations: CspViolation[] = [];
  context.on('console', (message) => {
    const text = message.text();
    if (!text.includes('Content Security Policy')) return;
    violations.push({ page: message.location().url.replace(/\?.*/, ''), text });
  });
  return violations;
}
