import type { DoubtfulRole } from '../../model/index.ts';
import type { InEveryLanguage, Language } from '../../text/index.ts';
import { type LeaseFault, leaseFaultText } from '../leases/index.ts';
import type { AssumedAddress } from './addresses/index.ts';
import { addressText, leaseValue, type WorldAssumption } from './assumption.ts';
import type { HeldAddress, Lease } from './world.ts';

const en = {
  has: (name: string, own: string, far: string) => `${name} has ${own}${far}`,
  far: { gateway: 'gateway', peer: 'peer' },
  seen: 'As on this machine now.',
  bench: (lease: string) => `${lease}, as topology.yaml says.`,
  stated: (lease: string) => `${lease}.`,
  refused: (lease: string, why: string) => `Not used: ${lease}; ${why}.`,
  left: (lease: string, why: string) => `Used in part: ${lease}; ${why}.`,
  down: (name: string) => `${name} is unplugged.`,
  dead: (name: string) => `Nothing behind ${name} answers, though its link is up.`,
  deadGateway: (name: string) => `The next hop at ${name} is silent, though the link is up.`,
  unreachable: (gateway: string) => `${gateway} does not answer.`,
  links: (others: boolean) => `Assumed: all ${others ? 'other ' : ''}interfaces running`,
  lease: (lease: string) => `Assumed: ${lease}, by DHCP`,
  line: (lease: string) => `Assumed: ${lease}, from its provider`,
  address: { lan: 'as a LAN', wan: 'as a WAN' },
  assumedAddress: (name: string, own: string, role: string, gateway: string) =>
    `Assumed: ${name}, ${role}, has ${own}${gateway}`,
  unnamed: (name: string) => `a port that the text does not name (here: ${name})`,
  where: (gateway: string) => `, where the gateway ${gateway} lies`,
  answers: (others: boolean) => `Assumed: every ${others ? 'other ' : ''}gateway that is checked answers`,
  proxyArp: (name: string) =>
    `Assumed: the provider at ${name} answers ARP for every address (proxy ARP), because a default route has the port itself as gateway; without that, nothing passes`,
  role: (name: string, role: string, because: string, against: string) =>
    `Assumed: ${name} is a ${role}. ${because}${against === '' ? '' : ` But: ${against}`}`,
  settle: (text: string, option: string) => `${text} (say otherwise with ${option}).`,
};

const id: typeof en = {
  has: (name, own, far) => `${name} punya ${own}${far}`,
  far: { gateway: 'gateway', peer: 'peer' },
  seen: 'Seperti pada mesin ini sekarang.',
  bench: lease => `${lease}, menurut topology.yaml.`,
  stated: lease => `${lease}.`,
  refused: (lease, why) => `Tidak dipakai: ${lease}; ${why}.`,
  left: (lease, why) => `Dipakai sebagian: ${lease}; ${why}.`,
  down: name => `Kabel ${name} dicabut.`,
  dead: name => `Tidak ada yang menjawab di belakang ${name}, walaupun link-nya hidup.`,
  deadGateway: name => `Gateway di ${name} tidak menjawab, walaupun link-nya hidup.`,
  unreachable: gateway => `${gateway} tidak menjawab.`,
  links: others => `Diasumsikan: semua interface ${others ? 'lain ' : ''}running`,
  lease: lease => `Diasumsikan: ${lease}, dari DHCP`,
  line: lease => `Diasumsikan: ${lease}, dari ISP`,
  address: { lan: 'sebagai LAN', wan: 'sebagai WAN' },
  assumedAddress: (name, own, role, gateway) => `Diasumsikan: ${name}, ${role}, punya ${own}${gateway}`,
  unnamed: name => `port yang tidak disebut dalam teks (di sini: ${name})`,
  where: gateway => `, tempat gateway ${gateway} berada`,
  answers: others => `Diasumsikan: setiap gateway ${others ? 'lain ' : ''}yang dicek menjawab`,
  proxyArp: name =>
    `Diasumsikan: ISP di ${name} menjawab ARP untuk semua alamat (proxy ARP), karena rute default memakai port itu sendiri sebagai gateway; tanpa itu, tidak ada yang lewat`,
  role: (name, role, because, against) =>
    `Diasumsikan: ${name} adalah ${role}. ${because}${against === '' ? '' : ` Tetapi: ${against}`}`,
  settle: (text, option) => `${text} (ubah dengan ${option}).`,
};

const words: InEveryLanguage<typeof en> = { en, id };

/** What is known of the world, and not assumed. Closed union by `kind`. */
export type Known =
  | { readonly kind: 'seen' }
  | { readonly kind: 'bench' | 'stated'; readonly lease: Lease }
  /** A lease that our gateway does not use, or uses without this part of it. */
  | { readonly kind: 'refused' | 'left'; readonly lease: Lease; readonly fault: LeaseFault }
  | { readonly kind: 'address'; readonly interface: string; readonly address: HeldAddress }
  | { readonly kind: 'down' | 'dead' | 'dead-gateway' | 'unreachable'; readonly name: string };

/** What is known, in the words that all commands use. */
export function knownText(known: Known, language: Language): string {
  const say = words[language];
  switch (known.kind) {
    case 'seen':
      return say.seen;
    case 'bench':
    case 'stated':
      return say[known.kind](leaseText(known.lease, language));
    case 'address':
      return say.stated(say.has(known.interface, addressText(known), ''));
    case 'refused':
    case 'left':
      return say[known.kind](leaseText(known.lease, language), leaseFaultText(known.fault, language));
    case 'dead-gateway':
      return say.deadGateway(known.name);
    case 'down':
    case 'dead':
    case 'unreachable':
      return say[known.kind](known.name);
  }
}

/** An assumption and the option that settles it, in the words that all commands use. */
export function assumptionText(assumption: WorldAssumption, language: Language): string {
  const text = assumedText(assumption, language).replace(/\.$/, '');
  return words[language].settle(text, assumption.settle);
}

function assumedText(assumption: WorldAssumption, language: Language): string {
  const say = words[language];
  switch (assumption.kind) {
    case 'role':
      return roleText(assumption.role, language);
    case 'links':
    case 'answers':
      return say[assumption.kind](assumption.others);
    case 'proxy-arp':
      return say.proxyArp(assumption.interface);
    case 'lease':
      return say.lease(leaseText(assumption.lease, language));
    case 'line':
      return say.line(leaseText(assumption.lease, language, 'peer'));
    case 'address':
      return ownText(assumption.address, language);
  }
}

/** With the evidence that decides, and what speaks against it. */
function roleText({ role, reason, against }: DoubtfulRole, language: Language): string {
  return words[language].role(
    reason.interface,
    role.toUpperCase(),
    reason.what[language],
    against?.what[language] ?? '',
  );
}

function ownText(one: AssumedAddress, language: Language): string {
  const say = words[language];
  const gateway = one.gateway === undefined ? '' : say.where(one.gateway);
  const name = one.isUnnamed ? say.unnamed(one.interface) : one.interface;
  return say.assumedAddress(name, addressText(one), say.address[one.role], gateway);
}

/** `ether1 has 10.10.10.254/24, gateway 10.10.10.1`. */
function leaseText(lease: Lease, language: Language, far: 'gateway' | 'peer' = 'gateway'): string {
  const say = words[language];
  const { interface: name, gateway } = lease;
  const [own = ''] = leaseValue(lease).split(',');
  return say.has(name, own, gateway === undefined ? '' : `, ${say.far[far]} ${gateway}`);
}
