import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { jsonSchemaText } from '../../../src/model/workflow/jsonSchema';

interface Described {
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Described>>;
  readonly additionalProperties?: Described | false;
}

test('the schema that editors use is the one that runs are checked with (else: node scripts/schema.mjs)', () => {
  expect(readFileSync('media/workflow.schema.json', 'utf8')).toBe(jsonSchemaText());
});

test('every key of a workflow and of a node explains itself on hover', () => {
  const schema = JSON.parse(jsonSchemaText()) as Described;
  const node = schema.properties?.nodes?.additionalProperties || {};
  for (const [key, part] of [...Object.entries(schema.properties ?? {}), ...Object.entries(node.properties ?? {})]) {
    expect(part.description, key).toMatch(/\w{2,}/);
  }
});
