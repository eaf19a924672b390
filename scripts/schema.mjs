// Writes media/workflow.schema.json from the schema of the format (src/model/workflow/schema.ts).
import { build } from 'esbuild';
import { writeFileSync } from 'node:fs';

const { outputFiles } = await build({
  stdin: { contents: "export { jsonSchemaText } from './src/model/workflow/jsonSchema';", resolveDir: '.' },
  bundle: true,
  format: 'esm',
  platform: 'node',
  write: false,
});
const { jsonSchemaText } = await import(
  `data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`
);
writeFileSync('media/workflow.schema.json', jsonSchemaText());
