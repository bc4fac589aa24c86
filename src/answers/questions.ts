import type { NamedText } from '../rsc/index.ts';
import { type SampleSize, wayKey } from '../spread/index.ts';
import { answersText, nameOf } from '../walk/index.ts';
import { reserved } from './not-understood.ts';
import {
  type Explanation,
  explanationJson,
  explanationOf,
  type Failure,
  type Lived,
  lifeAnswer,
  lifeJson,
  lifeOf,
  packetOf,
  reservationOf,
  type SaidOfPacket,
  type SaidOfWay,
} from './packet/index.ts';
import { proofJson, proofKey, proofOf, remediesFor } from './proof/index.ts';
import { dividedOf, noLanText, spreadHead, spreadJson } from './spread.ts';
import type { Sources } from './subject/index.ts';
import { askTexts, type InEachReading, type Said } from './subject/index.ts';

/** A packet, and how it is followed. */
export interface SaidOfExplain extends Said, Omit<SaidOfWay, 'lang' | 'engine'>, Omit<SaidOfPacket, 'lang'> {
  /** The connection is followed while this WAN goes down and comes back. */
  readonly through?: string | undefined;
  readonly how?: Failure | undefined;
}

type Followed = { readonly way: Explanation } | { readonly lived: Lived };

/** What becomes of a packet. */
export function explainTexts(texts: readonly NamedText[], said: SaidOfExplain, sources?: Sources) {
  const { lang, through, how = 'down' } = said;
  return askTexts(
    texts,
    said,
    {
      ask: (subject, say): Followed | undefined => {
        const sent = packetOf(subject, said, say);
        if (!sent) return undefined;
        if (through === undefined) return { way: explanationOf(subject, sent, said) };
        const lived = lifeOf(subject, sent, { ...said, through, how }, say);
        return lived && { lived };
      },
      key: one =>
        'lived' in one
          ? one.lived.life.moments.map(({ when, which, trace }) => [when, which, trace.ending.kind])
          : [one.way.found.all, one.way.found.answers].map(
              found => found && answersText(one.way.found.prepared, found, 'en'),
            ),
      data: (subject, one) => {
        if ('lived' in one) {
          const { life, fault, basis } = one.lived;
          const wan = nameOf(subject.config.router, fault.interface);
          const head = [lifeAnswer(life, lang)];
          return { head, file: subject.config.file, wan, ...lifeJson(life, lang), assumptions: basis };
        }
        const { found } = one.way;
        const [first = '', ...more] = answersText(found.prepared, found.all, lang);
        const head = [reserved(first, reservationOf(one.way, lang)), ...more, ...one.way.otherwise];
        return { head, ...explanationJson(subject, one.way, lang) };
      },
    },
    sources,
  );
}

/** What must hold for every packet, or a packet for which it does not, and lines that mend it. */
export function proveTexts(texts: readonly NamedText[], said: Said, sources?: Sources) {
  return askTexts(
    texts,
    said,
    {
      ask: subject => proofOf(subject),
      key: proofKey,
      data: (subject, proof) => proofJson(subject, proof, remediesFor(subject, proof, said), said.lang),
      anything: true,
    },
    sources,
  );
}

/** How imagined connections divide. */
export function spreadTexts(
  texts: readonly NamedText[],
  said: Said,
  size: SampleSize,
  sources?: Sources,
): InEachReading<ReturnType<typeof spreadJson> & { readonly head: string }> {
  return askTexts(
    texts,
    said,
    {
      ask: (subject, say) => {
        const divided = dividedOf(subject, size, said.lang);
        if (!divided) say(...noLanText);
        return divided;
      },
      key: ({ spread }) => spread.shares.map(({ way, connections }) => [wayKey(way), connections.toFixed(2)]),
      data: (subject, divided) => ({
        head: spreadHead(divided, said.lang),
        ...spreadJson(subject, divided, said.lang),
      }),
    },
    sources,
  );
}
