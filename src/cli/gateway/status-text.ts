import { conditionIn, type LineReply, type StatusReply, shortHash } from '../../gateway/index.ts';
import { counted, type Language, lasting, percent } from '../../text/index.ts';
import type { Colours } from '../output/colour.ts';
import { linesText } from './lines-text.ts';

/** How a gateway is: one sentence that says it, then lines, routes in force, what is wrong, and which gateway it is. */
export function statusText(
  status: StatusReply,
  colours: Colours,
  width: number,
  language: Language = 'en',
): string {
  const parts = [
    headline(status, colours),
    linesText(status.lines, colours, width),
    sharing(status),
    routes(status),
    conditions(status, colours, language),
    trial(status),
    identity(status),
  ];
  return `${parts.filter(part => part !== '').join('\n\n')}\n`;
}

/** `New connections by buckets: ISP1_conn (ether1) 67 %, …`, and why that changed last. */
function sharing({ sharing: how }: StatusReply): string {
  if (!how) return '';
  const parts = how.marks.map(({ mark, line, now }) => {
    return `${mark}${line === undefined ? '' : ` (${line})`} ${percent(now)}`;
  });
  const kinds = [how.balance, ...(how.spill ? ['spill'] : [])].join(', ');
  const last = how.last ? [`  ${lasting(how.last.forMs)} ago: ${how.last.why}`] : [];
  return [`New connections (${kinds}): ${parts.join(', ')}`, ...last].join('\n');
}

const isUp = ({ status }: LineReply): boolean => status !== 'down';

/** `2 of 2 lines up, nothing is wrong`: the gateway in half a sentence. */
export function howItIs({ lines, conditions, forwards }: StatusReply): string {
  const up = lines.filter(isUp).length;
  const wrong =
    conditions.length === 0 ? 'nothing is wrong' : `${counted(conditions.length, 'trouble')} open`;
  const closed = forwards ? [] : ['nothing is forwarded'];
  return [`${up} of ${counted(lines.length, 'line')} up`, ...closed, wrong].join(', ');
}

/** `running 3 d 4 h, 2 of 2 lines up, nothing is wrong`. */
export function headline(status: StatusReply, { bold, red }: Colours): string {
  const { upMs, lines, conditions, forwards } = status;
  const up = lines.filter(isUp).length;
  const errors = conditions.filter(({ severity }) => severity === 'error').length;
  const said = `running ${lasting(upMs)}, ${howItIs(status)}`;
  const isBad = !forwards || errors > 0 || (lines.length > 0 && up === 0);
  return isBad ? red(bold(said)) : bold(said);
}

function routes({ active }: StatusReply): string {
  if (active.length === 0) return 'No default route is in force.';
  const rows = active.map(({ table, interfaces, gateways, distance }) => {
    return `  ${table}: by ${interfaces.join(' and ')} (${gateways.join(', ')}, distance ${distance})`;
  });
  return ['Default routes in force:', ...rows].join('\n');
}

function conditions(
  { conditions: open }: StatusReply,
  { red, yellow, dim }: Colours,
  language: Language,
): string {
  if (open.length === 0) return '';
  const rows = open.flatMap(one => {
    const { severity, code, since } = one;
    const { what, do: todo } = conditionIn(one, language);
    return [
      `  ${(severity === 'error' ? red : yellow)(severity)} ${code}${since === undefined ? '' : dim(` since ${since}`)}`,
      `    ${what} ${todo}`,
    ];
  });
  return ['What is wrong:', ...rows].join('\n');
}

/** What `jalur confirm` would let stay. */
function trial({ trial: now }: StatusReply): string {
  if (!now) return '';
  const { file, hash, until } = now;
  return `On trial: ${file} (${shortHash(hash)}), until ${until.slice(11, 19)} UTC.`;
}

function identity({ name, pid, version, dialect, pace, file, startedAt }: StatusReply): string {
  return [
    `gateway ${name}, process ${pid}, jalur ${version}, started ${startedAt}`,
    `${file} (RouterOS ${dialect}), pace ${pace}`,
  ].join('\n');
}
