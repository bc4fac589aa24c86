import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readConfig, withLines } from '../../src/config/index.ts';
import { type Proof, prove, type Remedy, remediesOf } from '../../src/prove/index.ts';
import { assumeWorld } from '../../src/rib/index.ts';

/** What mends the violations of one invariant in a file of this folder. */
function remediesIn(file: string, invariant: string): (Remedy | undefined)[] {
  const config = readConfig(fileURLToPath(new URL(file, import.meta.url)));
  const { world } = assumeWorld(config.router);
  const proofWith = (lines: readonly string[]): Proof | undefined => {
    const more = withLines(config, lines, {});
    return more && prove(more.router, world, { engine: 'routeros' });
  };
  const proof = prove(config.router, world, { engine: 'routeros' });
  const remedies = remediesOf(proof, proofWith);
  return [...proof.violations, ...proof.remarks]
    .filter(one => one.invariant === invariant)
    .map(one => remedies.get(one));
}

describe('a remedy that was proved', () => {
  it('PCC catches what goes to another LAN → own networks are accepted before it (v6 and v7)', () => {
    expect(remediesIn('pcc-breaks-intervlan.rsc', 'lan-reaches-lan')).toEqual([
      {
        lines: [
          '/ip firewall mangle add chain=prerouting dst-address=10.10.10.0/24 action=accept place-before=0',
          '/ip firewall mangle add chain=prerouting dst-address=10.20.20.0/24 action=accept place-before=0',
        ],
        left: [],
      },
    ]);
    expect(remediesIn('marks-before-local-v7.rsc', 'lan-reaches-router')).toMatchObject([{ left: [] }]);
  });

  it('answers leave by the wrong WAN → connections are marked by the WAN that they come in by', () => {
    const [remedy] = remediesIn('router-service-second-wan.rsc', 'answer-leaves-as-it-came');
    expect(remedy?.lines).toContain(
      '/ip firewall mangle add chain=prerouting in-interface=ether2 connection-state=new connection-mark=no-mark action=mark-connection new-connection-mark=in-ether2 place-before=0',
    );
  });

  it('a port forward used from its own LAN → the server sees the router', () => {
    const [remedy] = remediesIn('hairpin-without-srcnat.rsc', 'forward-works-inside');
    expect(remedy?.lines).toEqual([
      '/ip firewall nat add chain=srcnat src-address=10.20.0.0/24 dst-address=10.20.0.10 out-interface=ether3 action=masquerade',
    ]);
  });

  it('a route that nothing checks → check-gateway, which does not see what is dead behind the gateway', () => {
    const [remedy] = remediesIn('hairpin-without-srcnat.rsc', 'lan-reaches-internet');
    expect(remedy).toEqual({
      lines: ['/ip route set [find gateway=198.51.100.1] check-gateway=ping'],
      left: [{ interface: 'ether1', kind: 'upstream' }],
    });
  });

  it('lines that do not mend it → none', () => {
    expect(remediesIn('router-service-second-wan.rsc', 'lan-reaches-internet')).toEqual([undefined]);
  });
});

describe('withLines', () => {
  const config = readConfig(fileURLToPath(new URL('pcc-breaks-intervlan.rsc', import.meta.url)));

  it('place-before=0 → before all that stands, the last line first', () => {
    const add = (mark: string) =>
      `/ip firewall mangle add chain=output action=mark-connection new-connection-mark=${mark} place-before=0`;
    const more = withLines(config, [add('a'), add('b')], {});
    const marks = more?.router.firewall.ipv4.mangle.slice(0, 2).map(({ action }) => action);
    expect(marks).toMatchObject([{ mark: 'b' }, { mark: 'a' }]);
  });

  it('a line that is not understood → none', () => {
    expect(withLines(config, ['/ip route add no-such-property=1'], {})).toBeUndefined();
  });
});
