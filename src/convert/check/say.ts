import { directionText } from '../../prove/index.ts';
import { counted, type InEveryLanguage, type Language } from '../../text/index.ts';
import { endingText, packetText } from '../../walk/index.ts';
import type { Difference, Side } from './check.ts';
import { linesOf } from './lines.ts';

const en = {
  sample: 'of the sample of connections',
  toSites: 'from the LAN to networks of other sites',
  faults: {
    unplugged: 'unplugged',
    gateway: 'with a silent gateway',
    upstream: 'dead behind the gateway',
  },
  classes: (count: number) => (count === 1 ? 'one class of packets' : `${count} classes of packets`),
  sentence: (head: string, packet: string, before: string, after: string) =>
    `${head}, such as ${packet}, before: ${before}; after: ${after}.`,
  also: (count: number) => ` Alike in ${counted(count, 'other state')} of the uplinks.`,
  lines: (lines: string) => ` (line ${lines})`,
  odds: (percent: string) => ` in ${percent} % of cases`,
};

const id: typeof en = {
  sample: 'dari contoh koneksi',
  toSites: 'dari LAN ke jaringan lokasi lain',
  faults: {
    unplugged: 'dicabut',
    gateway: 'dengan gateway yang diam',
    upstream: 'mati di belakang gateway',
  },
  classes: count => `${count} kelas paket`,
  sentence: (head, packet, before, after) =>
    `${head}, seperti ${packet}, sebelum: ${before}; sesudah: ${after}.`,
  also: count => ` Begitu juga dalam ${count} keadaan uplink lain.`,
  lines: lines => ` (baris ${lines})`,
  odds: percent => ` dalam ${percent} % kasus`,
};

const words: InEveryLanguage<typeof en> = { en, id };

function directionOf(direction: Difference['direction'], language: Language): string {
  if (direction === 'sample') return words[language].sample;
  return direction === 'lan-to-remote' ? words[language].toSites : directionText(direction, language);
}

const capitalised = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

/** One sentence: which packets, what happens to them before and after, and by which lines. */
export function differenceText(one: Difference, language: Language = 'en'): string {
  const say = words[language];
  const { fault, direction, packets, packet, otherStates } = one;
  const when = fault ? `, ${fault.interface} ${say.faults[fault.kind]}` : '';
  const head = `${capitalised(directionOf(direction, language))}${when}: ${say.classes(packets)}`;
  const sides = [sideText(one.before, language), sideText(one.after, language)] as const;
  const also = otherStates === 0 ? '' : say.also(otherStates);
  return `${say.sentence(head, packetText(packet, language), ...sides)}${also}`;
}

function sideText({ prepared, trace, share }: Side, language: Language): string {
  const say = words[language];
  const lines = linesOf(trace);
  const place = lines.length === 0 ? '' : say.lines(lines.join(', '));
  const odds = share < 0.9995 ? say.odds((share * 100).toFixed(1)) : '';
  return `${endingText(prepared, trace, language)}${odds}${place}`;
}
