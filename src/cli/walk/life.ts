import type { Fault } from '../../rib/index.ts';
import type { Language } from '../../text/index.ts';
import {
  consequence,
  explainTrace,
  type Life,
  type Moment,
  momentText,
  pointsText,
  reasonText,
} from '../../walk/index.ts';
import { coloursFor } from '../output/colour.ts';
import { storyJson } from './json.ts';
import { pointLines, verdictJson } from './points.ts';
import { walkWords } from './say.ts';

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
  const answer = bold(answerOf(life, language));
  return [answer, ...stages, '', ...pointLines(life.points, language), ...assumptions, ''].join('\n');
}

function answerOf({ moments, points }: Life, language: Language): string {
  const say = walkWords[language];
  const during = moments.filter(({ when }) => when === 'during').at(-1);
  const first = moments[0] ? momentText(moments[0], language) : '';
  const then = during ? say.onceDown(momentText(during, language)) : '';
  const open = points.length === 0 ? '' : `${say.dependingOn(pointsText(points, language))} `;
  const parts = [`${open}${first}${then}`, consequence(moments, language)];
  return parts.filter(text => text !== '').join(' ');
}

function line(moment: Moment, language: Language): string {
  const reason = reasonText(moment.trace, language);
  return `  ${momentText(moment, language)}${reason === '' ? '' : ` (${reason})`}`;
}

/** The same as data. */
export function lifeJson({ moments, points }: Life, language: Language): object {
  const data = moments.map(({ when, which, trace, prepared }) => ({
    when,
    which,
    ...storyJson(prepared, trace, explainTrace(prepared, trace, language)),
  }));
  const noticed = consequence(moments, language);
  return { ...verdictJson(points), consequence: noticed, moments: data };
}
