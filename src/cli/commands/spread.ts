import type { Command } from 'commander';
import type { Router } from '../../model/index.ts';
import {
  type Bounds,
  divideAlike,
  type SampleSize,
  type Share,
  type Spread,
  spreadOf,
  spreadOver,
  trafficMix,
  wayKey,
  wayText,
} from '../../spread/index.ts';
import type { Language } from '../../text/index.ts';
import { couldLeadElsewhere, type PointView, type Prepared, pointsText } from '../../walk/index.ts';
import { exitCode } from '../exit-code.ts';
import { type JsonOption, withJson } from '../options/json.ts';
import { atLeastOne, withSample } from '../options/sample.ts';
import { coloursFor } from '../output/colour.ts';
import { printTable } from '../output/table.ts';
import { askEachWay, assumedEachWay } from '../walk/event-ways.ts';
import { pointLines, verdictJson } from '../walk/points.ts';
import { preparedSubject } from '../walk/prepared.ts';
import { walkWords } from '../walk/say.ts';
import {
  readWalkSubject,
  type WalkSubject,
  type WalkSubjectOptions,
  withWalkSubject,
} from '../walk/subject.ts';
import { type Answer, answerReadings } from '../world/readings.ts';

type Options = WalkSubjectOptions & SampleSize & JsonOption;

const examples = `
Examples:
  jalur spread examples/paper-fixed
  jalur spread examples/paper-fixed --down ISP1
  jalur spread office.rsc --flows 10000 --clients 40 --destinations 500 --json`;

/** `jalur spread`: the expected share of each WAN, with error bars. */
export function register(command: Command): void {
  withSample(withJson(withWalkSubject(command)))
    .description('Sends imagined connections through the configuration and counts where they leave.')
    .addHelpText('after', examples)
    .action(async (paths: string[], options: Options) => {
      process.exitCode = await spread(paths, options);
    });
}

function spread(paths: readonly string[], options: Options): Promise<number> {
  return answerReadings(
    options,
    again => readWalkSubject(paths, options, again),
    subject => answerOf(subject, options),
  );
}

function answerOf(subject: WalkSubject, options: Options): Answer | undefined {
  const prepared = preparedSubject(subject);
  const { lang } = options;
  const asked = askEachWay(
    subject,
    ({ settled }) => spreadOf(preparedSubject({ ...subject, situation: settled }), atLeastOne(options)),
    divideAlike,
    couldLeadElsewhere,
  );
  const assumed = assumedEachWay(subject, asked, lang);
  const [first, ...more] = asked.answers.map(({ answer }) => answer);
  const result = first ? spreadOver([first, ...more], asked.points) : spreadOf(prepared, atLeastOne(options));
  if (result.shares.every(share => share.connections === 0)) {
    process.stderr.write(`jalur: ${walkWords[lang].spread.noLan}\n`);
    return undefined;
  }
  const certain = result.points.length === 0 && result.complete;
  return {
    code: options.strict && !certain ? exitCode.noAnswer : exitCode.ok,
    key: result.shares.map(({ way, connections }) => [wayKey(way), connections.toFixed(2)]),
    text: () => asText(assumed, prepared, result, asked.points, lang),
    data: () => asJson(subject, assumed, result),
  };
}

function asText(
  assumptions: readonly string[],
  { router }: Prepared,
  spread: Spread,
  asked: readonly PointView[],
  language: Language,
): string {
  const { shares, size, boots, points } = spread;
  const { spread: say, stopped, depending } = walkWords[language];
  const ofScripts = new Set(asked.map(({ id }) => id));
  const colours = coloursFor(process.stdout);
  const seen = shares.filter(({ wan, connections }) => wan || connections > 0);
  const top = seen.map(share => `${wayText(router, share.way, language)} ${shareText(share, language)}`);
  const open = points.length === 0 ? '' : depending(pointsText(points, language));
  const columns = say.columns.map((title, index) =>
    index === 0 ? { title } : { title, align: 'right' as const },
  );
  return [
    colours.bold(say.head(open, top.join(', '))),
    '',
    printTable(
      columns,
      seen.map(share => rowOf(router, share, language)),
    ),
    say.basis(size.flows, size.clients, size.destinations, boots),
    say.mix(mixText(language)),
    ...pointLines(
      points.filter(({ id }) => !ofScripts.has(id)),
      language,
    ),
    ...(spread.complete ? [] : [stopped]),
    ...assumptions,
    '',
  ].join('\n');
}

function rowOf(router: Router, share: Share, language: Language): string[] {
  const { range, connections, connectionsMargin, bytes, bytesMargin } = share;
  return [
    wayText(router, share.way, language),
    range ? boundsText(range.connections, language) : withMargin(connections, connectionsMargin),
    range ? boundsText(range.bytes, language) : withMargin(bytes, bytesMargin),
  ];
}

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;
/** `66.7 %`; where it depends, `0.0 % to 66.7 %`. */
const shareText = ({ connections, range }: Share, language: Language): string =>
  range ? boundsText(range.connections, language) : percent(connections);

const boundsText = ({ from, to }: Bounds, language: Language): string =>
  walkWords[language].range(percent(from), percent(to));

const withMargin = (share: number, margin: number): string =>
  `${percent(share)} ± ${(margin * 100).toFixed(1)}`;

const mixText = (language: Language): string =>
  trafficMix
    .map(({ name, share, bytes }) => walkWords[language].spread.part(percent(share), name, sizeText(bytes)))
    .join(', ');

function sizeText(bytes: number): string {
  if (bytes >= 1e6) return `${bytes / 1e6} MB`;
  return bytes >= 1000 ? `${bytes / 1000} kB` : `${bytes} B`;
}

function asJson({ config }: WalkSubject, assumptions: readonly string[], spread: Spread): object {
  const { points, complete, shares, ...rest } = spread;
  const data = {
    file: config.file,
    assumptions,
    ...rest,
    shares: shares.map(share => ({ ...share, way: wayKey(share.way) })),
    ...verdictJson(points, complete),
    mix: trafficMix,
  };
  return data;
}
