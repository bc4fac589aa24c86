import type { Words } from './said.ts';

/** States of lines, and what they are caused by. */
export const stateWords = {
  up: { en: 'Up', id: 'Hidup' },
  degraded: { en: 'Degraded', id: 'Menurun' },
  down: { en: 'Down', id: 'Mati' },
  unknown: { en: 'Unknown', id: 'Belum diketahui' },
  carrier: { en: 'no link', id: 'link putus' },
  gateway: { en: 'its gateway does not answer', id: 'gateway-nya tidak menjawab' },
  upstream: { en: 'nothing behind its gateway answers', id: 'di belakang gateway-nya tidak ada jawaban' },
  dns: { en: 'no DNS server answers', id: 'tidak ada server DNS yang menjawab' },
  forced: { en: 'taken down by hand', id: 'dimatikan dengan tangan' },
  loss: { en: 'packets are lost', id: 'ada paket hilang' },
  latency: { en: 'answers are slow', id: 'jawaban lambat' },
  jitter: { en: 'answers are uneven', id: 'jawaban tidak rata' },
  allUp: {
    en: (count: number) =>
      count === 1 ? 'The WAN is up' : count === 2 ? 'Both WANs are up' : `All ${count} WANs are up`,
    id: (count: number) =>
      count === 1 ? 'WAN hidup' : count === 2 ? 'Kedua WAN hidup' : `Semua ${count} WAN hidup`,
  },
  someUp: {
    en: (up: number, all: number) => `${up} of ${all} WANs up`,
    id: (up: number, all: number) => `${up} dari ${all} WAN hidup`,
  },
  isSo: {
    en: (name: string, state: string, cause: string) =>
      `${name} ${state.toLowerCase()}${cause && `: ${cause}`}`,
    id: (name: string, state: string, cause: string) =>
      `${name} ${state.toLowerCase()}${cause && `: ${cause}`}`,
  },
  noWans: { en: 'No WAN is known', id: 'Tidak ada WAN yang dikenal' },
  notForwarding: { en: 'Nothing is forwarded', id: 'Tidak ada yang diteruskan' },
  outOfStep: {
    en: (count: number) =>
      `the kernel differs in ${count} ${count === 1 ? 'place' : 'places'} from what jalur decided`,
    id: (count: number) => `kernel berbeda di ${count} tempat dari yang diputuskan`,
  },
} as const satisfies Words;
