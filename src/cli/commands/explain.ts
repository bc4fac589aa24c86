import { readFileSync } from 'node:fs';
import type { Command } from 'commander';
import { type Engine, type Router, semanticsOf } from '../../model/index.ts';
import type { Ipv4 } from '../../net/index.ts';
import {
  answerTo,
  explainTrace,
  explainWay,
  follow,
  leavingOf,
  makePacket,
  nameOf,
  newState,
  type Packet,
  type Possibility,
  type Prepared,
  possibilities,
  type Trace,
  type Watch,
  walk,
} from '../../walk/index.ts';
import { exitCode } from '../exit-code.ts';
import { walkMessages } from '../messages-walk.ts';
import { coloursFor } from '../output/colour.ts';
import { withSubject } from '../subject.ts';
import { storyJson } from '../walk/json.ts';
import { momentsJson, momentsText } from '../walk/moments.ts';
import { parseAddress, parseEngine, parseNumber, parseProtocol, parseWhyNot } from '../walk/parse.ts';
import { preparedSubject, subjectBehaviour } from '../walk/prepared.ts';
import { printStory, type Quote, quoteFrom } from '../walk/story.ts';
import {
  findInterface,
  readWalkSubject,
  type WalkSubject,
  type WalkSubjectOptions,
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
  readonly engine: Engine;
  readonly json?: boolean;
}

const words = walkMessages.explain;

/** `jalur explain`: one packet's way as a story, its first line the answer. */
export function register(program: Command): void {
  withSubject(program.command('explain').summary(words.summary).description(words.description))
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
    .option('--engine <engine>', words.engine, parseEngine, 'routeros')
    .option('--json', words.json)
    .addHelpText('after', words.examples)
    .action(async (path: string, options: Options) => {
      process.exitCode = await explain(path, options);
    });
}

async function explain(path: string, options: Options): Promise<number> {
  const subject = await readWalkSubject(path, options);
  if (!subject) return exitCode.refused;
  const packet = packetOf(subject, options);
  if (!packet) return exitCode.refused;
  if (options.through !== undefined) return followThrough(subject, packet, options, options.through);
  const told = tell(subject, packet, options);
  const quote = quoteFrom(readFileSync(subject.config.file, 'utf8'), subject.config.file);
  process.stdout.write(options.json ? asJson(subject, told) : asText(subject, told, quote));
  return exitCode.ok;
}

/** The life of the connection when an uplink dies and returns. */
function followThrough(subject: WalkSubject, packet: Packet, options: Options, word: string): number {
  const { config, situation, assumptions } = subject;
  const name = findInterface(config.router, situation.world, word);
  if (name === undefined) return exitCode.refused;
  const { engine, initval: seed = 0 } = options;
  const drawn =
    options.initval === undefined && isSeedDrawn(config.router, engine) ? [words.assumedInitval] : [];
  const { leaseRoutes } = config;
  const fault = { interface: name, kind: 'unplugged' } as const;
  const moments = follow(config.router, situation.world, packet, fault, {
    engine: subjectBehaviour(subject, engine, seed),
    seed,
    leaseRoutes,
  });
  const text = options.json
    ? momentsJson(moments)
    : momentsText(moments, nameOf(config.router, name), [...assumptions, ...drawn]);
  process.stdout.write(text);
  return exitCode.ok;
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
  /** All ways that chance can go; one where it has no say. */
  readonly ways: readonly Possibility[];
  readonly answers: readonly Trace[];
}

function tell(subject: WalkSubject, packet: Packet, options: Options): Told {
  const { engine, initval, whyNot } = options;
  const prepared = preparedSubject(subject, engine, initval);
  const watch: Watch | undefined =
    whyNot === undefined ? undefined : ({ origin }) => origin.span.start.line <= whyNot;
  const state = newState();
  const fixed = initval !== undefined || !isSeedDrawn(subject.config.router, engine);
  const ways = fixed
    ? [{ share: 1, trace: walk(prepared, state, packet, watch), twins: [] }]
    : possibilities(prepared, packet, watch);
  const way = ways[0]?.trace;
  return { prepared, ways, answers: options.reply && way ? answersTo(prepared, way, fixed, packet) : [] };
}

/** The answer of whoever got the packet, on a router that has just let the packet through in the same way. */
function answersTo(prepared: Prepared, way: Trace, fixed: boolean, packet: Packet): Trace[] {
  const left = leavingOf(way);
  if (!left) return [];
  const sent = { ...way.packet, src: left.src.address, dst: left.dst.address };
  const ported = { ...sent, srcPort: left.src.port, dstPort: left.dst.port };
  const state = newState();
  if (!fixed) state.choose = replay(way);
  walk(prepared, state, packet);
  state.choose = undefined;
  return [walk(prepared, state, answerTo(ported, left.out))];
}

/** Chance goes as it went: the buckets that the rules saw, else the first choice. */
function replay({ steps }: Trace): (point: number, size: number) => number {
  const buckets = steps.flatMap(step => (step.kind === 'rule' && step.bucket ? [step.bucket] : []));
  return (_, size) => buckets.find(({ denominator }) => denominator === size)?.bucket ?? 0;
}

function asText({ assumptions }: WalkSubject, { prepared, ways, answers }: Told, quote: Quote): string {
  const colours = coloursFor(process.stdout);
  const stories = ways.map(way => ({ share: way.share, story: explainWay(prepared, way) }));
  const [first] = stories;
  const heads = stories.map(({ share, story }) =>
    stories.length === 1 ? story.answer : `${percent(share)}: ${story.answer}`,
  );
  const chance = stories.length === 1 ? [] : [words.drawn, '', words.likely(percent(first?.share ?? 0))];
  const head = [...heads.map(line => colours.bold(line)), ...chance].join('\n');
  const body = first ? printStory(first.story, quote, colours) : '';
  const back = answers.map(trace => {
    const story = explainTrace(prepared, trace);
    return `\n${words.answer} ${colours.bold(story.answer)}\n${printStory(story, quote, colours)}`;
  });
  return `${head}\n${body}${back.join('')}\n${assumptions.join('\n')}\n`;
}

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;

function asJson({ assumptions, config }: WalkSubject, { prepared, ways, answers }: Told): string {
  const told = {
    file: config.file,
    assumptions,
    ways: ways.map(way => ({
      share: way.share,
      ...storyJson(prepared, way.trace, explainWay(prepared, way)),
    })),
    replies: answers.map(trace => storyJson(prepared, trace)),
  };
  return `${JSON.stringify(told, null, 2)}\n`;
}
