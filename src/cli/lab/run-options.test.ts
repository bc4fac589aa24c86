import { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { withExports, withRuns } from './run-options.ts';

function parse(...words: readonly string[]): Record<string, unknown> {
  const quiet = { writeErr: () => {} };
  const command = withExports(withRuns(new Command('run').exitOverride().configureOutput(quiet)));
  return command.parse(words, { from: 'user' }).opts();
}

describe('--repeat', () => {
  it.each(['1', '3', '20'])('%s → so many runs', text => {
    expect(parse('--repeat', text)).toEqual({ repeat: Number(text) });
  });

  it.each(['0', '21', '1.5', 'three', ''])('%j → refused', text => {
    expect(() => parse('--repeat', text)).toThrow('It is a number from 1 to 20.');
  });
});

it('--csv, --svg and --png → a folder each', () => {
  expect(parse('--csv', 'a', '--svg', 'b', '--png', 'c')).toEqual({ csv: 'a', svg: 'b', png: 'c' });
});
