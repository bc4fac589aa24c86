import { freeze, makeAddressListEntry, placeOf, type Router, rulesOf } from '../../model/index.ts';
import { type Mac, printIpv4 } from '../../net/index.ts';
import type { InEveryLanguage, Language } from '../../text/index.ts';
import { asWritten, type Packet, type Prepared, rangesOf } from '../../walk/index.ts';
import type { WalkSubject } from '../subject/index.ts';

const en = {
  listed: (address: string, list: string, place: string) =>
    `${address} is in the address list ${list}, which rules fill (${place})`,
  mac: (mac: string) => `the sender has the MAC address ${mac}`,
  dscp: (dscp: number) => `it has dscp=${dscp}`,
};

const id: typeof en = {
  listed: (address, list, place) =>
    `${address} ada di address list ${list} yang diisi oleh aturan (${place})`,
  mac: mac => `pengirimnya punya alamat MAC ${mac}`,
  dscp: dscp => `dscp=${dscp}`,
};

const words: InEveryLanguage<typeof en> = { en, id };

/** Something that neither the text nor the question says of a packet, as rules ask for it. */
export interface Otherwise {
  readonly when: (language: Language) => string;
  readonly subject: WalkSubject;
  readonly packet: Packet;
}

/** How many of a kind are tried. */
const most = 6;

/** What rules ask for and nobody has said: who is on lists that rules fill, MAC addresses, DSCP. */
export function otherwise(subject: WalkSubject, prepared: Prepared, packet: Packet): Otherwise[] {
  if (!asWritten(subject.behaviour)) return [];
  return [
    ...listedOtherwise(subject, prepared, packet).slice(0, most),
    ...macsAsked(prepared.router, packet).slice(0, most),
    ...dscpAsked(prepared.router, packet).slice(0, most),
  ].map(one => ({ subject, packet, ...one }));
}

type Change = Pick<Otherwise, 'when'> & Partial<Otherwise>;

const matchersOf = (router: Router) =>
  rulesOf(router, 'ipv4').flatMap(({ disabled, matchers }) => (disabled ? [] : matchers));

function listedOtherwise(subject: WalkSubject, { router, setup }: Prepared, packet: Packet): Change[] {
  const asked = new Map<string, { readonly list: string; readonly address: number }>();
  for (const one of matchersOf(router)) {
    if (one.kind !== 'src-address-list' && one.kind !== 'dst-address-list') continue;
    const address = one.kind === 'src-address-list' ? packet.src : packet.dst;
    if (address !== 0) asked.set(`${one.list} ${address}`, { list: one.list, address });
  }
  return [...asked.values()].flatMap(({ list, address }) => {
    const filling = rulesOf(router, 'ipv4').find(
      ({ disabled, action }) =>
        !disabled &&
        (action.kind === 'add-src-to-address-list' || action.kind === 'add-dst-to-address-list') &&
        action.list === list,
    );
    const isIn = rangesOf(setup, list).some(({ from, to }) => address >= from && address <= to);
    if (!filling || isIn) return [];
    const [text, place] = [printIpv4(address), placeOf(filling.origin)];
    return [
      {
        when: language => words[language].listed(text, list, place),
        subject: withEntry(subject, list, address),
      },
    ];
  });
}

function withEntry(subject: WalkSubject, list: string, address: number): WalkSubject {
  const { situation } = subject;
  const text = printIpv4(address);
  const entry = makeAddressListEntry({ list, address: { kind: 'range', from: text, to: text } });
  const router = freeze({ ...situation.router, addressLists: [...situation.router.addressLists, entry] });
  return { ...subject, situation: { ...situation, router } };
}

function macsAsked(router: Router, packet: Packet): Change[] {
  if (packet.in === undefined || packet.mac !== undefined) return [];
  const macs = matchersOf(router).flatMap(one => (one.kind === 'src-mac-address' ? [one.mac as Mac] : []));
  return [...new Set(macs)].map(mac => ({
    when: language => words[language].mac(mac),
    packet: { ...packet, mac },
  }));
}

function dscpAsked(router: Router, packet: Packet): Change[] {
  const values = matchersOf(router).flatMap(one => (one.kind === 'dscp' ? [one.dscp] : []));
  return [...new Set(values)]
    .filter(dscp => dscp !== packet.dscp)
    .map(dscp => ({ when: language => words[language].dscp(dscp), packet: { ...packet, dscp } }));
}
