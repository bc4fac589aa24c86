import { lifeAnswer, pointLines, walkWords } from '../../answers/index.ts';
import type { Fault } from '../../rib/index.ts';
import type { Language } from '../../text/index.ts';
import { type Life, type Moment, momentText, reasonText } from '../../walk/index.ts';
import { coloursFor } from '../output/colour.ts';

/** The life of a connection, packet by packet; the first line is what the client notices. */
export function lifeText(
  life: Life,
  { wan, fault }: { readonly wan: string; readonly fault: Fault['kind'] },
  assumptions: readonly string[],
  language: Language,
): string {
  const { bold } = coloursFor(process.stdout);
  const say = walkWords[language];
  const heads = { before: say.before, during: say.during[fault](wan), after: say.after(wan) };
  const stages = (['before', 'during', 'after'] as const).flatMap(when => [
    '',
    heads[when],
    ...life.moments.filter(moment => moment.when === when).map(moment => line(moment, language)),
  ]);
  const answer = bold(lifeAnswer(life, language));
  return [answer, ...stages, '', ...pointLines(life.points, language), ...assumptions, ''].join('\n');
}

function line(moment: Moment, language: Language): string {
  const reason = reasonText(moment.trace, language);
  return `  ${momentText(moment, language)}${reason === '' ? '' : ` (${reason})`}`;
}
