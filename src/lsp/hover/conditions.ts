import type { Matcher, MatcherKind } from '../../model/index.ts';
import { writeMatcher } from '../../rsc/index.ts';
import type { InEveryLanguage, Language } from '../../text/index.ts';

/** Says a condition of packets: `value` is what the text has behind the `=`, without a `!`. */
type Say = (value: string, negated: boolean) => string;
type Conditions = Readonly<Partial<Record<MatcherKind, Say>>>;

const not = (negated: boolean): string => (negated ? 'not ' : '');
const doNot = (negated: boolean): string => (negated ? 'do not ' : '');
const ofMark =
  (what: string): Say =>
  (mark, negated) => {
    if (mark === 'no-mark') return negated ? `have a ${what}` : `have no ${what}`;
    return negated ? `do not have ${what} **${mark}**` : `have ${what} **${mark}**`;
  };

/** `both-addresses:2/0` */
const pcc = /^(.+):(\d+)\/(\d+)$/;

const en: Conditions = {
  'in-interface': (value, negated) => `${doNot(negated)}come in by **${value}**`,
  'out-interface': (value, negated) => `${doNot(negated)}leave by **${value}**`,
  'in-interface-list': (value, negated) => `${doNot(negated)}come in by an interface of list **${value}**`,
  'out-interface-list': (value, negated) => `${doNot(negated)}leave by an interface of list **${value}**`,
  'in-bridge-port': (value, negated) => `${doNot(negated)}come in by bridge port **${value}**`,
  'out-bridge-port': (value, negated) => `${doNot(negated)}leave by bridge port **${value}**`,
  'src-address': (value, negated) => `${doNot(negated)}come from ${value}`,
  'dst-address': (value, negated) => `${doNot(negated)}go to ${value}`,
  'src-address-list': (value, negated) => `${doNot(negated)}come from an address of list **${value}**`,
  'dst-address-list': (value, negated) => `${doNot(negated)}go to an address of list **${value}**`,
  'src-address-type': (value, negated) => `${doNot(negated)}come from an address of type ${value}`,
  'dst-address-type': (value, negated) =>
    value === 'local'
      ? `are ${not(negated)}for the router itself`
      : `${doNot(negated)}go to an address of type ${value}`,
  'src-mac-address': (value, negated) => `${doNot(negated)}come from MAC address ${value}`,
  protocol: (value, negated) => `are ${not(negated)}${value}`,
  'src-port': (value, negated) => `${doNot(negated)}come from port ${value}`,
  'dst-port': (value, negated) => `${doNot(negated)}go to port ${value}`,
  port: (value, negated) => `${doNot(negated)}come from or go to port ${value}`,
  'connection-mark': ofMark('connection mark'),
  'packet-mark': ofMark('packet mark'),
  'routing-mark': ofMark('routing mark'),
  'connection-state': (value, negated) => `are ${not(negated)}of connection state ${value}`,
  'connection-nat-state': (value, negated) =>
    `are ${not(negated)}of a connection that is translated by ${value}`,
  'per-connection-classifier': (value, negated) => {
    const [, fields = '', every = '', remainder = ''] = pcc.exec(value) ?? [];
    const verb = negated ? 'does not leave' : 'leaves';
    return `belong to a connection whose hash of ${fields.replaceAll('-', ' ')} ${verb} remainder ${remainder} of ${every}`;
  },
  nth: value => {
    const [every = '', number = '1'] = value.split(',');
    return `are number ${number} of every ${every} that are counted here`;
  },
  random: value => `are chosen by chance (${value} of 100)`,
  'connection-bytes': (value, negated) =>
    `are ${not(negated)}of a connection that has carried ${value} bytes`,
  time: (value, negated) => `are ${not(negated)}seen at ${value}`,
  'tls-host': (value, negated) => `${doNot(negated)}ask for TLS host ${value}`,
};

