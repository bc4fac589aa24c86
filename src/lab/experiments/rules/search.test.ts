import { describe, expect, it } from 'vitest';
import { assumeWorld, situationOf } from '../../../rib/index.ts';
import { readRouterOs } from '../../../rsc/index.ts';
import { prepare } from '../../../walk/index.ts';
import { searchPackets, triableRules } from './search.ts';

const base = `/ip dhcp-client add interface=ether1
/ip address add address=192.168.1.1/24 interface=ether3
/ip dhcp-server add interface=ether3 name=lan
/ip firewall nat add chain=srcnat out-interface=ether1 action=masquerade
/ip firewall filter
`;

function found(rules: string): Record<string, string> {
  const { router } = readRouterOs(`# by RouterOS 7.14\n${base}${rules}`, { file: 'rules.rsc' });
  const { world, rib } = situationOf(router, assumeWorld(router).world);
  const prepared = prepare(router, rib, world, { engine: 'routeros', seed: 0 });
  const { sample, packets } = searchPackets({ linux: prepared, routeros: prepared }, ['ether1'], () => true);
  expect(sample).toEqual(triableRules(router));
  return Object.fromEntries(
    sample.map(rule => {
      const packet = packets.get(rule);
      return [
        rule.comment,
        packet ? `${packet.in} ${packet.protocol} ${packet.dstPort} ${packet.tcpFlags}` : '',
      ];
    }),
  );
}

describe('searchPackets', () => {
  it('a rule behind others → a packet that they let through', () => {
    expect(
      found(`add chain=forward protocol=tcp dst-port=443 action=accept
add chain=forward action=drop in-interface=ether3 comment=rest`),
    ).toMatchObject({ rest: expect.stringMatching(/^ether3 (?!6 443)/) });
  });

  it('a rule in a chain of its own → a packet that is led there', () => {
    expect(
      found(`add chain=forward protocol=udp action=jump jump-target=games
add chain=games dst-port=27015 protocol=udp action=drop comment=games`),
    ).toMatchObject({ games: expect.stringMatching(/ 17 27015 0$/) });
  });

  it('a rule for invalid packets → a reset of no connection', () => {
    expect(found('add chain=input connection-state=invalid action=drop comment=invalid')).toMatchObject({
      invalid: expect.stringMatching(/ 6 \d+ 4$/),
    });
  });

  it('a rule that lets somebody in from outside → a packet from there; one that lets the LAN in is not tried', () => {
    expect(
      found(`add chain=input in-interface=ether1 protocol=tcp dst-port=22 action=accept comment=ssh
add chain=input in-interface=ether3 action=accept comment=lan`),
    ).toEqual({ ssh: 'ether1 6 22 2', lan: '' });
  });

  it('a rule that nothing comes to → none', () => {
    expect(
      found(`add chain=forward action=drop comment=all
add chain=forward protocol=tcp dst-port=80 action=drop comment=shadowed`),
    ).toMatchObject({ all: expect.stringMatching(/./), shadowed: '' });
  });
});
