// Writes assets/gateway.schema.json, which editors check a gateway.yaml with, from the schema that jalur itself uses. Build first.
import { writeFileSync } from 'node:fs';
import { intentJsonSchema } from '../dist/intent/index.js';

const page = new URL('../assets/gateway.schema.json', import.meta.url);
writeFileSync(page, `${JSON.stringify(intentJsonSchema(), undefined, 2)}\n`);
