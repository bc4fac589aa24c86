#!/usr/bin/env node
// Writes docs/lab-report.schema.json from the schemas in src/lab/report. Run after a change there: npm run build first.
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { reportJsonSchema } from '../dist/lab/report/index.js';

const file = fileURLToPath(new URL('../docs/lab-report.schema.json', import.meta.url));
writeFileSync(file, `${JSON.stringify(reportJsonSchema(), undefined, 2)}\n`);
