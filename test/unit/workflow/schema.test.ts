import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { jsonSchemaText } from '../../../src/model/workflow/jsonSchema';

interface Described {
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Described>>;
  readonly additionalProperties?: Described | false;
  readonly anyOf?: readonly Described[];
  readonly oneOf?: readonly Described[];
}

test('the schema that editors use is the one that runs are checked with (else: node scripts/schema.mjs)', () => {
  expect(readFileSync('media/workflow.schema.json', 'utf8')).toBe(jsonSchemaText());
});

test('every key at any depth, and every value of a map, explains itself on completion and hover', () => {
  const silent: string[] = [];
  const look = (part: Described, path: string): void => {
    for (const [key, value] of Object.entries(part.properties ?? {})) {
      if (!value.description) silent.push(`${path}/${key}`);
      look(value, `${path}/${key}`);
    }
    if (part.additionalProperties) look(part.additionalProperties, `${path}/*`);
    for (const [index, choice] of [...(part.anyOf ?? []), ...(part.oneOf ?? [])].entries()) {
      look(choice, `${path}|${index}`);
    }
  };
  look(JSON.parse(jsonSchemaText()) as Described, '');
  expect(silent).toEqual([]);
});

test('every key of a workflow and of a node explains itself on hover', () => {
  const schema = JSON.parse(jsonSchemaText()) as Described;
  const node = schema.properties?.nodes?.additionalProperties || {};
  for (const [key, part] of [...Object.entries(schema.properties ?? {}), ...Object.entries(node.properties ?? {})]) {
    expect(part.description, key).toMatch(/\w{2,}/);
  }
});
