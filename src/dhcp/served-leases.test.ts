import { expect, it } from 'vitest';
import { servedLeases } from './served-leases.ts';

it('what dnsmasq keeps → leases that hold; without a name; without an end; lines in part are none', () => {
  const text = `1796000000 52:54:00:12:34:56 192.168.88.101 ani-laptop 01:52:54:00:12:34:56
1796000000 52:54:00:12:34:57 192.168.88.102 * *
0 52:54:00:12:34:58 192.168.88.103 printer *
1700000000 52:54:00:12:34:59 192.168.88.104 gone *
duid 00:01:00:01
1796000000 52:54:00`;
  expect(servedLeases(text, 1_750_000_000_000)).toEqual([
    {
      address: '192.168.88.101',
      mac: '52:54:00:12:34:56',
      hostname: 'ani-laptop',
      expiresAtMs: 1_796_000_000_000,
    },
    { address: '192.168.88.102', mac: '52:54:00:12:34:57', expiresAtMs: 1_796_000_000_000 },
    { address: '192.168.88.103', mac: '52:54:00:12:34:58', hostname: 'printer' },
  ]);
});
