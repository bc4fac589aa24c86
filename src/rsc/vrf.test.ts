import { expect, it } from 'vitest';
import { readRouterOs, writeRouterOs } from './index.ts';

const read = (text: string, dialect: 'v6' | 'v7') => readRouterOs(text, { file: 'office.rsc', dialect });

it.each([
  ['v7', '/ip vrf\nadd interfaces=ether2,ether3 name=vrf2\n'],
  ['v6', '/ip route vrf\nadd interfaces=ether2,ether3 routing-mark=vrf2\n'],
] as const)('a VRF of %s: read → its table and interfaces; written → the same text', (dialect, text) => {
  const { router, diagnostics } = read(text, dialect);
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(router.vrfs).toMatchObject([{ table: 'vrf2', interfaces: ['ether2', 'ether3'] }]);
  expect(writeRouterOs(router)).toContain(text);
});

it('a VRF of v7 written for v6 → named by its routing mark', () => {
  const { router } = read('/ip vrf\nadd interfaces=ether2 name=vrf2\n', 'v7');
  const { version } = read('', 'v6').router;
  expect(writeRouterOs(router, { version })).toContain(
    '/ip route vrf\nadd interfaces=ether2 routing-mark=vrf2\n',
  );
});

it('network= of a point-to-point address → kept, and written back', () => {
  const text = '/ip address\nadd address=10.0.0.2 interface=ether1 network=10.0.0.1\n';
  const { router } = read(text, 'v7');
  expect(router.addresses).toMatchObject([{ network: '10.0.0.1' }]);
  const again = read(writeRouterOs(router), 'v7').router;
  expect(again.addresses).toMatchObject([
    { address: { address: '10.0.0.2', length: 32 }, network: '10.0.0.1' },
  ]);
});

it('the interface that v7 makes of a VRF → known, where v6 makes none', () => {
  const rule = '/ip firewall filter add chain=input in-interface=vrf2 action=accept\n';
  const ids = (text: string, dialect: 'v6' | 'v7') =>
    read(text + rule, dialect).diagnostics.map(({ id }) => id);
  expect(ids('/ip vrf add interfaces=ether2 name=vrf2\n', 'v7')).toEqual([]);
  expect(ids('/ip route vrf add interfaces=ether2 routing-mark=vrf2\n', 'v6')).toEqual([
    'rsc/undeclared-interface',
  ]);
});
