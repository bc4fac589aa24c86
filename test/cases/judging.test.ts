import { describe, expect, it } from 'vitest';
import { type Proof, type VerdictKind, violationText } from '../../src/prove/index.ts';
import { proofOf } from './read.ts';

/** What was found about one invariant. */
function verdictOf({ invariants }: Proof, name: string): VerdictKind | undefined {
  return invariants.find(({ invariant }) => invariant === name)?.verdict;
}

const sentencesOf = ({ violations }: Proof, name: string): string[] =>
  violations.filter(({ invariant }) => invariant === name).map(one => violationText(one, 'en'));

describe('inside', () => {
  it('marks before local on v7, everything of a LAN marked → neither the router nor the other LAN is reached', () => {
    const proof = proofOf('marks-before-local-v7.rsc');
    expect(sentencesOf(proof, 'lan-reaches-router')).toEqual([
      'A packet from ether4 to the router itself (DNS, ping, management) leaves by ether1 as 10.1.1.2.',
    ]);
    expect(sentencesOf(proof, 'lan-reaches-lan')).toEqual([
      'A packet from ether4 to another LAN leaves by ether1 as 10.1.1.2.',
    ]);
    expect(proof.verdict).toBe('violated');
  });

  it('PCC marks what goes to another LAN → leaves by a WAN; own networks exempt → holds', () => {
    expect(verdictOf(proofOf('pcc-breaks-intervlan.rsc'), 'lan-reaches-lan')).toBe('violated');
    const fixed = proofOf('pcc-breaks-intervlan.fixed.rsc');
    expect(verdictOf(fixed, 'lan-reaches-lan')).toBe('holds');
    expect(verdictOf(fixed, 'lan-reaches-router')).toBe('holds');
  });
});
