import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTexts } from '../../src/config/index.ts';
import { makeIntent } from '../../src/intent/index.ts';
import type { Diagnostic } from '../../src/text/index.ts';
import { anyText, good } from './texts.ts';

/** What makes it useless has its place. */
const isErrorInIt = ({ severity, span }: Diagnostic): boolean =>
  severity === 'error' && span.file === 'gateway.yaml';

const runs = Number(process.env['JALUR_RUNS'] ?? 1000);

describe('a broken gateway.yaml', () => {
  it(`${runs} of them → no crash, nothing half read, each error with line and column`, () => {
    let broken = 0;
    fc.assert(
      fc.property(anyText, text => {
        const made = makeIntent(text, 'gateway.yaml');
        if (made.diagnostics.length === 0) {
          expect(made.intent).toBeDefined();
          return;
        }
        broken += 1;
        expect([made.text, made.intent, made.run]).toEqual(['', undefined, undefined]);
        for (const { span, what, do: todo, severity } of made.diagnostics) {
          const { start } = span;
          expect({ severity, file: span.file }).toEqual({ severity: 'error', file: 'gateway.yaml' });
          const line = text.split(/\r\n|\n/)[start.line - 1];
          expect(line === undefined ? `no line ${start.line}` : '').toBe('');
          expect(start.column).toBeGreaterThanOrEqual(1);
          expect(start.column).toBeLessThanOrEqual((line?.length ?? 0) + 2);
          expect(what.length).toBeGreaterThan(10);
          expect(todo?.length ?? 0).toBeGreaterThan(5);
        }
      }),
      { numRuns: runs },
    );
    // Most changes break it: else this would say little.
    expect(broken).toBeGreaterThan(runs * 0.7);
  });

  it('as a configuration → there is nothing that could be run', () => {
    fc.assert(
      fc.property(anyText, text => {
        const config = readTexts([{ file: 'gateway.yaml', text }]);
        const isRefused = makeIntent(text, 'gateway.yaml').diagnostics.length > 0;
        if (isRefused)
          expect([config.router.routes, config.router.addresses, config.readable]).toEqual([[], [], false]);
        if (config.usable) expect(isRefused).toBe(false);
        else expect(config.diagnostics.filter(isErrorInIt)).not.toEqual([]);
      }),
      { numRuns: Math.ceil(runs / 10) },
    );
  });

  it.each(good)('right ones → a configuration without an error', text => {
    const { usable, readable, diagnostics, notUnderstood } = readTexts([{ file: 'gateway.yaml', text }]);
    expect(diagnostics.filter(({ severity }) => severity !== 'info')).toEqual([]);
    expect({ usable, readable, notUnderstood }).toEqual({ usable: true, readable: true, notUnderstood: [] });
  });
});
