import { readTexts } from '../../src/config/index.ts';
import {
  type FixLevel,
  type Judge,
  type Judged,
  lint,
  lintInput,
  type MendedText,
  mendText,
} from '../../src/lint/index.ts';
import { prove } from '../../src/prove/index.ts';

/** What is found in a text, and what holds of its packets, as `jalur lint --fix` asks it: of both readings where there are two. */
export function judge(text: string): Judged {
  const read = (dialect?: 'v6') => readTexts([{ file: 'a.rsc', text }], { assumesPorts: true, dialect });
  const input = lintInput(read(), {}, () => read('v6'));
  const { router, world, leaseRoutes } = input;
  return {
    diagnostics: lint(input, { language: 'en' }).diagnostics,
    proof: prove(router, world, { engine: 'routeros', leaseRoutes, mostKinds: 500 }),
  };
}

/** A text with its fixes; never undefined, as whatever was read is read again. */
export function mended(text: string, level: FixLevel, by: Judge = judge): MendedText {
  const found = mendText(text, level, 'en', by);
  if (!found) throw new Error('it cannot be read');
  return found;
}

/** How many of the offered fixes were applied and left out, by rule: each that is left out was offered in vain. */
export class Tally {
  readonly #applied = new Map<string, number>();
  readonly #leftOut: string[] = [];

  add(name: string, { applied, leftOut }: MendedText): void {
    for (const { finding } of applied)
      this.#applied.set(finding.id, (this.#applied.get(finding.id) ?? 0) + 1);
    for (const { finding, line, why, because = '' } of leftOut)
      this.#leftOut.push(`${finding.id} ${why} ${name}:${line} ${because}`);
  }

  get applied(): number {
    return [...this.#applied.values()].reduce((sum, count) => sum + count, 0);
  }

  get leftOut(): number {
    return this.#leftOut.length;
  }

  get text(): string {
    const rules = [...this.#applied].sort(([, a], [, b]) => b - a);
    return [
      `${this.applied} fixes applied, ${this.leftOut} left out`,
      ...rules.map(([rule, count]) => `${rule.padEnd(32)} ${count}`),
      ...this.#leftOut.sort(),
    ].join('\n');
  }
}
