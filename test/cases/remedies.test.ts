import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readConfig, withLines } from '../../src/config/index.ts';
import { type Proof, prove, type Remedy, remediesOf } from '../../src/prove/index.ts';
import { assumeWorld } from '../../src/rib/index.ts';

/** What mends the violations of one invariant in a file of this folder. */
function remediesIn(file: string, invariant: string): (Remedy | undefined)[] {
  const { proof, remedies } = mended(file);
  return [...proof.defects, ...proof.violations, ...proof.remarks]
    .filter(one => one.invariant === invariant)
    .map(one => remedies.get(one));
}

function mended(file: string) {
  const config = readConfig(fileURLToPath(new URL(file, import.meta.url)));
  const { world } = assumeWorld(config.router);
  const proofWith = (lines: readonly string[]): Proof | undefined => {
    const more = withLines(config, lines, {});
    return more && prove(more.router, world, { engine: 'routeros' });
  };
  const proof = prove(config.router, world, { engine: 'routeros' });
  return { proof, remedies: remediesOf(proof, proofWith) };
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

  it('routes that nothing checks → check-gateway for each, which does not see what is dead behind the gateway', () => {
    const [remedy] = remediesIn('hairpin-without-srcnat.rsc', 'lan-reaches-internet');
    expect(remedy).toEqual({
      lines: [
        '/ip route set [find gateway=198.51.100.1] check-gateway=ping',
        '/ip route set [find gateway=203.0.113.1] check-gateway=ping',
      ],
      left: [
        { interface: 'ether1', kind: 'upstream' },
        { interface: 'ether2', kind: 'upstream' },
      ],
    });
  });

  it('a gateway that answers, dead behind it → resolved and checked through a host of the Internet', () => {
    expect(remediesIn('router-service-second-wan.rsc', 'lan-reaches-internet')).toEqual([
      {
        lines: [
          '/ip route add dst-address=1.1.1.1/32 gateway=198.51.100.1 scope=10',
          '/ip route set [find dst-address=0.0.0.0/0 gateway=198.51.100.1] gateway=1.1.1.1 target-scope=11 check-gateway=ping',
        ],
        left: [],
      },
    ]);
  });

  it('lines that do not mend it → none', () => {
    expect(remediesIn('netwatch-not-pinned.rsc', 'router-reaches-servers')).toEqual([]);
    const unknown = mended('two-wan-no-ip-address.rsc');
    const table = unknown.proof.defects.find(({ flaw }) => flaw.kind === 'empty-table');
    expect(table && unknown.remedies.get(table)).toBeUndefined();
  });

  it('a tunnel leads into itself → a route of its own for its far end', () => {
    expect(remediesIn('tunnel-into-itself.rsc', 'tunnels-lead-outside')).toEqual([
      { lines: ['/ip route add dst-address=198.51.100.99/32 gateway=203.0.113.1 distance=1'], left: [] },
    ]);
  });

  it('a table that packets are marked for is empty → a default route by the WAN that they came in by', () => {
    expect(remediesIn('dead-table.rsc', 'tables-are-live')).toEqual([
      {
        lines: [
          '/ip route add dst-address=0.0.0.0/0 gateway=198.51.100.1 routing-table=to_two check-gateway=ping',
        ],
        left: [],
      },
    ]);
  });

  it('a scope that is too high for the target-scope → both as the manual has them', () => {
    expect(remediesIn('scope-too-high.rsc', 'routes-resolve')).toEqual([
      {
        lines: [
          '/ip route set [find dst-address=192.0.2.1/32] scope=10',
          '/ip route set [find dst-address=0.0.0.0/0 gateway=192.0.2.1] target-scope=11',
        ],
        left: [],
      },
    ]);
  });

  it('a remainder that no rule takes, and one that no packet has → the rule of the one takes the other', () => {
    const [missing] = remediesIn('two-wan-no-ip-address.rsc', 'pcc-is-complete');
    expect(missing?.lines).toEqual([
      expect.stringMatching(
        /^\/ip firewall mangle set \[find per-connection-classifier=both-addresses:2\/2 new-connection-mark=\S+\] per-connection-classifier=both-addresses:2\/1$/,
      ),
    ]);
  });

  it('a rule that takes everything before PCC → moved behind', () => {
    const found = remediesIn('accept-all-before-pcc.rsc', 'marks-are-reached');
    expect(found[0]?.lines).toEqual([
      expect.stringMatching(/^\/ip firewall mangle move \[find chain=prerouting action=accept in-interface=/),
    ]);
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
