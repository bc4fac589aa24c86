import { describe, expect, it } from 'vitest';
import { readText } from '../../../test/walk/read.ts';
import { assumedWorld, assumeWorld } from '../../rib/index.ts';
import { prove } from '../prove.ts';
import { violationText } from '../say.ts';

/** Two WANs, of which the second answers by the first; what comes by it is let in by the rules that are said. */
function foundIn(more: string, secondWan = '192.168.8.50/24') {
  const { router } = readText(`# by RouterOS 7.15
/ip address
add address=198.51.100.2/24 interface=ether1
add address=${secondWan} interface=ether3
add address=192.168.0.1/24 interface=ether2
/ip firewall nat
add chain=srcnat action=masquerade out-interface=ether1
add chain=srcnat action=masquerade out-interface=ether3
/ip route
add gateway=198.51.100.1 check-gateway=ping
add gateway=${secondWan.replace(/\d+\/24/, '1')} distance=2 check-gateway=ping
${more}
`);
  const proof = prove(router, assumedWorld(router, {}), { engine: 'routeros' });
  const about = ({ violations, remarks } = proof) => ({
    violations: violations.filter(({ invariant }) => invariant === 'answer-leaves-as-it-came').length,
    remarks: remarks.filter(({ breach }) => breach.kind === 'pinged').map(one => violationText(one, 'en')),
  });
  return about();
}

const letIn = (...rules: readonly string[]) =>
  [
    '/ip firewall filter',
    ...rules.map(rule => `add chain=input ${rule}`),
    'add chain=input in-interface=ether3 connection-state=new action=drop',
  ].join('\n');

const pingText = expect.stringMatching(
  /^A ping to 192\.168\.8\.50 came in by ether3; the answer leaves by ether1/,
);

describe('what is asked by a WAN', () => {
  it('nothing is kept out → a violation', () => {
    expect(foundIn('')).toEqual({ violations: 1, remarks: [] });
  });

  it('only ping is let in, to a private address → a remark; to a public one → a violation', () => {
    const ping = letIn('protocol=icmp action=accept');
    expect(foundIn(ping)).toEqual({ violations: 0, remarks: [pingText] });
    expect(foundIn(ping, '203.0.113.2/24')).toEqual({ violations: 1, remarks: [] });
  });

  it('only ping is let in, to the address of a lease that no text states → a remark', () => {
    const { router } = readText(`# by RouterOS 7.15
/ip dhcp-client
add interface=ether1 disabled=no
add interface=ether3 disabled=no default-route-distance=2
/ip address
add address=192.168.0.1/24 interface=ether2
/ip firewall nat
add chain=srcnat action=masquerade out-interface=!ether2
${letIn('protocol=icmp action=accept')}
`);
    const { violations, remarks } = prove(router, assumeWorld(router).world, { engine: 'routeros' });
    const kinds = (all: typeof violations) =>
      all
        .filter(({ invariant }) => invariant === 'answer-leaves-as-it-came')
        .map(({ breach }) => breach.kind);
    expect([kinds(violations), kinds(remarks)]).toEqual([[], ['pinged']]);
  });

  it('ping and WinBox are let in → a violation; WinBox answers the LAN only, or is off → a remark', () => {
    const both = letIn('protocol=icmp action=accept', 'protocol=tcp dst-port=8291 action=accept');
    expect(foundIn(both)).toEqual({ violations: 1, remarks: [] });
    const closed = ['address=192.168.0.0/24', 'disabled=yes', 'port=58291'];
    for (const property of closed)
      expect(foundIn(`${both}\n/ip service\nset winbox ${property}`)).toEqual({
        violations: 0,
        remarks: [pingText],
      });
    expect(foundIn(`${both}\n/ip service\nset winbox address=192.168.0.0/24,203.0.113.0/24`).violations).toBe(
      1,
    );
  });

  it('no filter, and every service is off or for the LAN → a remark; one is left → a violation', () => {
    const services = (api: string) =>
      `/ip service\n${['winbox', 'ssh', 'www'].map(name => `set ${name} address=192.168.0.0/24,fd00::/8\n`).join('')}${['telnet', 'ftp', 'api-ssl'].map(name => `set ${name} disabled=yes\n`).join('')}set api ${api}`;
    expect(foundIn(services('disabled=yes'))).toEqual({ violations: 0, remarks: [pingText] });
    expect(foundIn(services('port=8000')).violations).toBe(1);
    expect(foundIn(`${services('disabled=yes')}\n/snmp\nset enabled=yes`).violations).toBe(0);
    const l2tp = '/interface l2tp-server server\nset enabled=yes';
    expect(foundIn(`${services('disabled=yes')}\n${l2tp}`).violations).toBe(1);
  });

  it('a port of which nobody knows what waits there is let in → a violation', () => {
    expect(foundIn(letIn('protocol=tcp dst-port=9999 action=accept')).violations).toBe(1);
    expect(foundIn(letIn('protocol=udp dst-port=53 action=accept')).violations).toBe(1);
  });

  it('a port is only named, by rules that drop or count it → as all others', () => {
    const closed =
      '/ip service\n' +
      ['winbox', 'ssh', 'www', 'telnet', 'ftp', 'api', 'api-ssl']
        .map(name => `set ${name} disabled=yes\n`)
        .join('');
    const named =
      '/ip firewall filter\nadd chain=input protocol=udp dst-port=1363 src-address=9.9.9.9 action=drop\n';
    const opened = letIn('protocol=udp dst-port=1363 action=accept');
    expect(foundIn(closed + named)).toEqual({ violations: 0, remarks: [pingText] });
    expect(foundIn(closed + opened).violations).toBe(1);
  });

  it('another protocol is let in → a violation only where a tunnel or a rule asks for it', () => {
    const closed = letIn('protocol=!tcp action=accept').replace(
      'add chain=input in',
      'add chain=input protocol=tcp action=drop\nadd chain=input protocol=udp action=drop\nadd chain=input in',
    );
    expect(foundIn(closed)).toEqual({ violations: 0, remarks: [pingText] });
    expect(foundIn(letIn('protocol=gre action=accept')).violations).toBe(1);
  });
});
