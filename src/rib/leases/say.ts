import type { InEveryLanguage, Language } from '../../text/index.ts';
import type { LeaseFault, LeasePart, LeaseWhy } from './fault.ts';

interface Words {
  readonly parts: Readonly<Record<LeasePart, string>>;
  readonly reasons: Readonly<Record<LeaseWhy, (fault: LeaseFault) => string>>;
}

const en: Words = {
  parts: {
    ...{ address: 'its address', mask: 'its mask', gateway: 'its gateway', route: 'its route' },
    mtu: 'its MTU',
  },
  reasons: {
    none: () => 'is missing: nothing but its own network is reached by it',
    'no-host': () => 'is no address that a host can have',
    own: ({ of = '' }) => `is an address of this router (${of})`,
    edge: ({ network = '' }) => `is the first or last address of ${network}, which no host has`,
    inside: ({ of = '', network = '' }) => `lies in ${network}, the network of ${of}`,
    gaps: () => 'is no mask: its ones are not together',
    'too-wide': () => 'is wider than /8: it would take what other lines carry',
    'too-small': () => 'is below 576: packets that everybody has to take would not pass',
    'too-large': ({ of = '' }) => `is more than the interface takes (${of})`,
  },
};

const id: Words = {
  parts: {
    ...{ address: 'alamatnya', mask: 'mask-nya', gateway: 'gateway-nya', route: 'rutenya' },
    mtu: 'MTU-nya',
  },
  reasons: {
    none: () => 'tidak ada: hanya network-nya sendiri yang terjangkau lewatnya',
    'no-host': () => 'bukan alamat yang dapat dimiliki host',
    own: ({ of = '' }) => `adalah alamat router ini sendiri (${of})`,
    edge: ({ network = '' }) => `adalah alamat pertama atau terakhir dari ${network}, bukan milik host`,
    inside: ({ of = '', network = '' }) => `berada dalam ${network}, network ${of}`,
    gaps: () => 'bukan mask: bit satunya tidak berurutan',
    'too-wide': () => 'lebih lebar dari /8: akan mengambil lalu lintas saluran lain',
    'too-small': () => 'di bawah 576: paket yang wajib diterima semua pihak tidak akan lewat',
    'too-large': ({ of = '' }) => `lebih besar daripada yang diterima interface (${of})`,
  },
};

const words: InEveryLanguage<Words> = { en, id };

/** `its gateway 127.0.0.1 is no address that a host can have` */
export function leaseFaultText(fault: LeaseFault, language: Language): string {
  const { parts, reasons } = words[language];
  return [parts[fault.part], fault.value, reasons[fault.why](fault)].filter(word => word !== '').join(' ');
}
