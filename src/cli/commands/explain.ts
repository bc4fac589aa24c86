import type { Command } from 'commander';
import { type Engine, type Router, semanticsOf } from '../../model/index.ts';
import type { Ipv4 } from '../../net/index.ts';
import {
  answersText,
  distinctPoints,
  explainWay,
  followAll,
  makePacket,
  nameOf,
  type Packet,
  type PointView,
  type Possibilities,
  type Prepared,
  percentText,
  possibilities,
  possibleAnswers,
  type Watch,
} from '../../walk/index.ts';
import { exitCode } from '../exit-code.ts';
import { walkMessages } from '../messages-walk.ts';
import { parseNumber } from '../options/number.ts';
import { coloursFor } from '../output/colour.ts';
import { storyJson } from '../walk/json.ts';
import { momentsJson, momentsText } from '../walk/moments.ts';
import { parseAddress, parseProtocol, parseWhyNot } from '../walk/parse.ts';
import { pointLines, verdictJson } from '../walk/points.ts';
import { preparedSubject } from '../walk/prepared.ts';
import { printStory, type Quote, quoteFrom } from '../walk/story.ts';
import {
  findInterface,
  readWalkSubject,
  type WalkSubject,
  type WalkSubjectOptions,
  withWalkSubject,
} from '../walk/subject.ts';

interface Options extends WalkSubjectOptions {
  readonly in?: string;
  readonly src: Ipv4;
  readonly dst: Ipv4;
  readonly proto: string;
  readonly sport: number;
  readonly dport: number;
  readonly reply?: boolean;
  readonly through?: string;
  readonly whyNot?: number;
  readonly initval?: number;
  readonly json?: boolean;
}

const words = walkMessages.explain;

/** `jalur explain`: one packet's way as a story, its first line the answer. */
export function register(command: Command): void {
  withWalkSubject(command.description(words.description))
    .option('--in <interface>', words.in)
    .requiredOption('--src <address>', words.src, parseAddress)
    .requiredOption('--dst <address>', words.dst, parseAddress)
    .option('--proto <protocol>', words.proto, parseProtocol, 'tcp')
    .option('--sport <port>', words.sport, parseNumber, 40_000)
    .option('--dport <port>', words.dport, parseNumber, 443)
    .option('--reply', words.reply)
    .option('--through <interface>', words.through)
    .option('--why-not <line>', words.whyNot, parseWhyNot)
    .option('--initval <number>', words.initval, parseNumber)
    .option('--json', words.json)
    .addHelpText('after', words.examples)
    .action(async (path: string, options: Options) => {
      process.exitCode = await explain(path, options);
    });
}

async function explain(path: string, options: Options): Promise<number> {
  const subject = await readWalkSubject(path, options);
  if (!subject) return exitCode.noAnswer;
  const packet = packetOf(subject, options);
  if (!packet) return exitCode.noAnswer;
  if (options.through !== undefined) return followThrough(subject, packet, options, options.through);
  const told = tell(subject, packet, options);
  const quote = quoteFrom(subject.config.text, subject.config.file);
  process.stdout.write(options.json ? asJson(subject, told) : asText(subject, told, quote));
  return options.strict && !isCertain(told) ? exitCode.noAnswer : exitCode.ok;
}

/** The life of the connection when an uplink dies and returns. */
function followThrough(subject: WalkSubject, packet: Packet, options: Options, word: string): number {
  const { config, situation, assumptions } = subject;
  const name = findInterface(config.router, situation.world, word);
  if (name === undefined) return exitCode.noAnswer;
  const { engine, initval: seed = 0 } = options;
  const drawn =
    options.initval === undefined && isSeedDrawn(config.router, engine) ? [words.assumedInitval] : [];
  const { leaseRoutes } = config;
  const fault = { interface: name, kind: 'unplugged' } as const;
  const told = followAll(config.router, situation.world, packet, fault, {
    engine: subject.behaviour,
    seed,
    leaseRoutes,
    ...subject.settled,
  });
  const { moments, points } = told;
  const text = options.json
    ? momentsJson(moments, points)
    : momentsText(moments, nameOf(config.router, name), points, [...assumptions, ...drawn]);
  process.stdout.write(text);
  return options.strict && points.length > 0 ? exitCode.noAnswer : exitCode.ok;
}

