import type { InEveryLanguage } from '../../text/index.ts';
import type { Obstacle } from '../topology/obstacles.ts';

/** `, but on ether5 (office.rsc:12)`. */
const elsewhereText = ({ elsewhere, at }: Obstacle, on: (ports: string) => string): string =>
  elsewhere.length === 0 ? '' : `${on(elsewhere.join(', '))}${at === '' ? '' : ` (${at})`}`;

const placeText = ({ at }: Obstacle): string => (at === '' ? '' : ` (${at})`);

const en = {
  everyPart: 'Every part of the experiment can be measured.',
  notCompleted: (parts: string) => `Not completed: ${parts}.`,
  measured: 'a measurement',
  couldNot: (why: string) => `could not be measured: ${why}`,
  clientsUp: 'addresses of the clients',
  theyGet: 'a lease for each',
  obstacle: (one: Obstacle): string =>
    ({
      'no-server': `The clients get no lease: the configuration serves no DHCP on ${one.port}${elsewhereText(one, ports => `, only on ${ports}`)}. Add a DHCP server there; if the clients have static addresses, write clients.network and clients.gateway in topology.yaml.`,
      'no-address': `The clients get no lease: the DHCP server on ${one.port}${placeText(one)} has no address there to serve from.`,
      'no-pool': `The clients get no lease: the DHCP server on ${one.port}${placeText(one)} has no pool with addresses.`,
    })[one.kind],
  withoutNetem:
    'Delay, jitter and loss are emulated by a relay in user space instead of netem (see the accuracy of the lines).',
  machineCheck: 'check of this machine',
  roundTrip: (isp: string) => `${isp} round trip`,
  loss: (isp: string) => `${isp} loss, there and back`,
  download: (isp: string) => `${isp} download`,
  upload: (isp: string) => `${isp} upload`,
};

/** What a run says of experiments that ended early, and of the machine. */
type OrchestrateWords = typeof en;

const id: OrchestrateWords = {
  everyPart: 'Setiap bagian percobaan dapat diukur.',
  notCompleted: parts => `Tidak selesai: ${parts}.`,
  measured: 'pengukuran',
  couldNot: why => `tidak dapat diukur: ${why}`,
  clientsUp: 'alamat klien',
  theyGet: 'satu lease untuk masing-masing',
  obstacle: one =>
    ({
      'no-server': `Klien tidak memperoleh lease: konfigurasi tidak melayani DHCP di ${one.port}${elsewhereText(one, ports => `, hanya di ${ports}`)}. Tambahkan server DHCP di sana; bila klien beralamat statis, tulis clients.network dan clients.gateway di topology.yaml.`,
      'no-address': `Klien tidak memperoleh lease: server DHCP di ${one.port}${placeText(one)} tidak punya alamat di sana untuk melayani.`,
      'no-pool': `Klien tidak memperoleh lease: server DHCP di ${one.port}${placeText(one)} tidak punya pool dengan alamat.`,
    })[one.kind],
  withoutNetem:
    'Delay, jitter, dan loss ditiru oleh relay di ruang pengguna sebagai ganti netem (lihat ketelitian saluran).',
  machineCheck: 'pemeriksaan mesin ini',
  roundTrip: isp => `${isp} waktu bolak-balik`,
  loss: isp => `${isp} loss, pulang pergi`,
  download: isp => `${isp} unduh`,
  upload: isp => `${isp} unggah`,
};

export const orchestrateWords: InEveryLanguage<OrchestrateWords> = { en, id };
