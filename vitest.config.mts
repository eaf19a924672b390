import { defineConfig } from 'vitest/config';

export default defineConfig({
  define: { RUNLENS_VERSION: JSON.stringify('0.0.0-test') },
  test: {
    setupFiles: ['test/laws.ts'],
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/unit/**/*.test.{ts,tsx}'],
          testTimeout: 20_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'engine',
          include: ['test/engine/**/*.test.ts'],
          // Real processes: each file in a process of its own, two at a time, so that a slow machine stays honest.
          pool: 'forks',
          maxWorkers: 2,
          // As in the browser: real processes on a busy machine. `npm test` names what passed only then.
          retry: 1,
          testTimeout: 120_000,
          hookTimeout: 60_000,
          globalSetup: 'scripts/setup/engineBuild.mjs',
        },
      },
    ],
  },
});
