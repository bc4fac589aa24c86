import { existsSync, readFileSync } from 'node:fs';
import { packagePath } from '../../files/index.ts';
import { rules } from '../../lint/index.ts';
import { didYouMean } from '../../rsc/index.ts';
import { exitCode } from '../exit-code.ts';

/** Prints the page of a rule; which rules there are, where there is none of that name. */
export function explainRule(id: string): number {
  const ids = rules.map(rule => rule.id);
  const page = packagePath(`src/lint/rules/${id}.md`);
  if (ids.some(one => one === id) && existsSync(page)) {
    process.stdout.write(readFileSync(page, 'utf8'));
    return exitCode.ok;
  }
  process.stderr.write(
    `jalur: there is no rule ${id}.${didYouMean(id, ids)}\n       Rules: ${ids.join(', ')}\n`,
  );
  return exitCode.noAnswer;
}
