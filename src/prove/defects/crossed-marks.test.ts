import { describe, expect, it } from 'vitest';
import { readText } from '../../../test/walk/read.ts';
import { assumedWorld, assumeWorld, situationOf } from '../../rib/index.ts';
import { readRouterOs } from '../../rsc/index.ts';
import { prepare } from '../../walk/index.ts';
import { prove } from '../prove.ts';
import { linesForDefect } from '../remedy/defect-lines.ts';
import { remediesOf } from '../remedy/index.ts';
import { defectText } from '../say.ts';
import { crossedMarks } from './crossed-marks.ts';

const twoWans = `# by RouterOS 7.15
/ip address
add address=203.0.113.2/24 interface=ether1
add address=198.51.100.2/24 interface=ether3
add address=192.168.0.1/24 interface=ether2
/routing table
add name=one fib
add name=two fib
/ip route
add gateway=203.0.113.1 check-gateway=ping
add gateway=198.51.100.1 distance=2 check-gateway=ping
add gateway=203.0.113.1 routing-table=one
add gateway=198.51.100.1 routing-table=two
/ip firewall nat
add chain=srcnat out-interface=ether1 action=masquerade
add chain=srcnat out-interface=ether3 action=masquerade
`;

interface Rules {
  /** What sends the second WAN's mark. */
  readonly second: string;
  readonly first?: string;
  readonly arrival?: string;
}

const send = (mark: string, table: string, more = '') =>
  `add chain=prerouting in-interface=ether2 connection-mark=${mark} action=mark-routing new-routing-mark=${table} ${more}\n`;

/** A balance that works, whatever its marks are sent to: every connection of the LAN leaves by some WAN and comes back. */
const balance = ({
  second,
  first = send('c1', 'one'),
  arrival = 'ether3',
}: Rules) => `${twoWans}/ip firewall mangle
add chain=prerouting in-interface=ether1 connection-mark=no-mark action=mark-connection new-connection-mark=c1
add chain=prerouting in-interface=${arrival} connection-mark=no-mark action=mark-connection new-connection-mark=c2
add chain=prerouting in-interface=ether2 connection-mark=no-mark dst-address-type=!local per-connection-classifier=src-address:2/0 action=mark-connection new-connection-mark=c1
add chain=prerouting in-interface=ether2 connection-mark=no-mark dst-address-type=!local per-connection-classifier=src-address:2/1 action=mark-connection new-connection-mark=c2
${first}${second}`;

const saidOf = (rules: Rules) =>
  crossedMarks(readText(balance(rules))).map(one => [
    defectText(one, 'en'),
    one.origins.map(({ span }) => span.start.line),
  ]);

const sentence =
  'Connections that come in by ether3 are marked c2, and c2 is sent to table one, which leads out by ether1: what belongs to them leaves by another WAN.';

