import type { Router } from '../../model/index.ts';
import { type Ipv4Bounds, parseIpv4Prefix, prefixRange } from '../../net/index.ts';

/** Which packets a policy of the router may take; undefined ends: any. */
export interface IpsecSelector {
  readonly src: Ipv4Bounds | undefined;
  readonly dst: Ipv4Bounds | undefined;
}

/**
 * Selectors of all enabled `/ip ipsec policy` entries, and one for everything where peers may bring policies along
 * (`generate-policy`). The template that every router has takes no packet by itself.
 */
export function ipsecSelectors({ kept }: Router): IpsecSelector[] {
  const statements = kept.map(({ origin, text }) => ({ menu: origin.menu, words: wordsOf(text) }));
  return statements.flatMap(({ menu, words }) => {
    if (words.get('disabled') === 'yes') return [];
    if (menu === '/ip ipsec policy' && words.has('add') && words.get('template') !== 'yes') {
      return words.get('action') === 'none' ? [] : [selectorOf(words)];
    }
    const generates = menu === '/ip ipsec identity' && (words.get('generate-policy') ?? 'no') !== 'no';
    return generates ? [{ src: undefined, dst: undefined }] : [];
  });
}

/** `add dst-address=10.0.0.0/24 tunnel=yes` by property; words without a value have an empty one. */
function wordsOf(text: string): ReadonlyMap<string, string> {
  const words = text.replace(/\\\r?\n\s*/g, '').matchAll(/([^\s=]+)(?:=("[^"]*"|\S*))?/g);
  return new Map([...words].map(([, word = '', value = '']) => [word, value.replace(/^"|"$/g, '')]));
}

const selectorOf = (words: ReadonlyMap<string, string>): IpsecSelector => ({
  src: rangeIn(words.get('src-address')),
  dst: rangeIn(words.get('dst-address')),
});

function rangeIn(text: string | undefined): Ipv4Bounds | undefined {
  const prefix = text === undefined ? undefined : parseIpv4Prefix(text.includes('/') ? text : `${text}/32`);
  return prefix === undefined ? undefined : prefixRange(prefix);
}
