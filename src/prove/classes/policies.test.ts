import { describe, expect, it } from 'vitest';
import { smallOffice } from '../../../test/walk/read.ts';
import { assumeWorld } from '../../rib/index.ts';
import { readRouterOs } from '../../rsc/index.ts';
import { type Proof, prove } from '../prove.ts';
import { linesFor } from '../remedy/lines.ts';
import { violationText } from '../say.ts';

function proofOf(text: string): Proof {
  const { router } = readRouterOs(text, { file: 'office.rsc', dialect: 'v7' });
  return prove(router, assumeWorld(router).world, { engine: 'routeros' });
}

const saidOf = ({ violations }: Proof): string[] =>
  violations
    .filter(one => one.invariant === 'nothing-leaks')
    .map(one => `${one.invariant} ${one.verdict}: ${violationText(one, 'en')}`);

const site = (ends: string): string =>
  `/ip ipsec peer\nadd address=192.0.2.9/32 name=site\n/ip ipsec policy\nadd ${ends} tunnel=yes peer=site\n`;
const toSite = site('src-address=192.168.0.0/24 dst-address=10.20.0.0/24');
/** The office with a rule before the one that translates. */
const untranslated = (rule: string): string =>
  smallOffice.replace('add chain=srcnat', `add chain=srcnat action=accept ${rule}\nadd chain=srcnat`);

describe('what IPsec policies are for', () => {
  it('NAT changes its source before → it leaves in the clear, and an exception mends it', () => {
    const proof = proofOf(`${smallOffice}${toSite}`);
    expect(saidOf(proof)).toEqual([
      expect.stringMatching(/^nothing-leaks violated: The IPsec policy at office.rsc:11 does not take/),
    ]);
    const [one] = proof.violations;
    expect(one && linesFor(one)).toEqual([
      '/ip firewall nat add chain=srcnat src-address=192.168.0.0/24 dst-address=10.20.0.0/24 action=accept place-before=0',
    ]);
  });

  it('NAT leaves it alone, by its ends or by ipsec-policy → nothing is said', () => {
    expect(saidOf(proofOf(`${untranslated('dst-address=10.20.0.0/24')}${toSite}`))).toEqual([]);
    const aside = smallOffice.replace('out-interface=ether1', 'out-interface=ether1 ipsec-policy=out,none');
    expect(saidOf(proofOf(`${aside}${toSite}`))).toEqual([]);
  });

  it('the policy is for the address that NAT gives, for another LAN, or for a network of the router → nothing', () => {
    for (const ends of [
      'src-address=10.0.0.2/32 dst-address=10.20.0.0/24',
      'src-address=192.168.7.0/24 dst-address=10.20.0.0/24',
      'src-address=192.168.0.0/24 dst-address=192.168.0.0/24',
    ])
      expect(saidOf(proofOf(`${smallOffice}${site(ends)}`))).toEqual([]);
  });
});
