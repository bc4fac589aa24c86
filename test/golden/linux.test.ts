import { describe, expect, it } from 'vitest';
import { printPlan } from '../../src/linux/index.ts';
import { printPlace } from '../../src/text/index.ts';
import { compileCase, goldenCases } from './linux.ts';

describe('Linux plans', () => {
  it.each(goldenCases())('$name', async one => {
    const { program, diagnostics } = compileCase(one);
    const said = diagnostics.map(
      ({ severity, id, span, what, why }) =>
        `${printPlace(span)} ${severity} ${id}: ${what}${why ? ` ${why}` : ''}`,
    );
    const text = `${printPlan(program)}${said.length > 0 ? `\n## diagnostics\n${said.join('\n')}\n` : ''}`;
    await expect(text).toMatchFileSnapshot(one.plan);
  });
});
