import { assertNever, type FirewallRule, placeOf } from '../../model/index.ts';
import { printIpv4 } from '../../net/index.ts';
import type { InEveryLanguage, Language } from '../../text/index.ts';
import type { Prepared } from '../prepare.ts';
import type { Ending, Endpoint, LeavingEnding, MartianReason, Trace } from '../trace.ts';
import { nameOf } from './labels.ts';

const martianEn: Readonly<Record<MartianReason, string>> = {
  'own-source': "its source is the router's own address",
  loopback: 'it carries a loopback address',
  'broadcast-source': 'its source is a broadcast or multicast address',
  'no-source': 'its source is no address',
  'no-way-back': 'there is no route back to its source (rp-filter)',
  'other-way-back': 'the route back to its source leaves by another interface (rp-filter=strict)',
};

const en = {
  looped: (out: string) => `goes back out of the WAN it came from, ${out}`,
  stuck: (out: string, source: string, owner: string, because: string) =>
    `leaves by ${out}${because === '' ? '' : `${because},`} as ${source}, which is an address of ${owner}: no answer can come`,
  leaked: (out: string, source: string) => `leaves by ${out} with the private source ${source}, without NAT`,
  lost: (out: string, because: string) =>
    because === ''
      ? `leaves by ${out}, which is dead; the router does not notice`
      : `leaves by ${out}${because}; that line is dead, and the router does not notice`,
  delivered: 'is delivered to the router itself',
  dropped: (rule: string) => `is dropped by ${rule}`,
  rejected: (how: string, rule: string) => `is rejected (${how}) by ${rule}`,
  noRoute: 'is dropped: no route leads to its destination',
  martian: (why: MartianReason) => `is dropped: ${martianEn[why]}`,
  expired: 'is dropped: its TTL is used up',
  heldBack: (place: string) => `is rejected by the hotspot until its user logs in${place}`,
  encrypted: (place: string) => `goes into the tunnel of the IPsec policy${place}`,
  notForwarded: 'is dropped: forwarding is off (/ip settings ip-forward=no)',
  moved: (from: string, out: string, because: string) =>
    `is dropped once: its connection was masqueraded for ${from} and would leave by ${out}${because}; the next packet begins a new connection`,
  noSource: (out: string) => `is dropped: ${out} has no address to masquerade with`,
  forwarded: (to: string, out: string) => `goes to ${to} on ${out}`,
  forwardedAs: (to: string, out: string, source: string) => `goes to ${to} on ${out} as ${source}`,
  leaves: (out: string, source: string, translated: boolean) =>
    `leaves by ${out} ${translated ? 'as' : 'with its own source'} ${source}`,
  discarded: (what: string, place: string) => `is discarded by ${what}${place}`,
  discardRoute: (type: string, destination: string) => `the ${type} route ${destination}`,
  discardRule: (type: string) => `a routing rule (${type})`,
  rule: (table: string, chain: string, comment: string, place: string) =>
    `the ${table} rule of chain ${chain}${comment}${place}`,
};

const martianId: typeof martianEn = {
  'own-source': 'alamat asalnya adalah alamat router sendiri',
  loopback: 'paket memuat alamat loopback',
  'broadcast-source': 'alamat asalnya broadcast atau multicast',
  'no-source': 'alamat asalnya bukan alamat',
  'no-way-back': 'tidak ada rute balik ke alamat asalnya (rp-filter)',
  'other-way-back': 'rute balik ke alamat asalnya keluar lewat interface lain (rp-filter=strict)',
};

const id: typeof en = {
  looped: out => `keluar lagi lewat WAN tempat ia masuk, ${out}`,
  stuck: (out, source, owner, because) =>
    `keluar lewat ${out}${because === '' ? '' : `${because},`} dengan alamat ${source}, padahal itu alamat ${owner}: jawaban tidak bisa kembali`,
  leaked: (out, source) => `keluar lewat ${out} dengan alamat privat ${source}, tanpa NAT`,
  lost: (out, because) =>
    because === ''
      ? `keluar lewat ${out} yang mati; router tidak mengetahuinya`
      : `keluar lewat ${out}${because}; jalur itu mati dan router tidak mengetahuinya`,
  delivered: 'sampai ke router sendiri',
  dropped: rule => `dibuang oleh ${rule}`,
  rejected: (how, rule) => `ditolak (${how}) oleh ${rule}`,
  noRoute: 'dibuang: tidak ada rute ke tujuannya',
  martian: why => `dibuang: ${martianId[why]}`,
  expired: 'dibuang: TTL habis',
  heldBack: place => `ditolak oleh hotspot sampai pengguna login${place}`,
  encrypted: place => `masuk ke terowongan IPsec policy${place}`,
  notForwarded: 'dibuang: forwarding mati (/ip settings ip-forward=no)',
  moved: (from, out, because) =>
    `dibuang satu kali: koneksinya di-masquerade untuk ${from} tetapi akan keluar lewat ${out}${because}; paket berikutnya memulai koneksi baru`,
  noSource: out => `dibuang: ${out} tidak punya alamat untuk masquerade`,
  forwarded: (to, out) => `diteruskan ke ${to} di ${out}`,
  forwardedAs: (to, out, source) => `diteruskan ke ${to} di ${out} dengan alamat ${source}`,
  leaves: (out, source, translated) =>
    `keluar lewat ${out} dengan alamat ${translated ? '' : 'asal sendiri '}${source}`,
  discarded: (what, place) => `dibuang oleh ${what}${place}`,
  discardRoute: (type, destination) => `rute ${type} ${destination}`,
  discardRule: type => `aturan routing (${type})`,
  rule: (table, chain, comment, place) => `aturan ${table} chain ${chain}${comment}${place}`,
};

