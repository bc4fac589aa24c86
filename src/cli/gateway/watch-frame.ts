import { conditionIn, type Recorded, type StatusReply } from '../../gateway/index.ts';
import { stateText } from '../../report/say/index.ts';
import { bitRate, type Language, percent } from '../../text/index.ts';
import type { Colours } from '../output/colour.ts';
import { eventText } from './event-text.ts';
import { linesText } from './lines-text.ts';
import { headline } from './status-text.ts';
import { statusWords } from './status-words.ts';

export interface Frame {
  readonly status: StatusReply;
  /** Oldest first. */
  readonly events: readonly Recorded[];
  readonly colours: Colours;
  readonly columns: number;
  readonly rows: number;
  readonly language: Language;
}

/** One picture of `jalur status --watch`, as many lines as there are rows. Pure. */
export function watchFrame(frame: Frame): readonly string[] {
  const { status, colours, columns, rows, language } = frame;
  const say = statusWords[language];
  const top = [
    headline(status, colours, language),
    colours.dim(say.watched(status.name, status.file, status.pace)),
    '',
    ...linesText(status.lines, colours, columns, language).split('\n'),
    ...shares(frame),
    ...conditions(frame),
    '',
  ];
  const room = Math.max(0, rows - top.length - 1);
  const latest = eventLines(frame).slice(-room);
  const all = room === 0 ? top : [...top, ...latest];
  return [...all.slice(0, rows - 1), colours.dim(say.keys)];
}

const widestBar = 40;

/** Of the connections that were opened lately. */
function shares({ status, columns, language }: Frame): readonly string[] {
  const counted = status.lines.filter(({ opened }) => opened?.share !== undefined);
  if (counted.length === 0) return [];
  const name = Math.max(...counted.map(({ line }) => line.length));
  const width = Math.max(4, Math.min(widestBar, columns - name - 10));
  const bars = counted.map(({ line, opened }) => {
    const share = opened?.share ?? 0;
    const full = Math.round(share * width);
    return `  ${line.padEnd(name)}  ${'#'.repeat(full)}${'.'.repeat(width - full)} ${percent(share)}`;
  });
  return ['', statusWords[language].lately, ...bars];
}

function conditions({ status, colours: { red, yellow }, language }: Frame): readonly string[] {
  const open = status.conditions;
  if (open.length === 0) return [];
  return [
    '',
    ...open.map(one => {
      const paint = one.severity === 'error' ? red : yellow;
      return `${paint(one.code)}  ${conditionIn(one, language).what}`;
    }),
  ];
}

/** The first line of each event says what it is. */
const eventLines = ({ events, colours, language }: Frame): readonly string[] =>
  events.flatMap(one => eventText(one, colours, language)?.split('\n')[0] ?? []);

/** Where there is no terminal: one line for each second. */
export function watchLine({ status, language }: Pick<Frame, 'status' | 'language'>, time: Date): string {
  const say = statusWords[language];
  const lines = status.lines.map(line => {
    const { rate, opened } = line;
    const carried = rate ? ` ${say.carries(bitRate(rate.receivedBps), bitRate(rate.sentBps))}` : '';
    const share = opened?.share === undefined ? '' : ` ${say.fresh(percent(opened.share))}`;
    return `${line.line} ${stateText(line, language)}${carried}${share}`;
  });
  return `${time.toISOString().slice(11, 19)} ${lines.join('; ') || say.noLines}`;
}
