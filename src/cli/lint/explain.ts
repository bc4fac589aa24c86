import { existsSync, readFileSync } from 'node:fs';
import { packagePath } from '../../files/index.ts';
import { rules } from '../../lint/index.ts';
import { nearest } from '../../rsc/index.ts';
import { exitCode } from '../exit-code.ts';
import { inAsked } from '../options/language.ts';

/** Prints the page of a rule; which rules there are, where there is none of that name. */
export function explainRule(id: string): number {
  const ids = rules.map(rule => rule.id);
  const page = packagePath(`src/lint/rules/${id}.md`);
  if (ids.some(one => one === id) && existsSync(page)) {
    process.stdout.write(readFileSync(page, 'utf8'));
    return exitCode.ok;
  }
  process.stderr.write(
    inAsked({
      en: `jalur: there is no rule ${id}.${nearest(id, ids).en}\n       Rules: ${ids.join(', ')}\n`,
      id: `jalur: tidak ada aturan ${id}.${nearest(id, ids).id}\n       Aturan: ${ids.join(', ')}\n`,
    }),
  );
  return exitCode.noAnswer;
}
