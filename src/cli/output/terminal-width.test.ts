import { afterEach, expect, it, vi } from 'vitest';
import { terminalWidth } from './terminal-width.ts';

afterEach(() => vi.unstubAllEnvs());

it.each([
  ['the terminal says it', '', 120, 120],
  ['who asks says it', '60', 120, 60],
  ['the terminal does not know its size', '', 0, 100],
  ['no terminal', '', undefined, 100],
])('%s → that width', (_, stated, columns, width) => {
  vi.stubEnv('COLUMNS', stated);
  expect(terminalWidth(columns === undefined ? {} : { columns }, 100)).toBe(width);
});
