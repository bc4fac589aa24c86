import type { Words } from './said.ts';

/** The lab that is kept up: cables and faults. */
export const labWords = {
  intro: {
    en: 'Packets stay inside the lab: what is broken here breaks nothing else.',
    id: 'Paket tetap di dalam lab: yang dirusak di sini tidak merusak yang lain.',
  },
  cables: { en: 'Lines', id: 'Saluran' },
  whole: { en: 'Whole', id: 'Utuh' },
  faultNow: { en: 'Broken', id: 'Rusak' },
  repair: { en: 'Repair', id: 'Perbaiki' },
  repairAll: { en: 'Repair all', id: 'Perbaiki semua' },
  unplug: { en: 'Pull the cable', id: 'Cabut kabel' },
  blackhole: { en: 'Drop everything behind the ISP', id: 'Buang semua di belakang ISP' },
  'gateway-dead': { en: "Silence the ISP's gateway", id: 'Bungkam gateway ISP' },
  lossy: { en: 'Lose packets', id: 'Hilangkan paket' },
  slow: { en: 'Delay packets', id: 'Tunda paket' },
  flap: { en: 'Flap the link', id: 'Putus-sambung link' },
  'gateway-change': { en: "Change the ISP's gateway", id: 'Ganti gateway ISP' },
  unplugged: { en: 'cable pulled', id: 'kabel dicabut' },
  more: { en: 'Other faults', id: 'Gangguan lain' },
  lossPercent: { en: 'Loss, % each way', id: 'Hilang, % tiap arah' },
  delayMs: { en: 'Delay, ms one way', id: 'Tunda, ms satu arah' },
  inject: { en: 'Break it', id: 'Rusak' },
  fault: { en: 'Fault', id: 'Gangguan' },
  noLab: { en: 'No lab is served here', id: 'Tidak ada lab di sini' },
  noLabText: {
    en: 'Faults can be made where the page is served over a kept lab: jalur lab up.',
    id: 'Gangguan bisa dibuat bila halaman disajikan di atas lab yang berjalan: jalur lab up.',
  },
  live: { en: 'The last two minutes', id: 'Dua menit terakhir' },
} as const satisfies Words;
