/** The engine's answer to which workflows used a module. Only those who show that import this. */
import * as z from 'zod/mini';
import { request } from './rpc';

/** Absolute paths of the workflows, and modules run by themselves, that used the module at the absolute path in some run. */
export const listModuleUsers = request(
  'module/users',
  z.object({ path: z.string() }),
  z.object({ workflowPaths: z.array(z.string()) }),
);
