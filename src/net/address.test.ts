import { describe, expect, it } from 'vitest';
import { compareAddresses, familyOf, parseAddress } from './address.ts';

describe('addresses of either family', () => {
  it('are read in canonical form', () => {
    expect(['010.0.0.1', '2001:DB8::0:1', 'ether1'].map(parseAddress)).toEqual([
      '10.0.0.1',
      '2001:db8::1',
      undefined,
    ]);
  });

  it('say their family', () => {
    expect(['10.0.0.1', '10.0.0.0/8', '::', '::/0'].map(familyOf)).toEqual(['ipv4', 'ipv4', 'ipv6', 'ipv6']);
  });

  it('are ordered as numbers, IPv4 first', () => {
    const sorted = ['9.0.0.0', '10.0.0.1', '::2', '::10', 'fe80::'] as const;
    expect([...sorted].reverse().sort(compareAddresses)).toEqual(sorted);
  });
});
