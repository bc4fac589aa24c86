import { describe, expect, it } from 'vitest';
import { readText } from '../../../test/walk/read.ts';
import { assumedWorld } from '../../rib/index.ts';
import { readRouterOs } from '../../rsc/index.ts';
import { type Proof, prove } from '../prove.ts';
import { concernsText, violationText } from '../say.ts';
import { servedBy } from './servers.ts';

const twoWans = `# by RouterOS 7.15
/ip address
add address=198.51.100.2/24 interface=ether1
add address=203.0.113.2/24 interface=ether3
add address=192.168.0.1/24 interface=ether2
/ip firewall nat
add chain=srcnat action=masquerade out-interface=ether1
add chain=srcnat action=masquerade out-interface=ether3
/ip route
add gateway=198.51.100.1 check-gateway=ping
add gateway=203.0.113.1 distance=2 check-gateway=ping
`;

/** Answers go as they came. */
const marked = `/routing table
add fib name=two
/ip route
add gateway=203.0.113.1 routing-table=two
/ip firewall mangle
add chain=prerouting in-interface=ether3 connection-state=new action=mark-connection new-connection-mark=two
add chain=output connection-mark=two action=mark-routing new-routing-mark=two
`;

const served = (text: string): string[] =>
  servedBy(readText(`${twoWans}${text}`).router).map(({ service, protocol, port, at }) =>
    [service, protocol, port, at].join(' ').trim(),
  );

function proofOf(more: string): Proof {
  const { router } = readRouterOs(`${twoWans}${more}`, { file: 'office.rsc' });
  return prove(router, assumedWorld(router, {}), { engine: 'routeros' });
}

const closed = ({ violations, remarks }: Proof) => {
  const about = (all: Proof['violations']): string[] =>
    all.filter(({ breach }) => breach.kind === 'closed').map(one => violationText(one, 'en'));
  return { violations: about(violations), remarks: about(remarks) };
};

const pptp = '/interface pptp-server server\nset enabled=yes\n';

describe('servedBy', () => {
  it('each server that is on, by the first packet that it waits for', () => {
    expect(served('/interface l2tp-server server\nset enabled=yes\n')).toEqual(['L2TP 17 1701']);
    expect(served('/interface l2tp-server server\nset enabled=yes use-ipsec=required\n')).toEqual([
      'L2TP/IPsec 17 500',
      'L2TP/IPsec 17 4500',
    ]);
    expect(served('/interface l2tp-server server\nset enabled=yes use-ipsec=yes\n')).toEqual([
      'L2TP/IPsec 17 500',
      'L2TP/IPsec 17 4500',
      'L2TP 17 1701',
    ]);
    expect(served(pptp)).toEqual(['PPTP 6 1723']);
    expect(served('/interface sstp-server server\nset enabled=yes port=4443\n')).toEqual(['SSTP 6 4443']);
    expect(served('/interface ovpn-server server\nset enabled=yes\n')).toEqual(['OVPN 6 1194']);
    expect(served('/interface ovpn-server server\nadd name=o protocol=udp port=1195 disabled=no\n')).toEqual([
      'OVPN 17 1195',
    ]);
  });

  it('servers that are off, or whose state is not said → none', () => {
    expect(served('/interface pptp-server server\nset default-profile=x\n')).toEqual([]);
    expect(served('/interface pptp-server server\nset enabled=no\n')).toEqual([]);
    expect(served('/interface ovpn-server server\nadd name=o\n')).toEqual([]);
  });

  it('WireGuard whose peers call → its port; where the router calls them all → none', () => {
    const peers = (more: string) =>
      served(
        `/interface wireguard\nadd listen-port=13231 name=wg1\n/interface wireguard peers\nadd interface=wg1 public-key="k" ${more}\n`,
      );
    expect(peers('')).toEqual(['WireGuard 17 13231']);
    expect(peers('endpoint-address=198.51.100.99 endpoint-port=1')).toEqual([]);
  });

  it('IPsec peers that are whole networks or only answer, at an address of their own', () => {
    const peer = (more: string) => served(`/ip ipsec peer\nadd name=p ${more}\n`);
    expect(peer('passive=yes exchange-mode=ike2')).toEqual(['IKEv2 17 500', 'IKEv2 17 4500']);
    expect(peer('address=0.0.0.0/0 local-address=203.0.113.2')).toEqual([
      'IPsec 17 500 203.0.113.2',
      'IPsec 17 4500 203.0.113.2',
    ]);
    expect(peer('address=198.51.100.11/32')).toEqual([]);
  });
});

