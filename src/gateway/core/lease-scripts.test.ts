import { describe, expect, it } from 'vitest';
import type { Lease } from '../../rib/index.ts';
import { links, runConfig } from '../testing/run-config.ts';
import { decide } from './decide.ts';
import { validate } from './index.ts';
import { initialState } from './state.ts';

const text = `
/ip dhcp-client add interface=ether3 add-default-route=no script=":if (\\$bound=1) do={ /ip route add gateway=\\$\\"gateway-address\\" comment=L } else={ /ip route remove [find comment=L] }"
/tool netwatch add host=1.1.1.1 down-script="/ip route disable [find comment=L]"
/tool netwatch add host=1.0.0.1 down-script=":log info down"
`;

const lease: Lease = {
  interface: 'ether3',
  address: { address: '30.30.30.2', length: 24 },
  gateway: '30.30.30.1',
  dns: [],
  leaseTime: 3_600_000,
};

const state = (leases: Record<string, Lease>) => ({
  ...initialState(runConfig(text), 1),
  interfaces: links(),
  leases,
});

const defaults = (leases: Record<string, Lease>): string[] =>
  decide(state(leases))
    .rib.routes.filter(({ destination, active }) => destination === '0.0.0.0/0' && active)
    .map(({ gateways: [gateway] }) => gateway?.text ?? '');

describe('scripts of a configuration that is run', () => {
  it('a lease script adds a route → there with the lease, and without it gone', () => {
    expect(defaults({ ether3: lease })).toEqual(['30.30.30.1']);
    expect(defaults({})).toEqual([]);
  });

  it('a netwatch script that would change something → named; one that only writes to the log → not', () => {
    const said = validate(state({}), runConfig(text)).filter(
      ({ id }) => id === 'linux/script-not-carried-out',
    );
    expect(said.map(({ severity, span }) => [severity, span.start.line])).toEqual([['warning', 3]]);
  });
});
