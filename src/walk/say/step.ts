import { allowsFastTrack, assertNever, placeOf } from '../../model/index.ts';
import { printIpv4 } from '../../net/index.ts';
import { type RibRoute, whyText } from '../../rib/index.ts';
import type { InEveryLanguage, Language } from '../../text/index.ts';
import type { Prepared } from '../prepare.ts';
import type { Step } from '../trace.ts';
import { endText } from './ending.ts';
import { nameOf } from './labels.ts';
import { observedText } from './observed.ts';
import { queueText } from './queue.ts';
import { actionText, matcherText } from './rule.ts';

const en = {
  arrived: (name: string) => `It comes in by ${name}.`,
  made: (name: string) => `The router makes it; by its destination alone it would leave by ${name}.`,
  notMatched: (matcher: string, observed: string) => `did not match, because ${matcher} and ${observed}`,
  side: { source: 'source', destination: 'destination' },
  translated: (side: string, from: string, to: string, first: boolean) =>
    `Its ${side} ${from} becomes ${to}${first ? '' : ', as for the whole connection'}.`,
  local: (address: string) => `${address} is the router's own address.`,
  fastTracked:
    'Its connection is fast-tracked: marks and filters are not asked, and only table main is looked in.',
  'no-fast-path':
    'would fast-track the connection, but without FastPath (allow-fast-path=no) there is no FastTrack',
  'no-fast-track':
    'would fast-track the connection, which Linux does not: every packet of it passes all rules',
  invalid: 'It belongs to no connection and begins none (invalid): no mark, no translation.',
  untracked: 'It is not tracked: no mark, no translation.',
  begins: 'It begins a connection (new).',
  tracked: (reply: boolean, state: string, mark: string) =>
    `It is ${reply ? 'an answer in' : 'part of'} a known connection (${state}), ${mark === '' ? 'without a mark' : `marked ${mark}`}.`,
  bucket: (pcc: string, bucket: number) => `PCC ${pcc} gives ${bucket}; `,
  tableBucket: (fields: string, bucket: number, buckets: number) =>
    `the hash of ${fields} is in bucket ${bucket} of ${buckets}, as jalur divides; `,
  missed: (table: string) => `table ${table} has no active route for it; `,
  routed: (again: boolean, mark: string, way: string) =>
    `${again ? 'Routed again' : 'Routed'} ${mark === '' ? '' : `with routing mark ${mark} `}→ ${way}.`,
  leads: (destination: string, table: string, hop: string) =>
    `${destination} in table ${table} leads to ${hop}`,
  oneOf: (choices: number, distance: number | undefined) =>
    ` (one of ${choices} next hops${distance === undefined ? '' : `, routes of equal distance ${distance}`})`,
  notTaken: (via: string, place: string) => `${via} (${place}) is not used.`,
  hop: (gateway: string, out: string) => `${gateway} on ${out}`,
};

const id: typeof en = {
  arrived: name => `Paket masuk lewat ${name}.`,
  made: name => `Router membuat paket ini; menurut tujuannya saja ia akan keluar lewat ${name}.`,
  notMatched: (matcher, observed) => `tidak cocok, karena ${matcher} dan ${observed}`,
  side: { source: 'Alamat asal', destination: 'Alamat tujuan' },
  translated: (side, from, to, first) =>
    `${side} ${from} menjadi ${to}${first ? '' : ', seperti seluruh koneksinya'}.`,
  local: address => `${address} adalah alamat router sendiri.`,
  fastTracked: 'Koneksinya di-fasttrack: mark dan filter dilewati, dan hanya tabel main yang dipakai.',
  'no-fast-path':
    'seharusnya koneksinya di-fasttrack, tetapi tanpa FastPath (allow-fast-path=no) tidak ada FastTrack',
  'no-fast-track':
    'seharusnya koneksinya di-fasttrack, tetapi Linux tidak punya itu: setiap paketnya melewati semua aturan',
  invalid: 'Paket bukan bagian koneksi mana pun dan tidak memulai koneksi (invalid): tanpa mark, tanpa NAT.',
  untracked: 'Paket tidak dilacak (untracked): tanpa mark, tanpa NAT.',
  begins: 'Paket memulai koneksi (new).',
  tracked: (reply, state, mark) =>
    `Paket adalah ${reply ? 'jawaban dalam' : 'bagian dari'} koneksi yang sudah dikenal (${state}), ${mark === '' ? 'tanpa mark' : `dengan mark ${mark}`}.`,
  bucket: (pcc, bucket) => `PCC ${pcc} menghasilkan ${bucket}; `,
  tableBucket: (fields, bucket, buckets) =>
    `hash dari ${fields} jatuh ke bucket ${bucket} dari ${buckets}, menurut pembagian jalur; `,
  missed: table => `tabel ${table} tidak punya rute aktif untuknya; `,
  routed: (again, mark, way) =>
    `${again ? 'Routing ulang' : 'Routing'} ${mark === '' ? '' : `dengan routing mark ${mark} `}→ ${way}.`,
  leads: (destination, table, hop) => `${destination} di tabel ${table} menuju ${hop}`,
  oneOf: (choices, distance) =>
    ` (satu dari ${choices} next hop${distance === undefined ? '' : `, rute dengan distance sama: ${distance}`})`,
  notTaken: (via, place) => `${via} (${place}) tidak dipakai.`,
  hop: (gateway, out) => `${gateway} di ${out}`,
};