/** Nobody knows the hash of a router that draws its seed at boot. */
const isSeedDrawn = ({ version }: Router, engine: Engine): boolean =>
  semanticsOf(version, engine).pccSeed === 'drawn-at-boot';

function packetOf({ config, world }: WalkSubject, options: Options): Packet | undefined {
  const arriving = options.in === undefined ? undefined : findInterface(config.router, world, options.in);
  if (options.in !== undefined && arriving === undefined) return undefined;
  const { src, dst, proto: protocol, sport: srcPort, dport: dstPort } = options;
  return makePacket({ in: arriving, src, dst, protocol, srcPort, dstPort });
}

interface Told {
  readonly prepared: Prepared;
  readonly all: Possibilities;
  readonly answers: Possibilities | undefined;
}

function tell(subject: WalkSubject, packet: Packet, options: Options): Told {
  const { engine, initval, whyNot } = options;
  const prepared = preparedSubject(subject, initval);
  const watch: Watch | undefined =
    whyNot === undefined ? undefined : ({ origin }) => origin.span.start.line <= whyNot;
  // Of chance, one case is shown where the number that it hangs on is given.
  const drawn = initval !== undefined || !isSeedDrawn(subject.config.router, engine);
  const all = possibilities(prepared, packet, { watch, drawn });
  const [way] = all.scenarios[0]?.ways ?? [];
  const answers = options.reply && way ? possibleAnswers(prepared, packet, way, { drawn }) : undefined;
  return { prepared, all, answers };
}

/** The points on which what was told depends. */
const pointsOf = ({ all, answers }: Told): PointView[] =>
  distinctPoints([...all.points, ...(answers?.points ?? [])]);

const isComplete = ({ all, answers }: Told): boolean => all.complete && answers?.complete !== false;

const isCertain = (told: Told): boolean => pointsOf(told).length === 0 && isComplete(told);

function asText({ assumptions }: WalkSubject, told: Told, quote: Quote): string {
  const { prepared, all, answers } = told;
  const colours = coloursFor(process.stdout);
  const said = (what: Possibilities): string => {
    const [way] = what.scenarios[0]?.ways ?? [];
    const story = way ? printStory(explainWay(prepared, way), quote, colours) : '';
    const chance =
      what.scenarios[0]?.ways.length === 1
        ? []
        : [words.drawn, '', words.likely(percentText(way?.share ?? 0))];
    return [...answersText(prepared, what).map(line => colours.bold(line)), ...chance, story].join('\n');
  };
  const back = answers ? `\n${words.answer} ${said(answers)}` : '';
  const points = [...pointLines(pointsOf(told)), ...(isComplete(told) ? [] : [words.stopped])];
  const end = [...points, ...assumptions].join('\n');
  return `${said(all)}${back}\n${end}\n`;
}

function asJson({ assumptions, config }: WalkSubject, told: Told): string {
  const { prepared, all, answers } = told;
  const data = {
    file: config.file,
    ...verdictJson(pointsOf(told), isComplete(told)),
    assumptions,
    ways: waysJson(prepared, all),
    replies: answers ? waysJson(prepared, answers) : [],
  };
  return `${JSON.stringify(data, null, 2)}\n`;
}

function waysJson(prepared: Prepared, { scenarios }: Possibilities): unknown[] {
  return scenarios.flatMap(({ conditions, ways }) =>
    ways.map(way => ({
      share: way.share,
      when: conditions.map(({ point, choice }) => ({ point: point.id, answer: point.choices[choice] })),
      ...storyJson(prepared, way.trace, explainWay(prepared, way)),
    })),
  );
}