describe('vpn-servers-answer', () => {
  const filter = '/ip firewall filter\n';

  it('nothing refuses it → holds', () => {
    expect(closed(proofOf(`${marked}${pptp}`))).toEqual({ violations: [], remarks: [] });
  });

  it('a rule refuses it, and none is there to let it in → a remark, once for all WANs', () => {
    const { violations, remarks } = closed(
      proofOf(
        `${marked}${pptp}${filter}add chain=input in-interface=!ether2 connection-state=new action=drop\n`,
      ),
    );
    expect(violations).toEqual([]);
    expect(remarks).toEqual([
      expect.stringMatching(
        /^The PPTP \(TCP 1723\) server is on and gets no first packet by ether1, ether3: it is dropped by/,
      ),
    ]);
  });

  it('the rule that shall let it in stands behind the drop → violated, with both lines', () => {
    const rules = `${filter}add chain=input in-interface=!ether2 connection-state=new action=drop\nadd chain=input protocol=tcp dst-port=1723 action=accept\n`;
    const { violations } = closed(proofOf(`${marked}${pptp}${rules}`));
    expect(violations).toHaveLength(1);
    expect(violations[0]).toMatch(/before the rule at office\.rsc:\d+ that lets it in\.$/);
  });

  it('the rule lets it in from some hosts alone → that is policy, nothing is said', () => {
    const some = `${pptp}/ip firewall filter
add chain=input action=accept protocol=tcp dst-port=1723 src-address=9.9.9.0/24
add chain=input action=drop in-interface=ether1
add chain=input action=drop in-interface=ether3
`;
    expect(closed(proofOf(some))).toEqual({ violations: [], remarks: [] });
  });

  it('it is let in by one WAN only, on purpose → a remark for the other', () => {
    const rules = `${filter}add chain=input in-interface=ether1 protocol=tcp dst-port=1723 action=accept\nadd chain=input in-interface=!ether2 connection-state=new action=drop\n`;
    const { violations, remarks } = closed(proofOf(`${marked}${pptp}${rules}`));
    expect([violations.length, remarks.length]).toEqual([0, 1]);
  });
});

describe('answer-leaves-as-it-came', () => {
  const wrong = (more: string) =>
    proofOf(more).violations.filter(({ invariant }) => invariant === 'answer-leaves-as-it-came');

  it('nothing marks what comes in by the second WAN → said with the services that it concerns', () => {
    const wireGuard =
      '/interface wireguard\nadd listen-port=13231 name=wg1\n/interface wireguard peers\nadd interface=wg1 public-key="k"\n';
    const forward =
      '/ip firewall nat\nadd chain=dstnat dst-address=203.0.113.2 protocol=tcp dst-port=8080 action=dst-nat to-addresses=192.168.0.9\n';
    const found = wrong(`${pptp}${wireGuard}${forward}`);
    expect(found).toHaveLength(1);
    expect(found.flatMap(one => concernsText(one, 'en'))).toEqual([
      'concerns WireGuard (UDP 13231), PPTP (TCP 1723), port forward (TCP 8080)',
    ]);
  });

  it('what passes to a LAN without dst-nat → no port forward', () => {
    const inside = proofOf('/ip address\nadd address=8.8.4.1/24 interface=ether4\n');
    const found = inside.violations.filter(({ invariant }) => invariant === 'answer-leaves-as-it-came');
    expect(found.flatMap(one => concernsText(one, 'en')).join()).not.toContain('port forward');
  });

  it('answers of the router are marked → holds', () => {
    expect(wrong(`${marked}${pptp}`)).toEqual([]);
  });
});
