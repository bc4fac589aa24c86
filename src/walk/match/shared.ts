import { inState, rulesByBucket, type SharedRules } from '../../compile/index.ts';
import type { FirewallRule } from '../../model/index.ts';
import { hashName, pccBucket } from '../../pcc/index.ts';
import type { Flight } from '../flight.ts';
import { addPoint, type Setup } from '../setup.ts';
import { type About, chosen } from '../state.ts';
import type { Bucket } from '../trace.ts';

/** Rules for which a table of buckets stands: who owns the bucket is found once per packet. */
export class SharedFamily {
  readonly #setup: Setup;
  readonly #shared: SharedRules;
  readonly #byBucket: readonly (FirewallRule | undefined)[];
  /** Rules that own a bucket, with the first of theirs and how many they have. */
  readonly #owners: readonly {
    readonly rule: FirewallRule;
    readonly first: number;
    readonly share: number;
  }[];
  readonly #point: number;
  #stamp = -1;
  #bucket = 0;

  constructor(setup: Setup, shared: SharedRules) {
    this.#setup = setup;
    this.#shared = { ...shared, ...inState(shared, setup.router, setup.rib) };
    this.#byBucket = rulesByBucket(this.#shared);
    this.#owners = shared.rules.flatMap(rule => {
      const first = this.#byBucket.indexOf(rule);
      const share = this.#byBucket.filter(one => one === rule).length / this.#byBucket.length;
      return first < 0 ? [] : [{ rule, first, share }];
    });
    this.#point = addPoint(setup, { kind: 'pcc', name: `${shared.fields}:${shared.table.length}` });
  }

  /** The rule that takes the packet. */
  ruleOf(flight: Flight): FirewallRule | undefined {
    return this.#byBucket[this.#bucketOf(flight)];
  }

  said(flight: Flight): Bucket {
    const { fields, table } = this.#shared;
    const bucket = this.#bucketOf(flight);
    const of = { buckets: table.length, mark: table[bucket] ?? '' };
    return { fields, denominator: table.length, bucket, of };
  }

  /** Where a walk goes every way, it goes one for each rule: which of its buckets it is makes no difference. */
  #bucketOf(flight: Flight): number {
    if (flight.stamp === this.#stamp) return this.#bucket;
    this.#stamp = flight.stamp;
    const { options, semantics } = this.#setup;
    const { fields, table } = this.#shared;
    const choice = chosen(flight.state, this.#point, this.#owners.length, () => this.#about(flight));
    this.#bucket =
      this.#owners[choice]?.first ??
      pccBucket(semantics, fields, table.length, flight, flight.state.seed ?? options.seed);
    return this.#bucket;
  }

  #about({ src, dst, protocol, srcPort, dstPort }: Flight): About {
    const { fields: kind, name, table } = this.#shared;
    const arithmetic = this.#setup.semantics;
    const packet = { src, dst, protocol, srcPort, dstPort };
    return {
      same: `shares:${name} ${hashName(kind, packet, arithmetic)}`,
      odds: this.#owners.map(({ share }) => share),
      hash: { arithmetic, kind, packet, denominator: table.length },
      buckets: this.#owners.map(({ first }) => first),
    };
  }
}

/** The table of buckets that stands for a rule's PCC, where one does. */
export function sharedOf(
  setup: Setup,
  families: { readonly shared: Map<string, SharedFamily> },
  rule: FirewallRule,
): SharedFamily | undefined {
  const shared = setup.changes.shares?.find(({ rules }) => rules.includes(rule));
  if (!shared) return undefined;
  const family = families.shared.get(shared.name) ?? new SharedFamily(setup, shared);
  families.shared.set(shared.name, family);
  return family;
}