const words: InEveryLanguage<typeof en> = { en, id };

/** `192.168.0.10:443`; without a port the address alone. */
export function endText({ address, port }: Endpoint): string {
  return port === 0 ? printIpv4(address) : `${printIpv4(address)}:${port}`;
}

/** The answer in one sentence without a subject: `leaves by ISP2 (ether2) as 20.20.20.254`, and what led there. */
export function endingText(prepared: Prepared, { ending }: Trace, language: Language, because = ''): string {
  const said = wayText(prepared, ending, language, because);
  return saysWhy(ending) ? said : `${said}${because}`;
}

/** What follows is said behind the reason. */
const saysWhy = ({ kind }: Ending): boolean => kind === 'stuck' || kind === 'lost' || kind === 'moved';

function wayText({ router }: Prepared, ending: Ending, language: Language, because: string): string {
  const say = words[language];
  const name = (port: string): string => nameOf(router, port);
  switch (ending.kind) {
    case 'forwarded':
      return forwardedText(name, ending, language);
    case 'looped':
      return say.looped(name(ending.out));
    case 'stuck':
      return say.stuck(name(ending.out), printIpv4(ending.src.address), name(ending.owner), because);
    case 'leaked':
      return say.leaked(name(ending.out), printIpv4(ending.src.address));
    case 'lost':
      return say.lost(name(ending.out), because);
    case 'delivered':
      return say.delivered;
    case 'dropped':
      return say.dropped(ruleText(ending.rule, language));
    case 'rejected':
      return say.rejected(ending.with, ruleText(ending.rule, language));
    case 'discarded':
      return discardedText(ending, language);
    case 'no-route':
      return say.noRoute;
    case 'martian':
      return say.martian(ending.why);
    case 'expired':
      return say.expired;
    case 'held-back':
      return say.heldBack(bracketed(placeOf(ending.origin)));
    case 'encrypted':
      return say.encrypted(bracketed(placeOf(ending.origin)));
    case 'not-forwarded':
      return say.notForwarded;
    case 'moved':
      return say.moved(name(ending.from), name(ending.out), because);
    case 'no-source':
      return say.noSource(name(ending.out));
    default:
      return assertNever(ending);
  }
}

/** The same text for endings that are alike. */
export const endingKey = (prepared: Prepared, trace: Trace): string => endingText(prepared, trace, 'en');

function forwardedText(
  name: (port: string) => string,
  way: LeavingEnding & { readonly wan: boolean; readonly translated: boolean },
  language: Language,
): string {
  const say = words[language];
  const [source, to, out] = [printIpv4(way.src.address), endText(way.dst), name(way.out)];
  if (way.wan) return say.leaves(out, source, way.translated);
  return way.translated ? say.forwardedAs(to, out, source) : say.forwarded(to, out);
}

function discardedText(ending: Extract<Ending, { readonly kind: 'discarded' }>, language: Language): string {
  const say = words[language];
  const { type, route, rule } = ending;
  const item = route ?? rule;
  const place = item ? placeOf(item.origin) : '';
  const what = route ? say.discardRoute(type, route.destination) : say.discardRule(type);
  return say.discarded(what, bracketed(place));
}

/** `the filter rule of chain forward "WannaCry tcp" (paper.rsc:51)`. */
function ruleText({ table, chain, comment, origin }: FirewallRule, language: Language): string {
  const said = comment === '' ? '' : ` "${comment}"`;
  return words[language].rule(table, chain, said, bracketed(placeOf(origin)));
}

const bracketed = (place: string): string => (place === '' ? '' : ` (${place})`);
