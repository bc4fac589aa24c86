import { describe, expect, it } from 'vitest';
import type { Dialect } from '../model/index.ts';
import { assumeWorld, withAssumedPorts } from '../rib/index.ts';
import { readRouterOs } from '../rsc/index.ts';
import { lint } from './lint.ts';

const file = 'office.rsc';

function readAs(text: string, dialect: Dialect) {
  const { router: read, diagnostics } = readRouterOs(text, { file, dialect });
  const router = withAssumedPorts(read);
  return { router, ...assumeWorld(router), leaseRoutes: {}, diagnostics, texts: new Map([[file, text]]) };
}

const findings = (text: string, id: string) =>
  lint({ ...readAs(text, 'v7'), asOlder: readAs(text, 'v6') }, { language: 'en' }).diagnostics.filter(
    one => one.id === id,
  );

const recursive = `/ip route
add dst-address=8.8.8.8/32 gateway=198.51.100.1 scope=10
add dst-address=0.0.0.0/0 gateway=8.8.8.8 check-gateway=ping
add dst-address=0.0.0.0/0 gateway=203.0.113.1 distance=2
`;

describe('a text whose version nothing shows', () => {
  it('a mistake on RouterOS 7 alone → a warning that says so', () =>
    expect(findings(recursive, 'routes/scope')).toMatchObject([
      {
        severity: 'warning',
        confidence: 'assumed',
        what: expect.stringContaining('(Assumed: the text is for RouterOS 7; --dialect v6 says otherwise.)'),
      },
    ]));

  it('a mistake on both → as it is', () => {
    const unchecked = recursive.replace(' check-gateway=ping', ' target-scope=11');
    expect(findings(unchecked, 'probes/recursive-unchecked')).toMatchObject([
      { severity: 'error', confidence: 'certain' },
    ]);
  });
});

describe('a port of which the text says two things', () => {
  const text = `/interface list
add name=LAN
/interface list member
add list=LAN interface=ether1
add list=LAN interface=bridge
/ip address
add address=192.168.88.1/24 interface=bridge
add address=198.51.100.2/24 interface=ether1
/ip route
add gateway=198.51.100.1
/ip firewall filter
add chain=input connection-state=established action=accept
add chain=input in-interface-list=!LAN action=drop
`;
  it('a packet that comes in there → assumed, with the option that says otherwise', () => {
    expect(findings(text, 'firewall/input-open')).toMatchObject([
      {
        severity: 'warning',
        confidence: 'assumed',
        what: expect.stringContaining('(Assumed: ether1 is a WAN; --lan ether1 says otherwise.)'),
      },
    ]);
  });

  it('the text says one thing → certain', () => {
    const plain = text.replace('add list=LAN interface=ether1\n', '');
    expect(findings(plain.replace('action=drop', 'action=accept'), 'firewall/input-open')).toMatchObject([
      { severity: 'error', confidence: 'certain' },
    ]);
  });
});
