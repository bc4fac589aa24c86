import { expect, it } from 'vitest';
import { decidingParts } from './deciding.ts';

const table = (...chains: readonly string[]): string =>
  `define edition = 0x00000100\ntable inet jalur {\n${chains.join('\n')}\n}\n`;
const chain = (name: string, line: string): string => `  chain ${name} {\n    ${line}\n  }`;

it('what decides for connections: chains of the edition, where they lead, and the lists they ask', () => {
  const parts = decidingParts(
    table(
      '  set list_a {\n    type ipv4_addr\n  }',
      '  set list_b {\n    type ipv4_addr\n  }',
      chain('mangle_own', 'ip saddr @list_a accept'),
      chain('mangle_keep', 'ct mark set $edition'),
      chain('mangle_prerouting', 'ct mark == $edition jump mangle_own'),
      chain('filter_forward', 'ip saddr @list_b drop'),
    ),
  );
  expect([...parts].sort()).toEqual([
    'chain mangle_keep',
    'chain mangle_own',
    'chain mangle_prerouting',
    'set list_a',
  ]);
});

it('a table that keeps nothing: no part', () => {
  expect(decidingParts('table inet jalur {\n  chain filter_forward {\n    drop\n  }\n}\n').size).toBe(0);
});
