import type { InEveryLanguage, Language } from '../../text/index.ts';
import type { Moment } from '../follow.ts';
import { leavingOf } from '../trace.ts';
import { endingText } from './ending.ts';

const en = {
  packet: {
    first: 'The first packet',
    answer: 'The answer',
    next: 'The next packet',
    second: 'The one after it',
  },
  reset:
    'The server does not know the new source address: it answers with a reset, and the client must connect anew.',
  otherSource:
    'The server sees another source address; without a session of its own it simply answers there.',
};

const id: typeof en = {
  packet: {
    first: 'Paket pertama',
    answer: 'Jawabannya',
    next: 'Paket berikutnya',
    second: 'Paket sesudahnya',
  },
  reset:
    'Server tidak mengenal alamat asal yang baru: ia menjawab dengan reset, dan client harus membuat koneksi baru.',
  otherSource: 'Server melihat alamat asal lain; tanpa sesi sendiri ia menjawab ke alamat itu.',
};

const words: InEveryLanguage<typeof en> = { en, id };

/** `The next packet leaves by …`. */
export function momentText({ which, trace, prepared }: Moment, language: Language): string {
  return `${words[language].packet[which]} ${endingText(prepared, trace, language)}.`;
}

/** What the other end makes of it, as a sentence; empty where nothing changed for it. */
export function consequence(moments: readonly Moment[], language: Language): string {
  const [first] = moments;
  const source = first && leavingOf(first.trace)?.src.address;
  const changed = moments.find(({ which, trace }) => {
    const left = leavingOf(trace);
    return which !== 'answer' && left !== undefined && left.src.address !== source;
  });
  if (!first || !changed) return '';
  return first.trace.packet.protocol === 6 ? words[language].reset : words[language].otherSource;
}