const words: InEveryLanguage<typeof en> = { en, id };

/** One step as a sentence. */
export function stepText({ router, rib, setup }: Prepared, step: Step, language: Language): string {
  const say = words[language];
  switch (step.kind) {
    case 'arrived':
      return say.arrived(nameOf(router, step.interface));
    case 'made':
      return say.made(nameOf(router, step.interface));
    case 'tracked':
      return trackedText(step, language);
    case 'rule':
      return ruleText(setup, step, language);
    case 'passed-over':
      return `${step.rule.table} ${step.rule.chain}: ${say.notMatched(matcherText(step.matcher), observedText(step.observed, language))}.`;
    case 'translated':
      return say.translated(say.side[step.side], endText(step.from), endText(step.to), step.first);
    case 'routed':
      return `${routedText(step, rib.routes, language)}${tiesText(step, rib.routes, language)}`;
    case 'local':
      return say.local(printIpv4(step.address));
    case 'fast-tracked':
      return say.fastTracked;
    case 'queued':
    case 'queued-in-tree':
      return queueText(step, language);
    default:
      return assertNever(step);
  }
}

function ruleText(
  { router, semantics }: Prepared['setup'],
  step: Extract<Step, { readonly kind: 'rule' }>,
  language: Language,
): string {
  const { table, chain, action } = step.rule;
  const off = allowsFastTrack(router) ? 'no-fast-track' : 'no-fast-path';
  const isOff = action.kind === 'fasttrack-connection' && !(semantics.fastTrack && allowsFastTrack(router));
  const what = isOff ? words[language][off] : actionText(action, language);
  return `${table} ${chain}: ${bucketText(step, language)}${what}.`;
}

function trackedText(
  { state, reply, mark }: Extract<Step, { readonly kind: 'tracked' }>,
  language: Language,
): string {
  const say = words[language];
  if (state === 'invalid') return say.invalid;
  if (state === 'untracked') return say.untracked;
  return state === 'new' && mark === '' ? say.begins : say.tracked(reply, state, mark);
}

function bucketText({ bucket }: Extract<Step, { readonly kind: 'rule' }>, language: Language): string {
  if (!bucket) return '';
  if (bucket.of) return words[language].tableBucket(bucket.fields, bucket.bucket, bucket.of.buckets);
  return words[language].bucket(`${bucket.fields}:${bucket.denominator}`, bucket.bucket);
}

type Routed = Extract<Step, { readonly kind: 'routed' }>;

function routedText(step: Routed, routes: readonly RibRoute[], language: Language): string {
  const say = words[language];
  const missed = step.missed.map(({ table }) => say.missed(table)).join('');
  const shared = rivalsOf(step, routes).some(({ active }) => active);
  const one = step.choices > 1 ? say.oneOf(step.choices, shared ? step.route?.distance : undefined) : '';
  const hop = step.gateway === undefined ? step.out : say.hop(printIpv4(step.gateway), step.out);
  const way = say.leads(step.route?.destination ?? '', step.table, hop);
  return say.routed(step.again, step.mark, `${missed}${way}${one}`);
}

/** Routes that would have done as well: to the same destination, at the same distance. */
function rivalsOf({ route, table }: Routed, routes: readonly RibRoute[]): RibRoute[] {
  return routes.filter(
    one =>
      one.table === table &&
      one.destination === route?.destination &&
      one.distance === route.distance &&
      one.origin.span.start.offset !== route.origin.span.start.offset,
  );
}

/** What was decided between routes of equal distance, where RouterOS does not use them together. */
function tiesText(step: Routed, routes: readonly RibRoute[], language: Language): string {
  return rivalsOf(step, routes)
    .flatMap(({ why, gateways, origin }) => {
      const via = viaText(gateways);
      // Another route by the same gateway decides nothing.
      if (why?.kind !== 'tie' || via === viaText(step.route?.gateways ?? [])) return [];
      return [` ${words[language].notTaken(via, placeOf(origin))} ${whyText(why, language)}`];
    })
    .join('');
}

const viaText = (gateways: RibRoute['gateways']): string => gateways.map(({ text }) => text).join(', ');
