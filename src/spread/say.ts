import type { Router } from '../model/index.ts';
import type { InEveryLanguage, Language } from '../text/index.ts';
import { type EndingKind, nameOf } from '../walk/index.ts';
import type { Way } from './way.ts';

type Sentences = Readonly<Record<EndingKind, (out: string) => string>>;

const en: Sentences = {
  forwarded: out => out,
  looped: out => `sent back out of ${out}`,
  stuck: out => `sent by ${out} with an address of another WAN`,
  leaked: out => `leaked by ${out} without NAT`,
  lost: out => `lost by ${out}, which is dead`,
  delivered: () => 'delivered to the router itself',
  dropped: () => 'dropped by a rule',
  rejected: () => 'rejected by a rule',
  discarded: () => 'discarded by a route',
  'no-route': () => 'dropped (no route)',
  martian: () => 'dropped (source address not valid there)',
  expired: () => 'dropped (TTL used up)',
  'held-back': () => 'rejected by the hotspot',
  encrypted: () => 'into an IPsec tunnel',
  'not-forwarded': () => 'dropped (forwarding is off)',
  moved: () => 'dropped once (masqueraded for another WAN)',
  'no-source': () => 'dropped (no address to masquerade with)',
};

const id: Sentences = {
  forwarded: out => out,
  looped: out => `keluar lagi lewat ${out}`,
  stuck: out => `keluar lewat ${out} dengan alamat WAN lain`,
  leaked: out => `bocor lewat ${out} tanpa NAT`,
  lost: out => `hilang lewat ${out} yang mati`,
  delivered: () => 'sampai ke router sendiri',
  dropped: () => 'dibuang oleh aturan',
  rejected: () => 'ditolak oleh aturan',
  discarded: () => 'dibuang oleh rute',
  'no-route': () => 'dibuang (tidak ada rute)',
  martian: () => 'dibuang (alamat asal tidak sah di sana)',
  expired: () => 'dibuang (TTL habis)',
  'held-back': () => 'ditolak oleh hotspot',
  encrypted: () => 'ke terowongan IPsec',
  'not-forwarded': () => 'dibuang (forwarding mati)',
  moved: () => 'dibuang satu kali (di-masquerade untuk WAN lain)',
  'no-source': () => 'dibuang (tidak ada alamat untuk masquerade)',
};

const words: InEveryLanguage<Sentences> = { en, id };

/** A way in a few words: `ISP1 (ether1)`, `dropped by a rule`. */
export function wayText(router: Router, { kind, out }: Way, language: Language): string {
  return words[language][kind](out === undefined ? '' : nameOf(router, out));
}
