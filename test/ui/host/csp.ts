/** Collects what Content Security Policies refuse: one violation is one thing that does not work for somebody. */
import type { BrowserContext } from '@playwright/test';

export interface CspViolation {
  /** Address of the page or frame, without its query. */
  readonly page: string;
  readonly directive: string;
  readonly blocked: string;
  readonly sample: string;
}

/**
 * Begins to collect, in every page and frame that the context opens from now on.
 * @returns a list that grows
 */
export async function collectCspViolations(context: BrowserContext): Promise<readonly CspViolation[]> {
  const violations: CspViolation[] = [];
  await context.exposeBinding('runlensCspViolation', ({ frame }, violation: Omit<CspViolation, 'page'>) => {
    violations.push({ page: frame.url().replace(/\?.*/, ''), ...violation });
  });
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const { effectiveDirective: directive, blockedURI: blocked, sample } = event;
      const report: unknown = Reflect.get(globalThis, 'runlensCspViolation');
      if (typeof report === 'function') report({ directive, blocked, sample });
    });
  });
  return violations;
}