describe('crossedMarks', () => {
  it('each mark to the table of its WAN → nothing; one to the table of another → said, with both rules', () => {
    expect(saidOf({ second: send('c2', 'two') })).toEqual([]);
    expect(saidOf({ second: send('c2', 'one') })).toEqual([[sentence, [19, 23, 12]]]);
  });

  it('on which port the gateway lies is only assumed → nothing is evident; a route says it → said', () => {
    const leased = balance({ second: send('c2', 'one') })
      .replace('add address=203.0.113.2/24 interface=ether1\n', '')
      .replace(
        '/ip address',
        '/ip dhcp-client\nadd interface=ether1 add-default-route=no disabled=no\n/ip address',
      );
    const assumed = (text: string) => {
      const { router } = readRouterOs(text, { file: 'office.rsc', dialect: 'v7' });
      const { world } = assumeWorld(router);
      const { rib } = situationOf(router, world);
      return crossedMarks(prepare(router, rib, world, { engine: 'routeros', seed: 0 })).length;
    };
    // The networks of the port that marks are stated, and do not hold the gateway: it lies elsewhere for sure.
    expect(assumed(leased)).toBe(1);
    const bothLeased = leased
      .replace(/add address=\S+ interface=ether3\n/, '')
      .replace(
        '/ip address',
        '/ip dhcp-client\nadd interface=ether3 add-default-route=no disabled=no\n/ip address',
      );
    expect(assumed(bothLeased)).toBe(0);
    expect(assumed(leased.replace('gateway=203.0.113.1 routing', 'gateway=203.0.113.1%ether1 routing'))).toBe(
      1,
    );
  });

  it('of two rules for one mark the last that is passed, or the first that ends the chain, counts', () => {
    expect(saidOf({ second: send('c2', 'one') + send('c2', 'two') })).toEqual([]);
    expect(saidOf({ second: send('c2', 'one', 'passthrough=no') + send('c2', 'two') })).toHaveLength(1);
    expect(saidOf({ second: send('c2', 'two', 'passthrough=no') + send('c2', 'one') })).toEqual([]);
  });

  it('marked in input → only what the router answers is looked at', () => {
    const rules = (chain: string, table: string) => `${twoWans}/ip firewall mangle
add chain=input in-interface=ether1 action=mark-connection new-connection-mark=c1
add chain=input in-interface=ether3 action=mark-connection new-connection-mark=c2
add chain=${chain} connection-mark=c2 action=mark-routing new-routing-mark=${table}
`;
    expect(crossedMarks(readText(rules('prerouting in-interface=ether2', 'one')))).toEqual([]);
    expect(crossedMarks(readText(rules('output', 'one')))).toHaveLength(1);
  });

  it('nothing marks what comes in by the WAN of the table → the rule that marks gets that port', () => {
    const text = `${twoWans}/ip firewall mangle
add chain=input in-interface=ether3 action=mark-connection new-connection-mark=c1
add chain=input in-interface=ether3 connection-mark=no-mark action=mark-connection new-connection-mark=c2
add chain=output connection-mark=c1 action=mark-routing new-routing-mark=one
add chain=output connection-mark=c2 action=mark-routing new-routing-mark=two
`;
    const prepared = readText(text);
    const [defect, ...more] = crossedMarks(prepared);
    expect(more).toEqual([]);
    expect(defect && linesForDefect(defect, prepared)).toEqual([
      '/ip firewall mangle set [find in-interface=ether3 new-connection-mark=c1] in-interface=ether1',
    ]);
  });

  it('only some of its packets are sent elsewhere → that is meant', () => {
    expect(saidOf({ second: send('c2', 'one', 'dst-address=9.9.9.9') })).toEqual([]);
    expect(saidOf({ second: send('c2', 'one', 'disabled=yes') })).toEqual([]);
  });

  it('connections of several WANs have the mark, or of none → nothing is evident', () => {
    const more = 'add chain=prerouting in-interface=ether1 action=mark-connection new-connection-mark=c2\n';
    expect(saidOf({ second: more + send('c2', 'one') })).toEqual([]);
    expect(saidOf({ second: send('c2', 'one'), arrival: 'ether2' })).toEqual([]);
  });

  it('the balance itself works → said all the same, violated, and mended by the table of its WAN', () => {
    const text = balance({ second: send('c2', 'one') });
    const proofOf = (more: readonly string[]) => {
      const { router } = readRouterOs(`${text}${more.join('\n')}\n`, { file: 'office.rsc' });
      return prove(router, assumedWorld(router, {}), { engine: 'routeros' });
    };
    const proof = proofOf([]);
    expect(proof.defects.map(one => defectText(one, 'en'))).toEqual([sentence]);
    expect(
      proof.violations.some(one => one.fault === undefined && one.invariant === 'lan-reaches-internet'),
    ).toBe(false);
    const [defect] = proof.defects;
    expect(defect && remediesOf(proof, proofOf).get(defect)?.lines).toEqual([
      '/ip firewall mangle set [find connection-mark=c2 new-routing-mark=one] new-routing-mark=two',
    ]);
  });
});