const tidak = (negated: boolean): string => (negated ? 'tidak ' : '');
const bukan = (negated: boolean): string => (negated ? 'bukan ' : '');
const bermark =
  (what: string): Say =>
  (mark, negated) => {
    if (mark === 'no-mark') return negated ? `sudah memiliki ${what}` : `belum memiliki ${what}`;
    return `${tidak(negated)}memiliki ${what} **${mark}**`;
  };

const id: Conditions = {
  'in-interface': (value, negated) => `${tidak(negated)}masuk lewat **${value}**`,
  'out-interface': (value, negated) => `${tidak(negated)}keluar lewat **${value}**`,
  'in-interface-list': (value, negated) => `${tidak(negated)}masuk lewat interface dalam list **${value}**`,
  'out-interface-list': (value, negated) => `${tidak(negated)}keluar lewat interface dalam list **${value}**`,
  'in-bridge-port': (value, negated) => `${tidak(negated)}masuk lewat port bridge **${value}**`,
  'out-bridge-port': (value, negated) => `${tidak(negated)}keluar lewat port bridge **${value}**`,
  'src-address': (value, negated) => `${bukan(negated)}dari ${value}`,
  'dst-address': (value, negated) => `${bukan(negated)}ke ${value}`,
  'src-address-list': (value, negated) => `${bukan(negated)}dari alamat dalam list **${value}**`,
  'dst-address-list': (value, negated) => `${bukan(negated)}ke alamat dalam list **${value}**`,
  'src-address-type': (value, negated) => `${bukan(negated)}dari alamat bertipe ${value}`,
  'dst-address-type': (value, negated) =>
    value === 'local'
      ? `${bukan(negated)}untuk router sendiri`
      : `${bukan(negated)}ke alamat bertipe ${value}`,
  'src-mac-address': (value, negated) => `${bukan(negated)}dari alamat MAC ${value}`,
  protocol: (value, negated) => `${bukan(negated)}${value}`,
  'src-port': (value, negated) => `${bukan(negated)}dari port ${value}`,
  'dst-port': (value, negated) => `${bukan(negated)}ke port ${value}`,
  port: (value, negated) => `${bukan(negated)}dari atau ke port ${value}`,
  'connection-mark': bermark('connection mark'),
  'packet-mark': bermark('packet mark'),
  'routing-mark': bermark('routing mark'),
  'connection-state': (value, negated) => `${bukan(negated)}dari koneksi berstatus ${value}`,
  'connection-nat-state': (value, negated) => `${bukan(negated)}dari koneksi yang diterjemahkan ${value}`,
  'per-connection-classifier': (value, negated) => {
    const [, fields = '', every = '', remainder = ''] = pcc.exec(value) ?? [];
    return `milik koneksi yang hash ${fields.replaceAll('-', ' ')}-nya ${bukan(negated)}bersisa ${remainder} dari ${every}`;
  },
  nth: value => {
    const [every = '', number = '1'] = value.split(',');
    return `nomor ${number} dari setiap ${every} yang dihitung di sini`;
  },
  random: value => `terpilih secara acak (${value} dari 100)`,
  'connection-bytes': (value, negated) => `${bukan(negated)}dari koneksi yang sudah membawa ${value} byte`,
  time: (value, negated) => `${tidak(negated)}terlihat pada ${value}`,
  'tls-host': (value, negated) => `${tidak(negated)}meminta host TLS ${value}`,
};

const conditions: InEveryLanguage<Conditions> = { en, id };
const match = { en: 'match', id: 'cocok dengan' };

/** A condition in plain words; one that has none yet as the text has it. */
export function conditionText(matcher: Matcher, language: Language): string {
  const say = conditions[language][matcher.kind];
  if (!say) return `${match[language]} \`${matcher.kind}=${writeMatcher(matcher)}\``;
  const value = writeMatcher({ ...matcher, negated: false });
  return say(value, matcher.negated);
}
