import type { MatcherOf } from '../../model/index.ts';
import { hashName, pccBucket } from '../../pcc/index.ts';
import type { Flight } from '../flight.ts';
import { addPoint, type Setup } from '../setup.ts';
import { type About, chosen } from '../state.ts';

type Pcc = MatcherOf<'per-connection-classifier'>;

/** All rules of one kind and denominator ask for the same bucket: it is computed once per packet. */
export class PccFamily {
  readonly fields: Pcc['fields'];
  readonly denominator: number;
  readonly #setup: Setup;
  readonly #point: number;
  #stamp = -1;
  #bucket = 0;

  constructor(setup: Setup, { fields, denominator }: Pcc) {
    this.fields = fields;
    this.denominator = denominator;
    this.#setup = setup;
    this.#point = addPoint(setup, { kind: 'pcc', name: `${fields}:${denominator}` });
  }

  bucketOf(flight: Flight): number {
    if (flight.stamp === this.#stamp) return this.#bucket;
    this.#stamp = flight.stamp;
    const { options, semantics } = this.#setup;
    const choice = chosen(flight.state, this.#point, this.denominator, () => this.#about(flight));
    this.#bucket =
      choice >= 0
        ? choice
        : pccBucket(semantics, this.fields, this.denominator, flight, flight.state.seed ?? options.seed);
    return this.#bucket;
  }

  #about({ src, dst, protocol, srcPort, dstPort }: Flight): About {
    const { fields: kind, denominator } = this;
    const arithmetic = this.#setup.semantics;
    const packet = { src, dst, protocol, srcPort, dstPort };
    const same = `pcc:${denominator} ${hashName(kind, packet, arithmetic)}`;
    return { same, hash: { arithmetic, kind, packet, denominator } };
  }
}

export function familyOf(
  setup: Setup,
  { pcc }: { readonly pcc: Map<string, PccFamily> },
  matcher: Pcc,
): PccFamily {
  const key = `${matcher.fields}:${matcher.denominator}`;
  const family = pcc.get(key) ?? new PccFamily(setup, matcher);
  pcc.set(key, family);
  return family;
}
