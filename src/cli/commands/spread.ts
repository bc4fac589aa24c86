import type { Command } from 'commander';
import {
  boundsText,
  type Divided,
  dividedOf,
  noLanText,
  percent,
  pointLines,
  seenShares,
  spreadHead,
  spreadJson,
  type WalkSubject,
  walkWords,
} from '../../answers/index.ts';
import { type Router, rulesOf } from '../../model/index.ts';
import { type SampleSize, type Share, trafficMix, wayKey, wayText } from '../../spread/index.ts';
import type { Language } from '../../text/index.ts';
import { exitCode } from '../exit-code.ts';
import { type JsonOption, withJson } from '../options/json.ts';
import { atLeastOne, withSample } from '../options/sample.ts';
import { coloursFor } from '../output/colour.ts';
import { complain } from '../output/complain.ts';
import { printTable } from '../output/table.ts';
import { readWalkSubject, type WalkSubjectOptions, withWalkSubject } from '../walk/subject.ts';
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
  const { lang } = options;
  const divided = dividedOf(subject, atLeastOne(options), lang);
  if (!divided) {
    complain(...noLanText);
    return undefined;
  }
  const { spread: result } = divided;
  const certain = result.points.length === 0 && result.complete;
  return {
    code: options.strict && !certain ? exitCode.noAnswer : exitCode.ok,
    key: result.shares.map(({ way, connections }) => [wayKey(way), connections.toFixed(2)]),
    text: () => asText(divided, lang),
    data: () => spreadJson(subject, divided, lang),
  };
}

function asText(divided: Divided, language: Language): string {
  const { prepared, spread, asked, assumed } = divided;
  const { size, boots, points } = spread;
  const { spread: say, stopped } = walkWords[language];
  const ofScripts = new Set(asked.map(({ id }) => id));
  const colours = coloursFor(process.stdout);
  const columns = say.columns.map((title, index) =>
    index === 0 ? { title } : { title, align: 'right' as const },
  );
  return [
    colours.bold(spreadHead(divided, language)),
    '',
    printTable(
      columns,
      seenShares(spread).map(share => rowOf(prepared.router, share, language)),
    ),
    say.basis(size.flows, size.clients, size.destinations, boots),
    ...(asksForMac(prepared.router) ? [say.noMac] : []),
    ...(divided.allOver.length > 0 ? [say.allOver(divided.allOver.join(', '))] : []),
    say.mix(mixText(language)),
    ...pointLines(
      points.filter(({ id }) => !ofScripts.has(id)),
      language,
    ),
    ...(spread.complete ? [] : [stopped]),
    ...assumed,
    '',
  ].join('\n');
}

const asksForMac = (router: Router): boolean =>
  rulesOf(router, 'ipv4').some(
    ({ disabled, table, matchers }) =>
      !disabled && table === 'mangle' && matchers.some(({ kind }) => kind === 'src-mac-address'),
  );

function rowOf(router: Router, share: Share, language: Language): string[] {
  const { range, connections, connectionsMargin, bytes, bytesMargin } = share;
  return [
    wayText(router, share.way, language),
    range ? boundsText(range.connections, language) : withMargin(connections, connectionsMargin),
    range ? boundsText(range.bytes, language) : withMargin(bytes, bytesMargin),
  ];
}

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
