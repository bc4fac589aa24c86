import type { Router } from '../model/index.ts';
import { wayText } from '../spread/index.ts';
import { counted, type InEveryLanguage, type Language } from '../text/index.ts';
import type { Movement } from './movers.ts';

const en = {
  connections: (count: number) => counted(count, 'connection'),
  fates: {
    'other-wan': ['changes its WAN', 'change their WAN'],
    'loses-nat': ['is no longer translated', 'are no longer translated'],
    'is-dropped': ['is now dropped', 'are now dropped'],
    'is-let-through': ['is now let through', 'are now let through'],
    'other-way': ['ends in another way', 'end in another way'],
  },
};

const id: typeof en = {
  connections: count => `${count} koneksi`,
  fates: {
    'other-wan': ['pindah WAN', 'pindah WAN'],
    'loses-nat': ['kehilangan NAT', 'kehilangan NAT'],
    'is-dropped': ['sekarang dibuang', 'sekarang dibuang'],
    'is-let-through': ['sekarang diloloskan', 'sekarang diloloskan'],
    'other-way': ['berakhir lain', 'berakhir lain'],
  },
};

const words: InEveryLanguage<typeof en> = { en, id };

/** `1300 connections change their WAN: ISP1 (ether1) → ISP2 (ether2)`. */
export function movementText(
  router: Router,
  { fate, before, after, connections }: Movement,
  language: Language,
): string {
  const say = words[language];
  const happens = say.fates[fate][connections === 1 ? 0 : 1];
  const [from, to] = [before, after].map(way => wayText(router, way, language));
  return `${say.connections(connections)} ${happens}: ${from} → ${to}`;
}
