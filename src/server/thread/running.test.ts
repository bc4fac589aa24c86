import { expect, it } from 'vitest';
import { type Ipv4, type Ipv4Interface, parseIpv4Interface } from '../../net/index.ts';
import type { Lease } from '../../rib/index.ts';
import { ExplainRequest } from '../schema/index.ts';
import { officeText } from '../testing/office.ts';
import type { Running } from './task.ts';
import { think } from './think.ts';

const addresses = { ether1: '10.10.10.254/24', ether2: '20.20.20.254/24', ether4: '192.168.0.1/24' };
const at = (text: string) => parseIpv4Interface(text) as Ipv4Interface;
const lease = (name: string, text: string, gateway: Ipv4): Lease => ({
  ...{ interface: name, address: at(text), gateway, dns: [], leaseTime: 3_600_000 },
});
const world: NonNullable<Running['world']> = {
  interfaces: Object.fromEntries(
    Object.entries(addresses).map(([name, text]) => [name, { name, running: true, addresses: [at(text)] }]),
  ),
  leases: {
    ether1: lease('ether1', addresses.ether1, '10.10.10.1'),
    ether2: lease('ether2', addresses.ether2, '20.20.20.1'),
  },
  unreachable: [],
};
const asked = ExplainRequest.parse({
  packet: { in: 'ether4', src: '192.168.0.50', dst: '203.0.113.1', protocol: 'tcp', dstPort: 443 },
});

interface Answer {
  readonly assumptions: readonly string[];
  readonly ways: readonly {
    readonly ending: { readonly kind: string; readonly out?: string };
  }[];
}

/** Answers of this gateway: how likely each way is, and what they rest on. */
function answered(sharing: Running['sharing']) {
  const running = {
    texts: [{ file: 'office.rsc', text: officeText }],
    world,
    seed: 7,
    sharing,
    masked: false,
  };
  const outcome = think({ kind: 'explain', asked, running });
  if ('no' in outcome) throw new Error(outcome.no.what);
  return outcome.value as Answer;
}

const halves = (first: string, second: string) =>
  Array.from({ length: 256 }, (_, i) => (i < 128 ? first : second));

it('explain: the buckets of the gateway change hands → the packet leaves by the other line', () => {
  const by = (home: readonly string[]) => {
    const { ways, assumptions } = answered({ balance: 'buckets', before: [{ name: 'shares', home }] });
    expect(assumptions).toContain('Buckets as the gateway on this machine has them.');
    expect(ways).toHaveLength(1);
    return ways[0]?.ending;
  };
  const [one, other] = [by(halves('one', 'two')), by(halves('two', 'one'))];
  expect([one?.kind, other?.kind]).toEqual(['forwarded', 'forwarded']);
  expect([one?.out, other?.out].sort()).toEqual(['ether1', 'ether2']);
});

it('explain: PCC divides → nothing is said of buckets', () => {
  expect(answered(undefined).assumptions.join()).not.toContain('Buckets');
});
