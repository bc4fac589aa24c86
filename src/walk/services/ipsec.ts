import type { Origin } from '../../model/index.ts';
import type { Ipv4Bounds } from '../../net/index.ts';
import type { Flight } from '../flight.ts';
import { addPointOf, ask, type Setup } from '../setup.ts';
import { type IpsecSelector, ipsecSelectors } from './ipsec-policies.ts';

type Direction = 'in' | 'out';

/**
 * IPsec policies: whether one that could take a packet does so, its key exchange decides, which no text shows
 * (docs/routeros.md#ipsec-policy).
 */
export class Ipsec {
  readonly #setup: Setup;
  readonly #selectors: readonly IpsecSelector[];
  readonly #point: number | undefined;

  constructor(setup: Setup) {
    this.#setup = setup;
    this.#selectors = setup.semantics.ipsecPolicies ? ipsecSelectors(setup.router) : [];
    const [first] = this.#selectors;
    const asked = { kind: 'open', name: 'IPsec policy', key: 'ipsec', choices: ['none', 'ipsec'] } as const;
    this.#point = first && addPointOf(setup, first.origin, asked);
  }

  /** The statement of the policy that takes the packet. */
  takes(flight: Flight, direction: Direction): Origin | undefined {
    if (this.#point === undefined) return undefined;
    const selector = this.#selectors.find(one => covers(one, flight, direction));
    if (!selector) return undefined;
    const about = () => ({ same: `ipsec ${isForward(flight, direction)}` });
    return ask(this.#setup, flight.state, this.#point, 2, about) === 1 ? selector.origin : undefined;
  }
}

/** What leaves through a tunnel is answered through it: both ask the same. */
const isForward = ({ isReply }: Flight, direction: Direction): boolean => (direction === 'out') !== isReply;

/** What comes out of a tunnel has the ends of what goes in, exchanged. */
function covers({ src, dst }: IpsecSelector, flight: Flight, direction: Direction): boolean {
  const [from, to] = direction === 'out' ? [src, dst] : [dst, src];
  return within(from, flight.src) && within(to, flight.dst);
}

const within = (range: Ipv4Bounds | undefined, address: number): boolean =>
  range === undefined || (address >= range.from && address <= range.to);
