import { describe, expect, it } from 'vitest';
import { read } from '../../../test/walk/read.ts';
import type { Fault } from '../../rib/index.ts';
import type { Ending } from '../../walk/index.ts';
import type { Defect } from '../defects/defect.ts';
import type { Proof } from '../prove.ts';
import type { Violation } from '../search/search.ts';
import { badly, ended, fromLan, leakIn } from '../testing/index.ts';
import { remediesOf } from './remedy.ts';

const office = read('');
const masquerade = '/ip firewall nat add chain=srcnat out-interface=ether1 action=masquerade';

const leak = (parts: Partial<Violation> = {}): Violation => leakIn(office, parts);

const proof = (violations: readonly Violation[], parts: Partial<Proof> = {}): Proof => ({
  verdict: 'violated',
  invariants: [],
  about: [],
  points: [],
  violations,
  remarks: [],
  defects: [],
  leftOvers: [],
  doubts: [],
  events: [],
  asked: [],
  packetClasses: 10,
  linkStates: 1,
  healthy: office,
  ...parts,
});

const dead: Fault = { interface: 'ether1', kind: 'unplugged' };
const silent: Fault = { interface: 'ether1', kind: 'gateway' };
const defect: Defect = {
  invariant: 'tables-are-live',
  flaw: { kind: 'empty-table', table: 'a', only: [], isKept: false },
  origins: [],
};

/** What is known of a violation where a proof with its lines comes out so. */
const remedyWhere = (before: Proof, after: Proof | undefined) => [
  ...remediesOf(before, () => after).values(),
];

describe('remediesOf', () => {
  it('it is gone, and nothing new is there → a remedy', () => {
    const one = leak();
    expect(remediesOf(proof([one]), () => proof([]))).toEqual(
      new Map([[one, { lines: [masquerade], left: [] }]]),
    );
  });

  it('it is still there, or the lines cannot be read → none', () => {
    expect(remedyWhere(proof([leak()]), proof([leak()]))).toEqual([]);
    expect(remedyWhere(proof([leak()]), undefined)).toEqual([]);
  });

  it('something else is new: a violation, a remark, another state, a defect → none', () => {
    const other = leak({ invariant: 'nothing-loops' });
    expect(remedyWhere(proof([leak()]), proof([other]))).toEqual([]);
    expect(remedyWhere(proof([leak()]), proof([], { remarks: [other] }))).toEqual([]);
    expect(remedyWhere(proof([leak()]), proof([leak({ fault: dead })]))).toEqual([]);
    expect(remedyWhere(proof([leak()]), proof([], { defects: [defect] }))).toEqual([]);
  });

  it('what was there before is there still → a remedy of the one that is gone', () => {
    const loops = leak({ invariant: 'nothing-loops', trace: ended(fromLan(), { kind: 'no-route' }) });
    const before = proof([leak(), loops], { defects: [defect] });
    expect(remedyWhere(before, proof([loops], { defects: [defect] }))).toHaveLength(1);
  });

  it('other states in which it was violated → those that are left are named', () => {
    const before = proof([leak({ fault: dead, alsoIn: [silent] })]);
    const [some] = remedyWhere(before, proof([leak({ fault: silent })]));
    expect(some?.left).toEqual([silent]);
    const [all] = remedyWhere(before, proof([]));
    expect(all?.left).toEqual([]);
    expect(remedyWhere(before, proof([leak({ fault: silent, alsoIn: [dead] })]))).toEqual([]);
  });

  it('transit and pinned addresses → remarks that no violation of their invariant hides', () => {
    const transit = leak({ breach: { kind: 'transit', from: 'ether1' } });
    const found = remedyWhere(proof([leak()], { remarks: [transit] }), proof([leak()]));
    expect(found.map(({ lines }) => lines[0]?.includes('chain=forward'))).toEqual([true]);
  });

  it('two with the same lines → proved once; without lines → not at all', () => {
    const asked: (readonly string[])[] = [];
    const proofWith = (lines: readonly string[]) => {
      asked.push(lines);
      return proof([]);
    };
    const nothing = leak({ breach: { kind: 'answer' }, trace: ended(fromLan(), { kind: 'no-route' }) });
    const found = remediesOf(proof([leak(), leak({ invariant: 'nothing-loops' }), nothing]), proofWith);
    expect([found.size, asked]).toEqual([2, [[masquerade]]]);
  });

  it('a proof of too many walks → no remedy is tried; as many as may be spent → one, and no second', () => {
    const tries = (packetClasses: number, linkStates: number): number => {
      let count = 0;
      const transit = leak({ breach: { kind: 'transit', from: 'ether1' } });
      remediesOf(proof([leak(), transit], { packetClasses, linkStates }), () => {
        count++;
        return proof([]);
      });
      return count;
    };
    expect(tries(198_501, 1)).toBe(0);
    expect(tries(48_500, 4)).toBe(1);
    expect(tries(48_500, 2)).toBe(2);
    expect(tries(0, 1)).toBe(2);
  });

  it('many different lines → eight are tried', () => {
    const by = (out: string) => leak({ trace: ended(fromLan(), { ...badly('leaked'), out } as Ending) });
    const all = Array.from({ length: 12 }, (_, i) => by(`ether${i + 1}`));
    let count = 0;
    remediesOf(proof(all), () => {
      count++;
      return proof(all);
    });
    expect(count).toBe(8);
  });
});

describe('what is wrong with the text itself', () => {
  const tunnels = read(`/ip firewall mangle
add chain=prerouting in-interface=ether1 action=mark-connection new-connection-mark=m
add chain=output connection-mark=m action=mark-routing new-routing-mark=a
`);
  const before = proof([], { defects: [defect], healthy: tunnels });

  it('it is gone, and while all is well nothing is worse → a remedy; a WAN that is missed when it is down is another matter', () => {
    const lines = remedyWhere(before, proof([]));
    expect(lines).toEqual([
      {
        lines: [expect.stringContaining('/routing table add'), expect.stringContaining('routing-table=a')],
        left: [],
      },
    ]);
    const lost = ended(fromLan(), { ...badly('leaked'), kind: 'lost', wan: 'ether1' } as Ending);
    const missed = leak({ invariant: 'lan-reaches-internet', trace: lost, fault: silent });
    expect(remedyWhere(before, proof([missed]))).toMatchObject([{ left: [silent] }]);
  });

  it('in a faulty state something else is worse, or a WAN that is unplugged is still asked → none', () => {
    expect(remedyWhere(before, proof([leak({ fault: dead })]))).toEqual([]);
    const lost = ended(fromLan(), { ...badly('leaked'), kind: 'lost', wan: 'ether1' } as Ending);
    expect(remedyWhere(before, proof([leak({ trace: lost, fault: dead })]))).toEqual([]);
  });

  it('it is still there, another is in its place, or something leaks now → none', () => {
    const other: Defect = { ...defect, flaw: { kind: 'empty-table', table: 'b', only: [], isKept: false } };
    expect(remedyWhere(before, before)).toEqual([]);
    expect(remedyWhere(before, proof([], { defects: [other] }))).toEqual([]);
    expect(remedyWhere(before, proof([leak()]))).toEqual([]);
  });
});
