import {
  consequence,
  type Moment,
  momentText,
  type PointView,
  pointText,
  reasonText,
} from '../../walk/index.ts';
import { walkMessages } from '../messages-walk.ts';
import { coloursFor } from '../output/colour.ts';
import { storyJson } from './json.ts';
import { pointLines, verdictJson } from './points.ts';

/** The life of a connection, packet by packet; the first line is what the client notices. */
export function momentsText(
  moments: readonly Moment[],
  wan: string,
  points: readonly PointView[],
  assumptions: readonly string[],
): string {
  const { bold } = coloursFor(process.stdout);
  const heads = {
    before: walkMessages.explain.before,
    during: walkMessages.explain.during(wan),
    after: walkMessages.explain.after(wan),
  };
  const stages = (['before', 'during', 'after'] as const).flatMap(when => [
    '',
    heads[when],
    ...moments.filter(moment => moment.when === when).map(line),
  ]);
  return [bold(answerOf(moments, points)), ...stages, '', ...pointLines(points), ...assumptions, ''].join(
    '\n',
  );
}

function answerOf(moments: readonly Moment[], points: readonly PointView[]): string {
  const during = moments.filter(({ when }) => when === 'during').at(-1);
  const first = moments[0] ? momentText(moments[0]) : '';
  const then = during ? ` Once the line is dead: ${momentText(during).replace(/^T/, 't')}` : '';
  const open = points.length === 0 ? '' : `${walkMessages.explain.dependsOn(points.map(pointText))} `;
  return [`${open}${first}${then}`, consequence(moments)].filter(text => text !== '').join(' ');
}

function line(moment: Moment): string {
  const reason = reasonText(moment.trace);
  return `  ${momentText(moment)}${reason === '' ? '' : ` (${reason})`}`;
}

/** The same as data. */
export function momentsJson(moments: readonly Moment[], points: readonly PointView[]): string {
  const told = moments.map(({ when, what, trace, prepared }) => ({
    when,
    what,
    ...storyJson(prepared, trace),
  }));
  return `${JSON.stringify({ ...verdictJson(points), consequence: consequence(moments), moments: told }, null, 2)}\n`;
}
