import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Rule } from '../src/lint/index.ts';

// What is made of the folders of rules: their list, and their table in docs/lint.md. test/lint/rules.test.ts holds them together
// and rewrites both with UPDATE_GOLDENS=1.

const folder = fileURLToPath(new URL('../src/lint/rules/', import.meta.url));

/** Ids of all rules, by their files: `pcc/remainder-missing`. */
export function ruleIds(): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(name => /^[\w-]+\/[\w-]+\.md$/.test(name))
    .map(name => name.replace(/\.md$/, ''))
    .sort();
}

/** The exported name of a rule's file. Names of rules are unique over all groups. */
const nameOf = (id: string): string =>
  (id.split('/')[1] ?? '').replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

/** src/lint/rules/index.ts */
export function ruleList(): string {
  const ids = ruleIds();
  const imports = ids.map(id => `import { ${nameOf(id)} } from './${id}.ts';\n`);
  const names = ids.map(id => `  ${nameOf(id)},\n`);
  return `import type { Rule } from '../rule.ts';
${imports.join('')}
/** All rules, by their ids. Written by tools/lint-rules.ts from the folders. */
export const rules: readonly Rule[] = [
${names.join('')}];
`;
}

/** The table of docs/lint.md. */
export function ruleTable(rules: readonly Rule[]): string {
  const rows = rules.map(
    ({ id, level, title }) => `| [\`${id}\`](../src/lint/rules/${id}.md) | ${level} | ${title.en} |\n`,
  );
  return `| rule | at most | what |\n|---|---|---|\n${rows.join('')}`;
}

/** The text of a rule's page. */
export const pageOf = (id: string): string => readFileSync(join(folder, `${id}.md`), 'utf8');
