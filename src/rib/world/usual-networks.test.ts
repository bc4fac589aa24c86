import { describe, expect, it } from 'vitest';
import { readRouterOs } from '../../rsc/index.ts';
import { freeNetwork } from './usual-networks.ts';

const freeIn = (text: string): string => freeNetwork(readRouterOs(text, { file: 'a.rsc' }).router, 0);

describe('freeNetwork', () => {
  it('a pool, a served network or a route lies in the usual one → another', () => {
    for (const taking of [
      '/ip pool add name=p ranges=10.10.10.5-10.10.10.99',
      '/ip dhcp-server network add address=10.10.8.0/22 gateway=10.10.8.1',
      '/ip route add dst-address=10.10.10.0/25 gateway=ether5',
    ])
      expect(freeIn(taking)).toBe('198.19.0.0/24');
  });

  it('they lie elsewhere, are off, or lead everywhere → the usual one', () => {
    for (const other of [
      '/ip pool add name=p ranges=10.10.11.5-10.10.11.99',
      '/ip dhcp-server network add address=10.10.8.0/22 gateway=10.10.8.1 disabled=yes',
      '/ip route add dst-address=10.10.10.0/25 gateway=ether5 disabled=yes',
      '/ip route add dst-address=0.0.0.0/1 gateway=ether5',
    ])
      expect(freeIn(other)).toBe('10.10.10.0/24');
  });
});
