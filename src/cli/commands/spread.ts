import type { Command } from 'commander';
import { type Bounds, type Share, type Spread, spreadOf, trafficMix } from '../../spread/index.ts';
import { nameOf, type Prepared, pointText } from '../../walk/index.ts';
import { exitCode } from '../exit-code.ts';
import { walkMessages } from '../messages-walk.ts';
import { parseNumber } from '../options/number.ts';
import { coloursFor } from '../output/colour.ts';
import { printTable } from '../output/table.ts';
import { pointLines, verdictJson } from '../walk/points.ts';
import { preparedSubject } from '../walk/prepared.ts';
import {
  readWalkSubject,
  type WalkSubject,
  type WalkSubjectOptions,
  withWalkSubject,
} from '../walk/subject.ts';

interface Options extends WalkSubjectOptions {
  readonly flows: number;
  readonly clients: number;
  readonly destinations: number;
  readonly json?: boolean;
}

const words = walkMessages.spread;

/** `jalur spread`: the expected share of each WAN, with error bars. */
export function register(command: Command): void {
  withWalkSubject(command.description(words.description))
    .option('--flows <n>', words.flows, parseNumber, 2000)
    .option('--clients <n>', words.clients, parseNumber, 20)
    .option('--destinations <n>', words.destinations, parseNumber, 300)
    .option('--json', words.json)
    .addHelpText('after', words.examples)
    .action(async (path: string, options: Options) => {
      process.exitCode = await spread(path, options);
    });
}

async function spread(path: string, options: Options): Promise<number> {
  const subject = await readWalkSubject(path, options);
  if (!subject) return exitCode.noAnswer;
  const prepared = preparedSubject(subject);
  const { flows, clients, destinations } = options;
  const result = spreadOf(prepared, {
    flows: Math.max(1, flows),
    clients: Math.max(1, clients),
    destinations: Math.max(1, destinations),
  });
  if (result.shares.every(share => share.connections === 0)) {
    process.stderr.write(words.noLan);
    return exitCode.noAnswer;
  }
  process.stdout.write(options.json ? asJson(subject, result) : asText(subject, prepared, result));
  const certain = result.points.length === 0 && result.complete;
  return options.strict && !certain ? exitCode.noAnswer : exitCode.ok;
}

function asText({ assumptions }: WalkSubject, { router }: Prepared, spread: Spread): string {
  const { shares, size, boots, points } = spread;
  const colours = coloursFor(process.stdout);
  const seen = shares.filter(({ wan, connections }) => wan || connections > 0);
  const top = seen.map(share => `${nameOf(router, share.way)} ${shareText(share)}`).join(', ');
  const open = points.length === 0 ? '' : words.depending(points.map(pointText));
  const rows = seen.map(share => [
    nameOf(router, share.way),
    share.range
      ? boundsText(share.range.connections)
      : withMargin(share.connections, share.connectionsMargin),
    share.range ? boundsText(share.range.bytes) : withMargin(share.bytes, share.bytesMargin),
  ]);
  const columns = [
    { title: 'way' },
    { title: 'connections', align: 'right' as const },
    { title: 'bytes', align: 'right' as const },
  ];
  return [
    colours.bold(`Expected shares of connections${open}: ${top}.`),
    '',
    printTable(columns, rows),
    `${size.flows} connections of ${size.clients} clients to ${size.destinations} hosts, after each of ${boots} boots; ± holds 95 of 100 boots.`,
    `Bytes by this mix: ${mixText()}.`,
    ...pointLines(points),
    ...(spread.complete ? [] : [walkMessages.explain.stopped]),
    ...assumptions,
    '',
  ].join('\n');
}

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;
/** `66.7 %`; where it depends, `0.0 % to 66.7 %`. */
const shareText = ({ connections, range }: Share): string =>
  range ? boundsText(range.connections) : percent(connections);

const boundsText = ({ from, to }: Bounds): string => `${percent(from)} to ${percent(to)}`;

const withMargin = (share: number, margin: number): string =>
  `${percent(share)} ± ${(margin * 100).toFixed(1)}`;

const mixText = (): string =>
  trafficMix.map(({ name, share, bytes }) => `${percent(share)} ${name} of ${sizeText(bytes)}`).join(', ');

function sizeText(bytes: number): string {
  if (bytes >= 1e6) return `${bytes / 1e6} MB`;
  return bytes >= 1000 ? `${bytes / 1000} kB` : `${bytes} B`;
}

function asJson({ assumptions, config }: WalkSubject, { points, complete, ...rest }: Spread): string {
  return `${JSON.stringify({ file: config.file, assumptions, ...rest, ...verdictJson(points, complete), mix: trafficMix }, null, 2)}\n`;
}
