import { InvalidArgumentError } from 'commander';
import { expect, it } from 'vitest';
import { parseFailback } from './health.ts';

it.each([
  ['keep', { kind: 'keep' }],
  ['cut', { kind: 'cut' }],
  ['drain=10', { kind: 'drain', afterMs: 600_000 }],
  ['drain=0.5', { kind: 'drain', afterMs: 30_000 }],
])('--failback %s', (text, how) => expect(parseFailback(text)).toEqual(how));

it.each(['', 'drain', 'drain=', 'drain=-1', 'drain=ten', 'drain=10081', 'never'])(
  '--failback %j → refused',
  text => expect(() => parseFailback(text)).toThrow(InvalidArgumentError),
);
