import { printIpv4 } from '../../net/index.ts';
import type { InEveryLanguage, Language } from '../../text/index.ts';
import { isAnsweredDirectly } from '../answer.ts';
import type { Prepared } from '../prepare.ts';
import { leavingOf, type Trace } from '../trace.ts';
import { nameOf } from './labels.ts';

const en = {
  direct: (from: string, to: string) =>
    `It never passes the router: ${from} finds ${to} on its own network and answers directly.`,
  refused: (asked: string) => ` The client asked ${asked} and drops an answer from another address.`,
  dead: (out: string) => `None comes: nothing answers behind ${out}.`,
  unknown: (source: string) => `None can come: no host of the Internet finds the private address ${source}.`,
  foreign: (source: string, owner: string) => `None can come: ${source} is an address of ${owner}.`,
};

const id: typeof en = {
  direct: (from, to) =>
    `Jawaban tidak pernah lewat router: ${from} menemukan ${to} di jaringannya sendiri dan menjawab langsung.`,
  refused: asked => ` Client bertanya ke ${asked} dan membuang jawaban dari alamat lain.`,
  dead: out => `Tidak ada: tidak ada yang menjawab di belakang ${out}.`,
  unknown: source => `Tidak mungkin ada: tidak ada host di Internet yang menemukan alamat privat ${source}.`,
  foreign: (source, owner) => `Tidak mungkin ada: ${source} adalah alamat ${owner}.`,
};

const words: InEveryLanguage<typeof en> = { en, id };

/** Why nothing comes back by the router to be followed; undefined: the answer does, or nobody got the packet. */
export function noAnswerText(prepared: Prepared, first: Trace, language: Language): string | undefined {
  const { ending } = first;
  const say = words[language];
  if (ending.kind === 'lost') return say.dead(nameOf(prepared.router, ending.out));
  if (ending.kind === 'leaked') return say.unknown(printIpv4(ending.src.address));
  if (ending.kind === 'stuck')
    return say.foreign(printIpv4(ending.src.address), nameOf(prepared.router, ending.owner));
  return isAnsweredDirectly(prepared, first) ? directAnswerText(first, language) : undefined;
}

/** What becomes of an answer between hosts that share a network. */
export function directAnswerText(first: Trace, language: Language): string {
  const say = words[language];
  const left = leavingOf(first);
  if (!left) return '';
  const { dst } = first.packet;
  const moved = left.dst.address === dst ? '' : say.refused(printIpv4(dst));
  return `${say.direct(printIpv4(left.dst.address), printIpv4(left.src.address))}${moved}`;
}
