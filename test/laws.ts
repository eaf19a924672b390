/**
 * Laws are tried on the same cases each time, so that a red test means a change and not luck. `RUNLENS_TEST_SEED=<number>`
 * looks at others, and `RUNLENS_TEST_SEED=random` at new ones each time; fast-check names the seed of what it finds.
 */
import * as fc from 'fast-check';

const given = process.env['RUNLENS_TEST_SEED'];
if (given !== 'random') fc.configureGlobal({ seed: Number(given ?? 20_260_101) });
