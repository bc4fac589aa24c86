import { describe, expect, it } from 'vitest';
import type { RouterOsVersion } from '../model/index.ts';
import { leaseRouteComments, readRouterOs, writeRouterOs } from '../rsc/index.ts';
import { convertRouterOs } from './index.ts';

const v6: RouterOsVersion = { dialect: 'v6', text: '', evidence: [] };
const v7: RouterOsVersion = { dialect: 'v7', text: '', evidence: [] };

function convert(text: string, from: RouterOsVersion, to: RouterOsVersion) {
  const { router } = readRouterOs(text, { file: 'x.rsc', dialect: from.dialect });
  const converted = convertRouterOs(router, to);
  return {
    router: converted.router,
    text: writeRouterOs(converted.router),
    said: converted.diagnostics.map(({ id, severity }) => `${severity} ${id}`),
  };
}

describe('v6 to v7', () => {
  it('states tables, splits ECMP, raises target-scope of recursive routes', () => {
    const { text, said } = convert(
      `/ip route
add dst-address=8.8.4.4/32 gateway=10.0.0.1 scope=10
add dst-address=9.9.9.9/32 gateway=10.0.1.1 scope=10
add check-gateway=ping gateway=8.8.4.4,9.9.9.9 routing-mark=isp1`,
      v6,
      v7,
    );
    expect(text).toBe(`/routing table
add fib name=isp1
/ip route
add dst-address=8.8.4.4/32 gateway=10.0.0.1 scope=10
add dst-address=9.9.9.9/32 gateway=10.0.1.1 scope=10
add check-gateway=ping dst-address=0.0.0.0/0 gateway=8.8.4.4 \\
    routing-table=isp1 target-scope=11
add check-gateway=ping dst-address=0.0.0.0/0 gateway=9.9.9.9 \\
    routing-table=isp1 target-scope=11
`);
    expect(said).toEqual([]);
  });

  it('moves rules, and keeps a DHCP client that is off', () => {
    const { text } = convert(
      '/ip route rule add src-address=10.1.0.0/16 table=isp1\n/ip dhcp-client add interface=ether1',
      v6,
      v7,
    );
    expect(text).toContain('/routing rule\nadd src-address=10.1.0.0/16 table=isp1\n');
    expect(text).toContain('/ip dhcp-client\nadd disabled=yes interface=ether1\n');
  });

  it('gives each route its own check-gateway and says so', () => {
    const { router, said } = convert(
      '/ip route\nadd gateway=10.0.0.1 check-gateway=ping\nadd gateway=10.0.0.1 routing-mark=isp1',
      v6,
      v7,
    );
    expect(router.routes.map(({ checkGateway }) => checkGateway)).toEqual(['ping', 'ping']);
    expect(said).toEqual(['info routeros/check-gateway-shared']);
  });

  it('says that weights are lost', () => {
    const { router, said } = convert('/ip route add gateway=10.0.0.1,10.0.0.1,10.0.1.1', v6, v7);
    expect(router.routes.map(({ gateways }) => gateways)).toEqual([
      [{ address: '10.0.0.1' }],
      [{ address: '10.0.1.1' }],
    ]);
    expect(said).toEqual(['warning routeros/ecmp-weight']);
  });
});

describe('v7 to v6', () => {
  it('says what v6 has no words for', () => {
    const { said } = convert(
      `/routing table
add fib name=isp1
add name=nofib
add fib name=unused
/ip route
add gateway=10.0.0.1 routing-table=isp1
add gateway=10.0.0.1 routing-table=nofib
add gateway=10.0.0.1@isp1
/routing rule
add min-prefix=0 table=main
/queue type
add kind=cake name=c
/tool netwatch
add host=1.1.1.1 type=icmp
/ip hotspot profile
add name=x`,
      v7,
      v6,
    );
    expect(said).toEqual([
      'error routeros/queue-kind',
      'error routeros/gateway-table',
      'error routeros/min-prefix',
      'warning routeros/table-without-fib',
      'info routeros/table-unused',
      'error routeros/cannot-say',
      'warning routeros/kept-as-written',
    ]);
  });

  it('replaces default-route-tables by routes that follow the lease', () => {
    const { router, said } = convert(
      '/routing table add fib name=isp1\n/ip dhcp-client add interface=ether1 check-gateway=ping default-route-tables=main:2,isp1:1',
      v7,
      v6,
    );
    const [client] = router.dhcpClients;
    expect(client).toMatchObject({ addDefaultRoute: 'yes', defaultRouteDistance: 2, defaultRouteTables: [] });
    expect(leaseRouteComments(client?.script ?? '')).toEqual(['lease of ether1 in isp1']);
    expect(router.routes).toMatchObject([
      { comment: 'lease of ether1 in isp1', table: 'isp1', disabled: true },
    ]);
    expect(said).toEqual(['warning routeros/default-route-tables', 'error routeros/dhcp-check-gateway']);
  });
});

it('an older v7 lacks what came later', () => {
  const { said } = convert('/ip settings set ipv4-multipath-hash-policy=l4', v7, { ...v7, minor: 15 });
  expect(said).toEqual(['error routeros/cannot-say']);
});
