import type { LineReply } from '../../gateway/index.ts';
import { stateText } from '../../report/say/index.ts';
import { bitRate, type Language, lasting, ms, percent } from '../../text/index.ts';
import type { Colours } from '../output/colour.ts';
import { printTable } from '../output/table.ts';
import { statusWords } from './status-words.ts';

/** Lines as a table; where the terminal is too narrow for it, each with its facts below it. */
export function linesText(
  lines: readonly LineReply[],
  colours: Colours,
  width: number,
  language: Language = 'en',
): string {
  if (lines.length === 0) return statusWords[language].noWan;
  const table = tableOf(lines, colours, language);
  const widest = Math.max(...tableOf(lines, plain, language).map(row => row.length));
  const body = widest > width ? lines.map(line => block(line, colours, language)) : table;
  return [...body, ...lines.flatMap(line => evidence(line, language))].join('\n');
}

function tableOf(lines: readonly LineReply[], paint: Paint, language: Language): readonly string[] {
  const columns = statusWords[language].titles.map(title => ({ title }));
  const rows = lines.map(line => row(line, paint, language));
  return printTable(columns, rows).trimEnd().split('\n');
}

const plain: Pick<Colours, 'red' | 'yellow' | 'green'> = {
  red: text => text,
  yellow: text => text,
  green: text => text,
};

type Paint = Pick<Colours, 'red' | 'yellow' | 'green'>;

function state(line: LineReply, { red, yellow, green }: Paint, language: Language): string {
  const paint = { up: green, down: red, degraded: yellow, unknown: (text: string) => text }[line.status];
  return paint(stateText(line, language));
}

const unknown = '-';

function row(line: LineReply, paint: Paint, language: Language): readonly string[] {
  const { label, forMs, gateway, evidence = {}, opened, rate } = line;
  const { roundTripMs, loss } = evidence as Partial<NonNullable<LineReply['evidence']>>;
  return [
    label,
    state(line, paint, language),
    forMs === undefined ? unknown : lasting(forMs, language),
    gateway ?? unknown,
    roundTripMs === undefined ? unknown : ms(roundTripMs),
    loss === undefined ? unknown : percent(loss),
    opened?.share === undefined ? unknown : percent(opened.share),
    rate ? bitRate(rate.receivedBps) : unknown,
    rate ? bitRate(rate.sentBps) : unknown,
  ];
}

function block(line: LineReply, colours: Paint, language: Language): string {
  const { titles } = statusWords[language];
  const [label = '', said = '', ...cells] = row(line, colours, language);
  const facts = cells.map((cell, i) => [titles[i + 2]?.toLowerCase() ?? '', cell] as const);
  const rows = facts
    .filter(([, cell]) => cell !== unknown)
    .map(([title, cell]) => `  ${title.padEnd(8)}${cell}`);
  return [`${label}  ${said}`, ...rows].join('\n');
}

/** Causes that probes have no part in. */
const byOthers: readonly string[] = ['forced', 'carrier'];

/** What a state rests on, and the lease, a sentence each. */
function evidence(
  { line, status, cause, evidence: found, lease, opened }: LineReply,
  language: Language,
): readonly string[] {
  const say = statusWords[language];
  const isJudged = status === 'down' && !byOthers.includes(cause ?? '');
  const said = [
    ...(found && found.asked.length > 0 ? [say.asks(found.asked.join(', '))] : []),
    ...(found && isJudged ? [say.silent(ms(found.silentMs))] : []),
    ...(found?.jitterMs === undefined ? [] : [say.jitter(ms(found.jitterMs))]),
    ...(lease
      ? [say.lease(`${lease.address.address}/${lease.address.length}`, lasting(lease.leftMs, language))]
      : []),
    ...(opened ? [say.opened(opened.connections, lasting(opened.overMs, language))] : []),
  ];
  return said.length === 0 ? [] : [`  ${line}: ${said.join('; ')}`];
}
