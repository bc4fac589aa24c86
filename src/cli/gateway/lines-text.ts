import type { LineReply } from '../../gateway/index.ts';
import { stateText } from '../../report/say/index.ts';
import { bitRate, lasting, ms, percent } from '../../text/index.ts';
import type { Colours } from '../output/colour.ts';
import { printTable } from '../output/table.ts';

const titles = ['LINE', 'STATE', 'SINCE', 'GATEWAY', 'RTT', 'LOSS', 'NEW', 'IN', 'OUT'] as const;

/** Lines as a table; where the terminal is too narrow for it, each with its facts below it. */
export function linesText(lines: readonly LineReply[], colours: Colours, width: number): string {
  if (lines.length === 0) return 'The text has no WAN.';
  const table = printTable(
    titles.map(title => ({ title })),
    lines.map(line => row(line, colours)),
  ).trimEnd();
  const widest = Math.max(
    ...printTable(
      titles.map(title => ({ title })),
      lines.map(line => row(line, plain)),
    )
      .split('\n')
      .map(text => text.length),
  );
  const body = widest > width ? lines.map(line => block(line, colours)).join('\n') : table;
  return [body, ...lines.flatMap(evidence)].join('\n');
}

const plain: Pick<Colours, 'red' | 'yellow' | 'green'> = {
  red: text => text,
  yellow: text => text,
  green: text => text,
};

type Paint = Pick<Colours, 'red' | 'yellow' | 'green'>;

function state(line: LineReply, { red, yellow, green }: Paint): string {
  const paint = { up: green, down: red, degraded: yellow, unknown: (text: string) => text }[line.status];
  return paint(stateText(line));
}

const unknown = '-';

function row(line: LineReply, paint: Paint): readonly string[] {
  const { label, forMs, gateway, evidence = {}, opened, rate } = line;
  const { roundTripMs, loss } = evidence as Partial<NonNullable<LineReply['evidence']>>;
  return [
    label,
    state(line, paint),
    forMs === undefined ? unknown : lasting(forMs),
    gateway ?? unknown,
    roundTripMs === undefined ? unknown : ms(roundTripMs),
    loss === undefined ? unknown : percent(loss),
    opened?.share === undefined ? unknown : percent(opened.share),
    rate ? bitRate(rate.receivedBps) : unknown,
    rate ? bitRate(rate.sentBps) : unknown,
  ];
}

function block(line: LineReply, colours: Paint): string {
  const [label = '', said = '', ...cells] = row(line, colours);
  const facts = cells.map((cell, i) => [titles[i + 2]?.toLowerCase() ?? '', cell] as const);
  const rows = facts
    .filter(([, cell]) => cell !== unknown)
    .map(([title, cell]) => `  ${title.padEnd(8)}${cell}`);
  return [`${label}  ${said}`, ...rows].join('\n');
}

/** Causes that probes have no part in. */
const byOthers: readonly string[] = ['forced', 'carrier'];

/** What a state rests on, and the lease, a sentence each. */
function evidence({ line, status, cause, evidence: found, lease, opened }: LineReply): readonly string[] {
  const said = [
    ...(found && found.asked.length > 0 ? [`asks ${found.asked.join(', ')}`] : []),
    ...(found && status === 'down' && !byOthers.includes(cause ?? '')
      ? [`silent for ${ms(found.silentMs)}`]
      : []),
    ...(found?.jitterMs === undefined ? [] : [`jitter ${ms(found.jitterMs)}`]),
    ...(lease
      ? [`lease ${lease.address.address}/${lease.address.length} for ${lasting(lease.leftMs)} more`]
      : []),
    ...(opened ? [`${opened.connections} new connections in ${lasting(opened.overMs)}`] : []),
  ];
  return said.length === 0 ? [] : [`  ${line}: ${said.join('; ')}`];
}
