import { type Origin, type Router, wordsOf } from '../../model/index.ts';
import { type Ipv4Bounds, parseIpv4Prefix, prefixRange } from '../../net/index.ts';

/** Which packets a policy of the router may take; undefined ends: any. */
export interface IpsecSelector {
  readonly src: Ipv4Bounds | undefined;
  readonly dst: Ipv4Bounds | undefined;
  readonly origin: Origin;
}

/**
 * Selectors of all enabled `/ip ipsec policy` entries, and one for everything where peers may bring policies along
 * (`generate-policy`). The template that every router has takes no packet by itself.
 */
export function ipsecSelectors({ kept }: Router): IpsecSelector[] {
  return kept.flatMap(statement => {
    const { menu } = statement.origin;
    const words = wordsOf(statement);
    if (words.get('disabled') === 'yes') return [];
    if (menu === '/ip ipsec policy' && words.has('add') && words.get('template') !== 'yes') {
      return words.get('action') === 'none' || isOfIpv6(words) ? [] : [selectorOf(words, statement.origin)];
    }
    const generates = menu === '/ip ipsec identity' && (words.get('generate-policy') ?? 'no') !== 'no';
    return generates ? [{ src: undefined, dst: undefined, origin: statement.origin }] : [];
  });
}

const selectorOf = (words: ReadonlyMap<string, string>, origin: Origin): IpsecSelector => ({
  src: rangeIn(words.get('src-address')),
  dst: rangeIn(words.get('dst-address')),
  origin,
});

/** Takes packets of IPv6 only. */
const isOfIpv6 = (words: ReadonlyMap<string, string>): boolean =>
  ['src-address', 'dst-address'].some(name => words.get(name)?.includes(':'));

function rangeIn(text: string | undefined): Ipv4Bounds | undefined {
  const prefix = text === undefined ? undefined : parseIpv4Prefix(text.includes('/') ? text : `${text}/32`);
  return prefix === undefined ? undefined : prefixRange(prefix);
}
