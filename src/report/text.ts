import type { GatewayReport, Incident } from '../gateway/index.ts';
import type { Language } from '../text/index.ts';
import { carriedCells, type FigureTexts, finePercent, stateCells } from './cells.ts';
import { storyWords } from './incident/words.ts';
import { reportWords } from './words.ts';

export interface TextOptions extends FigureTexts {
  readonly language: Language;
  /** Rows under titles. */
  readonly table: (titles: readonly string[], rows: readonly (readonly string[])[]) => string;
}

const mostIncidents = 10;
const mostConfigs = 10;

/** The first line says how it was; then lines, outages, decisions, configurations, what was wrong. */
export function reportText(report: GatewayReport, options: TextOptions): string {
  const say = reportWords[options.language];
  const { lines, decisions, configs, conditions } = report;
  const parts = [
    headline(report, options),
    lines.length === 0 ? say.noRing : tables(report, options),
    outages(report, options),
    decisions.count === 0
      ? say.noDecisions
      : say.decisions(
          decisions.count,
          options.ms(decisions.medianMs ?? 0),
          options.ms(decisions.slowestMs ?? 0),
        ),
    list(
      say.configs,
      configs
        .slice(-mostConfigs)
        .map(({ time, file, result, how, by }) => say.config(clock(time), file, result, how, by)),
    ),
    list(
      say.conditions,
      conditions.map(({ code, raised }) => `${code}  ${say.times(raised)}`),
    ),
  ];
  return `${parts.filter(part => part !== '').join('\n\n')}\n`;
}

/** `host, the last 1 d: ether1 available 99.982 %; 2 outages.` */
export function headline(
  { name, since, until, lines, incidents }: GatewayReport,
  { language, lasting }: Pick<TextOptions, 'language' | 'lasting'>,
): string {
  const say = reportWords[language];
  const known = lines.flatMap(({ line, available }) =>
    available === undefined ? [] : [say.available(line, finePercent(available))],
  );
  return say.head(name, lasting(Date.parse(until) - Date.parse(since)), known.join(', '), incidents.length);
}

function tables({ lines }: GatewayReport, options: TextOptions): string {
  const say = reportWords[options.language];
  const states = options.table(
    say.columns,
    lines.map(line => stateCells(line, options)),
  );
  const carried = options.table(
    say.carried,
    lines.map(line => carriedCells(line, options)),
  );
  return [states.trimEnd(), say.tiphon, '', carried.trimEnd(), say.shares].join('\n');
}

function outages({ incidents }: GatewayReport, { language, lasting }: TextOptions): string {
  const say = reportWords[language];
  if (incidents.length === 0) return say.noIncidents;
  const rows = incidents
    .slice(0, mostIncidents)
    .map(one => say.incident(one.id, incidentLasting(one, language, lasting), causesText(one, language)));
  return [list(say.incidents(rows.length, incidents.length), rows), say.more].join('\n');
}

export const incidentLasting = (
  one: Incident,
  language: Language,
  lasting: (ms: number) => string,
): string =>
  one.until === undefined ? `${lasting(one.downMs)}, ${reportWords[language].ongoing}` : lasting(one.downMs);

export function causesText({ causes }: Incident, language: Language): string {
  const say = storyWords[language];
  return causes.map(cause => say.causes[cause] ?? cause).join(say.later) || say.unknownCause;
}

const clock = (time: string): string => `${time.slice(0, 10)} ${time.slice(11, 19)}`;

const list = (title: string, rows: readonly string[]): string =>
  rows.length === 0 ? '' : [`${title}:`, ...rows.map(row => `  ${row}`)].join('\n');
