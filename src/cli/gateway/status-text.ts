import { conditionIn, type LineReply, movesIn, type StatusReply, shortHash } from '../../gateway/index.ts';
import { type Language, lasting, percent } from '../../text/index.ts';
import type { Colours } from '../output/colour.ts';
import { linesText } from './lines-text.ts';
import { statusWords } from './status-words.ts';

/** How a gateway is: one sentence that says it, then lines, routes in force, what is wrong, and which gateway it is. */
export function statusText(
  status: StatusReply,
  colours: Colours,
  width: number,
  language: Language = 'en',
): string {
  const parts = [
    headline(status, colours, language),
    linesText(status.lines, colours, width, language),
    sharing(status, language),
    routes(status, language),
    conditions(status, colours, language),
    trial(status, language),
    identity(status, language),
  ];
  return `${parts.filter(part => part !== '').join('\n\n')}\n`;
}

/** `New connections by buckets: ISP1_conn (ether1) 67 %, …`, and why that changed last. */
function sharing({ sharing: how }: StatusReply, language: Language): string {
  if (!how) return '';
  const say = statusWords[language];
  const parts = how.marks.map(({ mark, line, now }) => {
    return `${mark}${line === undefined ? '' : ` (${line})`} ${percent(now)}`;
  });
  const kinds = [how.balance, ...(how.spill ? ['spill'] : [])].join(', ');
  const { last } = how;
  const why = last ? [`  ${say.ago(lasting(last.forMs, language), movesIn(last.why, language))}`] : [];
  return [say.sharing(kinds, parts.join(', ')), ...why].join('\n');
}

const isUp = ({ status }: LineReply): boolean => status !== 'down';

/** `2 of 2 lines up, nothing is wrong`: the gateway in half a sentence. */
export function howItIs({ lines, conditions, forwards }: StatusReply, language: Language = 'en'): string {
  const say = statusWords[language];
  const up = lines.filter(isUp).length;
  const wrong = conditions.length === 0 ? say.nothingWrong : say.wrong(conditions.length);
  return [say.linesUp(up, lines.length), ...(forwards ? [] : [say.closed]), wrong].join(', ');
}

/** `running 3 d 4 h, 2 of 2 lines up, nothing is wrong`. */
export function headline(status: StatusReply, { bold, red }: Colours, language: Language): string {
  const { upMs, lines, conditions, forwards } = status;
  const errors = conditions.filter(({ severity }) => severity === 'error').length;
  const said = statusWords[language].running(lasting(upMs, language), howItIs(status, language));
  const isBad = !forwards || errors > 0 || (lines.length > 0 && !lines.some(isUp));
  return isBad ? red(bold(said)) : bold(said);
}

function routes({ active }: StatusReply, language: Language): string {
  const say = statusWords[language];
  if (active.length === 0) return say.noRoute;
  const rows = active.map(({ table, interfaces, gateways, distance }) => {
    return `  ${say.route(table, interfaces, gateways.join(', '), distance)}`;
  });
  return [say.routes, ...rows].join('\n');
}

function conditions(
  { conditions: open }: StatusReply,
  { red, yellow, dim }: Colours,
  language: Language,
): string {
  if (open.length === 0) return '';
  const say = statusWords[language];
  const rows = open.flatMap(one => {
    const { severity, code, since } = one;
    const { what, do: todo } = conditionIn(one, language);
    return [
      `  ${(severity === 'error' ? red : yellow)(say.severities[severity] ?? severity)} ${code}${since === undefined ? '' : dim(` ${say.since(since)}`)}`,
      `    ${what} ${todo}`,
    ];
  });
  return [say.troubles, ...rows].join('\n');
}

/** What `jalur confirm` would let stay. */
function trial({ trial: now }: StatusReply, language: Language): string {
  if (!now) return '';
  const { file, hash, until } = now;
  return statusWords[language].trial(file, shortHash(hash), `${until.slice(11, 19)} UTC`);
}

function identity(
  { name, pid, version, dialect, pace, file, startedAt }: StatusReply,
  language: Language,
): string {
  const say = statusWords[language];
  return [say.identity(name, pid, version, startedAt), say.file(file, dialect, pace)].join('\n');
}
