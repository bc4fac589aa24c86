import { describe, expect, it } from 'vitest';
import type { Lease } from '../../rib/index.ts';
import { links, runConfig } from '../testing/run-config.ts';
import { decide } from './decide.ts';
import { draft } from './index.ts';
import { heldFrom } from './leases/index.ts';
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
  ...initialState(runConfig(text), 1, {
    interfaces: links(),
    leases: Object.fromEntries(Object.entries(leases).map(([name, one]) => [name, heldFrom(one, 1)])),
  }),
});

const defaults = (leases: Record<string, Lease>): string[] =>
  decide(state(leases))
    .decision.rib.routes.filter(({ destination, active }) => destination === '0.0.0.0/0' && active)
    .map(({ gateways: [gateway] }) => gateway?.text ?? '');

describe('scripts of a configuration that is run', () => {
  it('a lease script adds a route → there with the lease, and without it gone', () => {
    expect(defaults({ ether3: lease })).toEqual(['30.30.30.1']);
    expect(defaults({})).toEqual([]);
  });

  it('a lease script changes routes → all other lists are the very same, and nothing is worked out of them anew', () => {
    const known = state({ ether3: lease });
    const { router } = decide(known).decision;
    expect(router).not.toBe(known.config.router);
    expect(router.netwatch).toBe(known.config.router.netwatch);
    expect(router.addressLists).toBe(known.config.router.addressLists);
    expect(router.routes).not.toBe(known.config.router.routes);
  });

  it('scripts that are certain → not a word; what is not carried out → named with its reason', () => {
    const more = `${text}/tool netwatch
add host=1.1.1.2 down-script="/ip route disable [find comment=\\$x]"
add host=1.1.1.3 type=http-get down-script="/ip route disable [find comment=L]"
add host=1.1.1.4 test-script="/ip route disable [find comment=L]"
/system scheduler
add name=nightly interval=1d on-event="/ip route disable [find comment=L]"
add name=minutely interval=1m on-event="/ip route enable [find comment=L]"
`;
    const said = draft(state({}), runConfig(more)).diagnostics.filter(
      ({ id }) => id === 'linux/script-not-carried-out',
    );
    expect(
      said.map(({ severity, span, what }) => [severity, span.start.line, what.replace(/.*Linux: /, '')]),
    ).toEqual([
      ['error', 7, 'hosts are asked by simple, icmp and tcp-conn alone, at an IPv4 address.'],
      ['error', 8, 'test-script is not run.'],
      ['error', 10, 'only what the scheduler runs at startup or at least every hour is run.'],
      ['error', 6, 'what line 6 of it does is not certain.'],
    ]);
  });
});
