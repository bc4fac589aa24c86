import { printIpv4 } from '../../net/index.ts';
import type { InEveryLanguage, Language } from '../../text/index.ts';
import { leavingOf, type Trace } from '../trace.ts';

const en = {
  direct: (from: string, to: string) =>
    `It never passes the router: ${from} finds ${to} on its own network and answers directly.`,
  refused: (asked: string) => ` The client asked ${asked} and drops an answer from another address.`,
};

const id: typeof en = {
  direct: (from, to) =>
    `Jawaban tidak pernah lewat router: ${from} menemukan ${to} di jaringannya sendiri dan menjawab langsung.`,
  refused: asked => ` Client bertanya ke ${asked} dan membuang jawaban dari alamat lain.`,
};

const words: InEveryLanguage<typeof en> = { en, id };

/** What becomes of an answer between hosts that share a network. */
export function directAnswerText(first: Trace, language: Language): string {
  const say = words[language];
  const left = leavingOf(first);
  if (!left) return '';
  const { dst } = first.packet;
  const moved = left.dst.address === dst ? '' : say.refused(printIpv4(dst));
  return `${say.direct(printIpv4(left.dst.address), printIpv4(left.src.address))}${moved}`;
}
