/** The JSON Schema of a workflow file, for completion, hover and validation in a text editor. */
import * as z from 'zod/mini';
import { workflowSchema } from './schema';

/** The text of media/workflow.schema.json. */
export function jsonSchemaText(): string {
  const schema = z.toJSONSchema(workflowSchema, { target: 'draft-7', io: 'input' });
  const head = { title: 'Runlens workflow, format 1', description: 'A `*.workflow.yaml` or `*.module.yaml` file.' };
  const { $schema, ...rest } = schema;
  return `${JSON.stringify({ $schema, ...head, ...rest }, null, 2)}\n`;
}
