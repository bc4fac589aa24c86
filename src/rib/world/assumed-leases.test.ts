import { describe, expect, it } from 'vitest';
import { readRouterOs } from '../../rsc/index.ts';
import { assumedLeases } from './assumed-leases.ts';

const given = (text: string): string[] =>
  assumedLeases(readRouterOs(text, { file: 'a.rsc' }).router).map(
    ({ interface: name, address, gateway }) => `${name} ${address.address} ${gateway}`,
  );

const line = '/interface pppoe-client add name=line interface=ether1 disabled=no\n';
const client = '/ip dhcp-client add interface=ether2 add-default-route=no\n';

describe('the address of a line that is dialled', () => {
  it('behind its peer, and never the gateway of another line', () => {
    const route = (gateway: string) => `/ip route add gateway=${gateway}\n`;
    expect(given(`${line}${route('198.51.100.3%line')}`)).toEqual(['line 198.51.100.4 198.51.100.3']);
    const beside = `${line}${client}${route('198.51.100.3%line')}${route('198.51.100.4')}`;
    expect(given(beside).at(-1)).toBe('line 198.51.100.5 198.51.100.3');
  });
});
