import type { Matcher } from '../model/index.ts';
import { protocolNumber } from '../net/index.ts';
import type { Flight } from './flight.ts';
import { rangeOf } from './match/address-range.ts';

/** Numbers of a rule: from and to of the source, the destination and the destination port; its protocol. */
const width = 8;
const [srcFrom, srcTo, dstFrom, dstTo, portFrom, portTo, protocolAt] = [0, 1, 2, 3, 4, 5, 6];
const anyProtocol = -1;

/**
 * What rules ask of a packet's header, in one row of numbers: thousands of rules are passed over without touching them.
 * Only what a rule asks before anything that counts, draws or is asked for.
 */
export class HeaderFilter {
  readonly #numbers: Float64Array;

  /** `rules`: the conditions of each, in the order in which they are asked. */
  constructor(rules: readonly (readonly Matcher[])[]) {
    this.#numbers = new Float64Array(rules.length * width);
    for (const [i, matchers] of rules.entries()) this.#numbers.set(boundsOf(matchers), i * width);
  }

  /** False: the rule does not match for sure. */
  admits(rule: number, { src, dst, dstPort, protocol }: Flight): boolean {
    const numbers = this.#numbers;
    const at = rule * width;
    const wanted = numbers[at + protocolAt];
    return (
      !(src < (numbers[at + srcFrom] ?? 0)) &&
      !(src > (numbers[at + srcTo] ?? src)) &&
      !(dst < (numbers[at + dstFrom] ?? 0)) &&
      !(dst > (numbers[at + dstTo] ?? dst)) &&
      !(dstPort < (numbers[at + portFrom] ?? 0)) &&
      !(dstPort > (numbers[at + portTo] ?? dstPort)) &&
      (wanted === anyProtocol || wanted === protocol)
    );
  }
}

/** Conditions that only look, whose order among each other does not matter. */
const looking: ReadonlySet<Matcher['kind']> = new Set([
  'src-address',
  'dst-address',
  'protocol',
  'dst-port',
  'src-port',
  'in-interface',
  'out-interface',
]);

function boundsOf(matchers: readonly Matcher[]): number[] {
  const bounds = [0, 0xffffffff, 0, 0xffffffff, 0, 0xffff, anyProtocol];
  const narrow = (from: number, range: { readonly from: number; readonly to: number }): void => {
    bounds[from] = Math.max(bounds[from] ?? 0, range.from);
    bounds[from + 1] = Math.min(bounds[from + 1] ?? 0, range.to);
  };
  const first = matchers.findIndex(({ kind }) => !looking.has(kind));
  for (const matcher of first < 0 ? matchers : matchers.slice(0, first)) {
    if (matcher.negated) continue;
    if (matcher.kind === 'src-address' || matcher.kind === 'dst-address') {
      const range = rangeOf(matcher.address);
      if (range) narrow(matcher.kind === 'src-address' ? srcFrom : dstFrom, range);
    } else if (matcher.kind === 'dst-port') {
      const from = Math.min(...matcher.ports.map(one => one.from));
      narrow(portFrom, { from, to: Math.max(...matcher.ports.map(one => one.to)) });
    } else if (matcher.kind === 'protocol') {
      bounds[protocolAt] = protocolNumber(matcher.protocol) ?? anyProtocol;
    }
  }
  return bounds;
}
