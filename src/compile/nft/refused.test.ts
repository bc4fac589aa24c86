import { expect, it } from 'vitest';
import { assumeWorld, computeRib } from '../../rib/index.ts';
import { readRouterOs } from '../../rsc/index.ts';
import { compileLinux } from '../compile.ts';
import { rehearsalFindings } from './refused.ts';

const { router } = readRouterOs('/ip firewall filter add chain=input action=drop protocol=udp\n', {
  file: 'x.rsc',
  dialect: 'v7',
});
const { world } = assumeWorld(router);
const { nft } = compileLinux(router, computeRib(router, world), world, { seed: 0 }).program;

it('nft refuses a line of a rule → its words, at the statement', () => {
  const line = nft.text.split('\n').findIndex(text => text.includes('x.rsc:1'));
  const [found] = rehearsalFindings(router, nft, { kind: 'refused', line, said: 'Too many links' });
  expect([found?.severity, found?.span.start.line]).toEqual(['error', 1]);
  expect(found?.what).toContain('Too many links');
  expect(found?.why).toContain('udp');
});

it('nft refuses a line of no statement → the line itself', () => {
  const [found] = rehearsalFindings(router, nft, { kind: 'refused', line: 0, said: 'out of memory' });
  expect(found?.why).toContain('table inet jalur');
});

it('nobody could be asked → said, no error; taken → nothing', () => {
  const [found] = rehearsalFindings(router, nft, {
    kind: 'not-asked',
    why: 'nft is not installed.',
    do: { en: 'Install it', id: 'Pasang' },
  });
  expect([found?.severity, found?.do]).toEqual(['info', 'Install it']);
  expect(rehearsalFindings(router, nft, { kind: 'taken' })).toEqual([]);
});
