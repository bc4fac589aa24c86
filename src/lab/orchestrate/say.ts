import type { InEveryLanguage } from '../../text/index.ts';

const en = {
  everyPart: 'Every part of the experiment can be measured.',
  notCompleted: (parts: string) => `Not completed: ${parts}.`,
  measured: 'a measurement',
  couldNot: (why: string) => `could not be measured: ${why}`,
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
  withoutNetem:
    'Delay, jitter, dan loss ditiru oleh relay di ruang pengguna sebagai ganti netem (lihat ketelitian saluran).',
  machineCheck: 'pemeriksaan mesin ini',
  roundTrip: isp => `${isp} waktu bolak-balik`,
  loss: isp => `${isp} loss, pulang pergi`,
  download: isp => `${isp} unduh`,
  upload: isp => `${isp} unggah`,
};

export const orchestrateWords: InEveryLanguage<OrchestrateWords> = { en, id };
